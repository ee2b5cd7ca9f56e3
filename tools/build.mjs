// Builds what is named: native, dev, tsan, wasm, page, single. Each is incremental; what has not changed takes a moment.
//
//   npm run build                      native, WebAssembly and the page
//   node tools/build.mjs dev           native with AddressSanitizer and UndefinedBehaviorSanitizer
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync } from 'node:zlib';

import { emscripten, ensure } from './deps.mjs';
import { sbomOf } from './sbom.mjs';
import { at, fail, filesBelow, hashOf, jobs, root, run, say, stamp, which, writeIfChanged } from './shared.mjs';

/** Configures a preset once and builds it. A folder configured for another place or with another Emscripten is begun anew. */
export function cmake(preset, { options = [], targets = [], wrap = [], env = {} } = {}) {
  const folder = at('build', preset);
  const cache = join(folder, 'CMakeCache.txt');
  const asked = stamp(join(folder, '.khabar-configured'), JSON.stringify([options, hashOf(['CMakePresets.json'])]));
  const toolchain = stamp(join(folder, '.khabar-toolchain'), wrap.join(' '));
  const ofHere = () => (wrap.length === 0 || toolchain.isFresh()) && readFileSync(cache, 'utf8').includes(`CMAKE_HOME_DIRECTORY:INTERNAL=${root}\n`);
  if (existsSync(cache) && !ofHere()) rmSync(folder, { recursive: true });
  if (!existsSync(cache) || !asked.isFresh()) {
    const launcher = which('ccache') ? [`-DCMAKE_CXX_COMPILER_LAUNCHER=ccache`] : [];
    const [program, ...words] = [...wrap, 'cmake', '--preset', preset, '-G', 'Ninja', ...launcher, ...options];
    const configured = run(program, words, { env, quiet: true, allowFailure: true });
    if (configured.status !== 0) fail(`${configured.stdout}${configured.stderr}`);
    asked.done();
    toolchain.done();
  }
  run('cmake', ['--build', folder, '-j', String(jobs), ...targets.flatMap((target) => ['--target', target])], {
    env: { CCACHE_BASEDIR: root, ...env },
  });
  return folder;
}

export function buildNative() {
  ensure('native');
  say('building native');
  return cmake('native');
}

export function buildDev() {
  ensure('native');
  say('building native with sanitizers');
  return cmake('dev');
}

/** The native tests alone, with ThreadSanitizer. */
export function buildTsan() {
  ensure('native');
  say('building native with ThreadSanitizer');
  return cmake('tsan', { targets: ['khabar_tests'] });
}

