// One TypeScript module of the page, run in Node: for what can be tested without a browser.
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

/** In: a path below web/. Out: its exports. */
export async function pageModule(path) {
  const entry = fileURLToPath(new URL(`../../web/${path}`, import.meta.url));
  const [{ output }] = await build({ configFile: false, logLevel: 'silent', build: { write: false, minify: false, lib: { entry, formats: ['es'] } } });
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}
