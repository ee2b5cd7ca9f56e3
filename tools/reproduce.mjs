// npm run reproduce: builds the package twice, in two clean folders of different names, without a compiler cache, and compares every byte.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { ensure } from './deps.mjs';
import { at, fail, output, run, say, sha256 } from './shared.mjs';

ensure('wasm');
const own = ['core', 'cmake', 'docs', 'tools', 'wasm', 'CMakeLists.txt', 'CMakePresets.json', 'LICENSE', 'NOTICE', 'package.json', 'package-lock.json', 'third_party/re2/vendor'];
const made = (path) => /(^|\/)(node_modules|dist|__pycache__|build)$/.test(path);
const base = mkdtempSync(join(tmpdir(), 'khabar-reproduce-'));

function copy(name) {
  const folder = join(base, name);
  for (const path of own) {
    if (!existsSync(at(path))) fail(`${path} is not there`);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(at(path), join(folder, path), { recursive: true, filter: (source) => !made(source) });
  }
  symlinkSync(at('node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Out: each file's hash by its path. */
function build(folder) {
  say(`building in ${folder}`);
  const env = { CCACHE_DISABLE: '1', CMAKE_CXX_COMPILER_LAUNCHER: '', CMAKE_C_COMPILER_LAUNCHER: '' };
  run(process.execPath, ['tools/build.mjs', 'wasm'], { cwd: folder, env, quiet: true });
  run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: join(folder, 'wasm'), quiet: true });
  const dist = join(folder, 'wasm', 'dist');
  const paths = [...readdirSync(dist).map((file) => join('wasm', 'dist', file)), ...readdirSync(folder).filter((file) => file.endsWith('.tgz'))];
  return new Map(paths.filter((path) => statSync(join(folder, path)).isFile()).map((path) => [path, sha256(readFileSync(join(folder, path)))]));
}

try {
  const [first, second] = ['a', 'another/folder-with-a-longer-name'].map(copy).map(build);
  const differ = [...new Set([...first.keys(), ...second.keys()])].filter((path) => first.get(path) !== second.get(path));
  if (differ.length > 0) fail(`Two clean builds differ: ${differ.join(', ')}`);
  for (const [path, hash] of first) console.log(`${hash}  ${path}`);
  say(`two clean builds, the same bytes (${(output('emcc', ['--version']) ?? 'emcc').split('\n')[0]})`);
} finally {
  rmSync(base, { recursive: true, force: true });
}