// The module with the JavaScript that Emscripten made for it. engine.js hands a compiled module over, so that the glue
// never fetches: its own address of the module is taken out, or bundlers would carry the module along twice.
function glueFrom(text) {
  return text.replace(/new URL\(["']khabar\.wasm["'],\s*import\.meta\.url\)(\.toString\(\)|\.href)?/g, '"khabar.wasm"').replace(/import\.meta\.url/g, '""');
}

// For require(): what is made of ES modules is imported when it is first used. The engine itself is in index.cjs, below.
const commonJs = {
  'inline.cjs': `'use strict';
// Made by tools/build.mjs. The engine itself is an ES module.
exports.load = (options) => import('./inline.js').then((khabar) => khabar.load(options));
exports.wasmBytes = () => import('./inline.js').then((khabar) => khabar.wasmBytes());
`,
  'worker-client.cjs': `'use strict';
// Made by tools/build.mjs. The client itself is an ES module; calls wait for it in their order.
exports.createWorkerClient = (options) => {
  const loading = import('../worker-client-node.js').then((khabar) => khabar.createWorkerClient(options));
  return Object.freeze({
    ready: () => loading.then((client) => client.ready()),
    analyze: (text, options) => loading.then((client) => client.analyze(text, options)),
    close: () => void loading.then((client) => client.close()),
  });
};
`,
};

function inlineFrom(wasm) {
  const packed = gzipSync(wasm, { level: constants.Z_BEST_COMPRESSION });
  packed[9] = 255; // the system that packed it: "unknown", so that every machine makes the same bytes
  return `// Made by tools/build.mjs: the module inside the script.
import { loader } from '../engine.js';

const packed = '${packed.toString('base64')}';

export async function wasmBytes() {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export const load = /* @__PURE__ */ loader(wasmBytes);
`;
}

// Modules written as one piece of script: their imports of each other go, their exports become plain names.
function inOneScope({ glue, modules }) {
  const plain = (text) => text.replace(/^import .*;\n/gm, '').replace(/^export /gm, '');
  return [glue.replace(/export default (\w+);?\s*$/, 'const createModule = $1;'), ...modules].map(plain).join('\n');
}

// For <script src>: a page opened from file:// may run classic scripts, and may not import modules.
function classicFrom(glue, engine, inline) {
  return `// Made by tools/build.mjs: engine and module in one classic script, which makes the global \`khabar\`.
var khabar = (() => {
'use strict';
${inOneScope({ glue, modules: [engine, inline] })}
return Object.freeze({ load, wasmBytes });
})();
`;
}

// For require(): without import(), which test runners that load CommonJS themselves may not know.
function commonJsFrom(glue, engine) {
  return `'use strict';
// Made by tools/build.mjs: engine.js and khabar.mjs as one CommonJS module.
const { readFile } = require('node:fs/promises');
const { join } = require('node:path');
${inOneScope({ glue, modules: [engine] })}
exports.load = loader(() => readFile(join(__dirname, 'khabar.wasm')));
`;
}

export function buildWasm() {
  ensure('wasm');
  say('building WebAssembly');
  const { emcmake, env } = emscripten();
  const folder = cmake('wasm', { wrap: [emcmake], env });
  const wasm = readFileSync(join(folder, 'wasm', 'khabar.wasm'));
  const put = (name, bytes) => writeIfChanged(at('wasm', 'dist', name), bytes);
  put('khabar.wasm', wasm);
  const glue = glueFrom(readFileSync(join(folder, 'wasm', 'khabar.mjs'), 'utf8'));
  const inline = inlineFrom(wasm);
  put('khabar.mjs', glue);
  put('inline.js', inline);
  const engine = readFileSync(at('wasm', 'engine.js'), 'utf8');
  put('inline.classic.js', classicFrom(glue, engine, inline));
  for (const [name, text] of Object.entries({ 'index.cjs': commonJsFrom(glue, engine), ...commonJs })) {
    put(name, text);
    const types = name.replace('.cjs', '.d.ts');
    put(types.replace('.d.ts', '.d.cts'), readFileSync(at('wasm', types), 'utf8').replaceAll("'./index.js'", "'./index.cjs'"));
  }
  put('sbom.json', sbomOf('package'));
  for (const name of ['package.md', 'schema.md', 'lexicons.md']) {
    writeIfChanged(at('wasm', 'docs', name), readFileSync(at('docs', name), 'utf8').replaceAll('](../wasm/', '](../'));
  }
  for (const name of ['LICENSE', 'NOTICE']) if (existsSync(at(name))) writeIfChanged(at('wasm', name), readFileSync(at(name)));
  return at('wasm', 'dist');
}

const pageSources = ['index.html', 'web', 'public', 'wasm', 'tests/articles', 'vite.config.js', 'tsconfig.json', 'package-lock.json'];

/** The page, in dist/. Undefined where there is none yet. */
export function buildPage() {
  if (!existsSync(at('index.html'))) return undefined;
  ensure('page');
  const folder = at('dist');
  const built = stamp(at('build', 'page.stamp'), hashOf([...filesBelow(pageSources), 'wasm/dist/inline.js', 'wasm/dist/khabar.mjs']));
  if (built.isFresh() && existsSync(join(folder, 'index.html')) && existsSync(at('build', 'page-packages.json'))) return folder;
  say('building the page');
  run('npm', ['exec', '--', 'vite', 'build']);
  built.done();
  return folder;
}

/** The page as one self-contained file, for file:// and for handing on: dist/khabar.html. */
export function buildSingle() {
  ensure('page');
  say('building the page as one file');
  run('npm', ['exec', '--', 'vite', 'build', '--mode', 'single']);
  return at('dist', 'khabar.html');
}

const builders = { native: buildNative, dev: buildDev, tsan: buildTsan, wasm: buildWasm, page: buildPage, single: buildSingle };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  for (const name of names) if (!builders[name]) fail(`There is nothing called ${name} to build: ${Object.keys(builders).join(', ')}.`, 2);
  for (const name of names) builders[name]();
}
