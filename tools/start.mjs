// npm start: installs what is missing, builds the page and serves it on this machine. PORT chooses the port.
// npm run dev: the same with Vite's own server, which follows changes as one works on the page.
import { buildPage, buildWasm } from './build.mjs';
import { fail, run } from './shared.mjs';
import { serve } from './serve.mjs';

buildWasm();
if (process.argv.includes('--dev')) process.exit(run('npm', ['exec', '--', 'vite', '--port', process.env.PORT || '5173'], { allowFailure: true }).status ?? 0);
const folder = buildPage() ?? fail('There is no page to serve: index.html is not there.');
const { address } = await serve(folder, Number(process.env.PORT) || 5173);
console.log(`\n  Khabar is at  ${address}\n\n  It runs in the browser; this server only hands out the files. Ctrl-C ends it.`);
