// npm start: installs what is missing, builds the page and serves it on this machine. PORT chooses the port.
import { buildPage, buildWasm } from './build.mjs';
import { fail } from './shared.mjs';
import { serve } from './serve.mjs';

buildWasm();
const folder = buildPage() ?? fail('There is no page to serve: index.html is not there.');
const { address } = await serve(folder, Number(process.env.PORT) || 5173);
console.log(`\n  Khabar is at  ${address}\n\n  It runs in the browser; this server only hands out the files. Ctrl-C ends it.`);
