// The package in a browser, on pages that forbid all they can: no eval, no inline script, no connections where the module is inline.
import assert from 'node:assert/strict';
import { copyFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { serve } from '../tools/serve.mjs';
import { at, openBrowser, temporaryFolder } from './support.mjs';

const text = 'Gunmen killed two policemen in Quetta on Sunday.';

const pages = {
  strict: {
    policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'",
    script: `
      import { load } from './khabar/browser.js';
      import { createWorkerClient } from './khabar/worker-client.js';
      const khabar = await load();
      const here = khabar.analyze(text);
      const client = createWorkerClient();
      const there = await client.analyze(text);
      const controller = new AbortController();
      const cancelled = client.analyze(text.repeat(20000), { signal: controller.signal, onProgress: () => controller.abort() });
      const after = client.analyze(text);
      results.name = await cancelled.then(() => 'finished', (error) => error.name);
      results.same = JSON.stringify(here) === JSON.stringify(there) && JSON.stringify(here) === JSON.stringify(await after);
      results.length = here.document.length;
      try { (0, eval)('1'); results.eval = true; } catch { results.eval = false; }
      client.close();`,
  },
  plain: {
    policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
    script: `
      import { load } from './khabar/browser.js';
      results.length = (await load({ wasm: './module.txt' })).analyze(text).document.length;`,
  },
  inline: {
    policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'",
    script: `
      import { load } from './khabar/dist/inline.js';
      results.length = (await load()).analyze(text).document.length;`,
  },
};

test('the package in Chromium, under strict policies', async (t) => {
  const folder = temporaryFolder(t);
  symlinkSync(at('wasm'), join(folder, 'khabar'));
  copyFileSync(at('wasm', 'dist', 'khabar.wasm'), join(folder, 'module.txt')); // served as text/plain
  for (const [name, { policy, script }] of Object.entries(pages)) {
    writeFileSync(
      join(folder, `${name}.html`),
      `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><script type="module" src="${name}.js"></script>`,
    );
    const imports = script.match(/^\s*import .*$/gm).join('\n');
    writeFileSync(
      join(folder, `${name}.js`),
      `${imports}
      const text = ${JSON.stringify(text)};
      const results = {};
      try { ${script.replace(imports, '')} } catch (error) { results.error = String(error?.stack ?? error); }
      globalThis.results = results;`,
    );
  }
  const { server, address } = await serve(folder);
  t.after(() => server.close());
  const browser = await openBrowser(t);
  for (const name of Object.keys(pages))
    await t.test(name, async () => {
      const page = await browser.newPage();
      const asked = [];
      page.on('request', (request) => asked.push(new URL(request.url())));
      await page.goto(`${address}${name}.html`);
      await page.waitForFunction(() => globalThis.results !== undefined);
      const results = await page.evaluate(() => globalThis.results);
      assert.equal(results.error, undefined);
      assert.equal(results.length, text.length);
      if (name === 'strict') assert.deepEqual(results, { name: 'AbortError', same: true, length: text.length, eval: false });
      if (name === 'inline') assert.ok(!asked.some(({ pathname }) => pathname.endsWith('.wasm')), 'the inline module was fetched');
      assert.ok(asked.every(({ origin }) => `${origin}/` === address));
      await page.close();
    });
});
