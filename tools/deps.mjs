// Installs what a command needs and does not find: Debian packages, npm packages, RE2's sources. What it cannot install it names.
//
//   npm run deps                       everything that build and test need
//   npm run deps -- lint bench         the needs of those commands
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { at, fail, filesBelow, hashOf, output, run, say, sha256, stamp, which } from './shared.mjs';

// RE2 of early 2023, the last before Abseil, as the npm package `re2` carries it: sources, Unicode tables and licence.
export const re2 = { package: 're2@1.19.2', sha256: 'ade4e920e33efbb6ba8c697d4fd42176bd9d29d6e9719a76d1cf5ceff28b00b8' };

const debian = which('apt-get') !== undefined && which('dpkg') !== undefined;
const header = (path) => !debian || existsSync(join('/usr/include', path)) || existsSync(join('/usr/local/include', path));

/** Emscripten's compiler: in the emsdk that $EMSDK names, or on PATH. */
export function emscripten() {
  const own = process.env.EMSDK && join(process.env.EMSDK, 'upstream', 'emscripten');
  const found = own && existsSync(join(own, 'emcc')) ? join(own, 'emcc') : which('emcc');
  if (!found) return undefined;
  const folder = found.slice(0, -'emcc'.length);
  const env = {};
  if (own && found.startsWith(own)) env.PATH = `${own}:${process.env.PATH}`;
  if (existsSync('/usr/share/emscripten') && found.startsWith('/usr/')) {
    // Debian's Emscripten looks for acorn where Node would, not where Debian puts it.
    env.NODE_PATH = ['/usr/share/nodejs', process.env.NODE_PATH].filter(Boolean).join(':');
    if (!process.env.EMSDK_PYTHON && existsSync('/usr/bin/python3')) env.EMSDK_PYTHON = '/usr/bin/python3';
  }
  return { emcmake: join(folder, 'emcmake'), emcc: found, env };
}

export function chromium() {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return process.env.CHROMIUM ?? which('chromium') ?? which('chromium-browser') ?? which('google-chrome') ?? (existsSync(mac) ? mac : undefined);
}

function compiler() {
  return process.env.CXX ?? which('c++') ?? which('g++') ?? which('clang++');
}

function cmakeIsNew() {
  const version = /(\d+)\.(\d+)/.exec(output('cmake', ['--version']) ?? '');
  return version !== null && (Number(version[1]) > 3 || Number(version[2]) >= 25);
}

// What there is to need: how to tell that it is there, and who brings it.
const tools = {
  cmake: { there: cmakeIsNew, what: 'CMake 3.25 or newer', debian: ['cmake'], brew: 'cmake' },
  ninja: { there: () => which('ninja'), what: 'Ninja', debian: ['ninja-build'], brew: 'ninja' },
  compiler: { there: compiler, what: 'a C++20 compiler', debian: ['g++'], brew: 'llvm (or: xcode-select --install)' },
  python: { there: () => which('python3'), what: 'Python 3', debian: ['python3'], brew: 'python3' },
  json: { there: () => header('nlohmann/json.hpp'), what: 'nlohmann/json', debian: ['nlohmann-json3-dev'], brew: 'nlohmann-json' },
  gtest: { there: () => header('gtest/gtest.h'), what: 'GoogleTest', debian: ['libgtest-dev'], brew: 'googletest' },
  benchmark: { there: () => header('benchmark/benchmark.h'), what: 'Google Benchmark', debian: ['libbenchmark-dev'], brew: 'google-benchmark' },
  emscripten: {
    there: emscripten,
    what: 'Emscripten 3.1.6 or newer',
    debian: ['emscripten'],
    brew: 'emscripten',
    otherwise: 'an emsdk of your own will do: source emsdk_env.sh, or set EMSDK to its folder',
  },
  chromium: { there: chromium, what: 'Chromium, for the tests of the page', debian: ['chromium'], brew: '--cask chromium', otherwise: 'or set CHROMIUM to a Chrome' },
  clang: { there: () => which('clang++'), what: 'clang with libFuzzer', debian: ['clang'], brew: 'llvm' },
  clangFormat: { there: () => which('clang-format'), what: 'clang-format', debian: ['clang-format'], brew: 'clang-format' },
  clangTidy: { there: () => which('clang-tidy'), what: 'clang-tidy', debian: ['clang-tidy'], brew: 'llvm' },
};

const base = ['cmake', 'ninja', 'compiler', 'python'];
export const needs = {
  native: [...base, 'json', 'gtest', 're2'],
  wasm: [...base, 'emscripten', 're2', 'npm'],
  page: ['npm'],
  test: [...base, 'json', 'gtest', 're2', 'emscripten', 'chromium', 'npm', 'recipes'],
  bench: [...base, 'json', 'gtest', 'benchmark', 're2'],
  fuzz: [...base, 'json', 're2', 'clang'],
  format: ['clangFormat', 'npm'],
  lint: [...base, 'json', 'gtest', 're2', 'clangFormat', 'clangTidy', 'npm'],
};

function installDebian(packages) {
  const root = process.getuid?.() === 0;
  const sudo = !root && which('sudo') && (output('sudo', ['-n', 'true']) !== undefined || process.stdin.isTTY);
  if (!debian || (!root && !sudo)) return false;
  const apt = (...words) =>
    run(root ? 'env' : 'sudo', [...(root ? [] : ['env']), 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...words], { allowFailure: true }).status === 0;
  say(`installing ${packages.join(' ')}`);
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages);
  return output('apt-cache', ['show', ...packages]) !== undefined && install() ? true : apt('update') && install();
}

function ensureTools(names) {
  const missing = names.map((name) => tools[name]).filter((tool) => tool && !tool.there());
  if (missing.length === 0) return;
  if (installDebian(missing.flatMap((tool) => tool.debian)) && missing.every((tool) => tool.there())) return;
  const lines = missing.filter((tool) => !tool.there()).map((tool) => `  ${tool.what}${tool.otherwise ? ` (${tool.otherwise})` : ''}`);
  fail(
    [
      'These are missing and could not be installed from here:',
      ...lines,
      '',
      `  Debian, Ubuntu:  sudo apt-get install --no-install-recommends ${missing.flatMap((tool) => tool.debian).join(' ')}`,
      `  macOS:           brew install ${missing.map((tool) => tool.brew).join(' ')}`,
    ].join('\n'),
  );
}

function ensureRe2() {
  const home = at('third_party', 're2');
  if (existsSync(join(home, 'vendor', 're2', 're2.h'))) return;
  mkdirSync(at('third_party'), { recursive: true });
  const folder = mkdtempSync(at('third_party', 'fetch-'));
  try {
    say(`fetching ${re2.package}`);
    const packed = run('npm', ['pack', re2.package, '--ignore-scripts', '--silent', '--pack-destination', folder], { allowFailure: true, quiet: true });
    const tarball = join(folder, (packed.stdout ?? '').trim().split('\n').pop() ?? '');
    if (packed.status !== 0 || !existsSync(tarball)) {
      const where = 'unpack the folder package/vendor of that tarball as third_party/re2/vendor, or build with -DKHABAR_SYSTEM_RE2=ON';
      fail(`${re2.package} could not be fetched from the npm registry (is there a network?).\n${packed.stderr ?? ''}\nBy hand: ${where}.`);
    }
    const hash = sha256(readFileSync(tarball));
    if (hash !== re2.sha256) fail(`${re2.package} is not the tarball it should be.\n  sha256 wanted ${re2.sha256}\n         got    ${hash}`);
    run('tar', ['-xzf', tarball, '-C', folder, 'package/vendor']);
    mkdirSync(home, { recursive: true });
    rmSync(join(home, 'vendor'), { recursive: true, force: true });
    renameSync(join(folder, 'package', 'vendor'), join(home, 'vendor'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ensureNpm(folder = '') {
  const lock = join(folder, 'package-lock.json');
  const asked = [lock, join(folder, 'package.json'), ...(folder ? [] : filesBelow(['wasm/package.json']))];
  const fresh = stamp(at(folder, 'node_modules', '.khabar-installed'), hashOf(asked));
  if (fresh.isFresh()) return;
  say(`installing npm packages${folder ? ` of ${folder}` : ''}`);
  run('npm', [existsSync(at(lock)) ? 'ci' : 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: at(folder),
    env: { npm_config_yes: 'true' },
  });
  fresh.done();
}

/** Sees to it that everything the named commands need is there. */
export function ensure(...commands) {
  if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node 20 or newer is needed; this is ${process.version}.`);
  const names = new Set(commands.flatMap((command) => needs[command] ?? fail(`There is nothing called ${command}: ${Object.keys(needs).join(', ')}.`, 2)));
  ensureTools([...names]);
  if (names.has('re2')) ensureRe2();
  if (names.has('npm')) ensureNpm();
  if (names.has('recipes')) ensureNpm('tests/recipes');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const commands = process.argv.slice(2);
  ensure(...(commands.length > 0 ? commands : ['native', 'wasm', 'page', 'test']));
  say('all that is needed is here');
}
