// What the tests of the package and of the command line share: articles, mangled articles, the program, the bare module.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from 'playwright-core';

import { chromium as browserPath } from '../tools/deps.mjs';
import { at } from '../tools/shared.mjs';

export { at };
export const program = at('build', 'native', process.platform === 'win32' ? 'khabar.exe' : 'khabar');

/** Runs the program. Out: { status, stdout, stderr } as strings. */
export function khabar(words, input = '') {
  if (!existsSync(program)) throw new Error(`${program} is not built: npm run build:native`);
  const { status, stdout, stderr } = spawnSync(program, words, { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  return { status, stdout, stderr };
}

/** [{ name, bytes }] of tests/articles. */
export function articles() {
  const folder = at('tests', 'articles');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name: name.slice(0, -'.txt'.length), bytes: readFileSync(join(folder, name)) }));
}

/** A generator of whole numbers below n, the same on every machine (xorshift32). */
export function numbers(seed) {
  let state = seed || 1;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % n;
  };
}

/** Articles spoilt as the world spoils them: cut short, bytes flipped, pieces lost, doubled or swapped, no UTF-8, NULs, one line. */
export function mangled({ bytes, name }, count, seed = 1) {
  const below = numbers(seed * 7919 + bytes.length);
  const kinds = {
    cut: () => bytes.subarray(0, below(bytes.length)),
    beheaded: () => bytes.subarray(below(bytes.length)),
    flipped: () => {
      const out = Buffer.from(bytes);
      for (let i = 0; i < 1 + below(40); ++i) out[below(out.length)] ^= 1 << below(8);
      return out;
    },
    nuls: () => {
      const out = Buffer.from(bytes);
      for (let i = 0; i < 20; ++i) out[below(out.length)] = 0;
      return out;
    },
    foreign: () => {
      const junk = [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xe2, 0x82], [0xf0, 0x9f, 0x98, 0x80], [0xe2, 0x80, 0x8f], [0xef, 0xbb, 0xbf], [0xf4, 0x90, 0x80, 0x80]];
      let out = Buffer.from(bytes);
      for (let i = 0; i < 25; ++i) {
        const place = below(out.length);
        out = Buffer.concat([out.subarray(0, place), Buffer.from(junk[below(junk.length)]), out.subarray(place)]);
      }
      return out;
    },
    lost: () => {
      const from = below(bytes.length);
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(Math.min(bytes.length, from + below(400)))]);
    },
    doubled: () => {
      const from = below(bytes.length);
      const piece = bytes.subarray(from, from + below(600));
      return Buffer.concat([bytes.subarray(0, from), piece, piece, bytes.subarray(from)]);
    },
    oneLine: () => Buffer.from(bytes.toString('latin1').replace(/\s+/g, ' '), 'latin1'),
    unspaced: () => Buffer.from(bytes.toString('latin1').replace(/ /g, () => (below(6) ? ' ' : '')), 'latin1'),
    shouted: () => Buffer.from(bytes.toString('utf8').toUpperCase()),
    whispered: () => Buffer.from(bytes.toString('utf8').toLowerCase()),
    html: () => Buffer.from(`<p>${bytes.toString('utf8').replace(/\n\n/g, '</p>\n<p class="x">').replace(/’/g, '&rsquo;')}</p>`),
  };
  const names = Object.keys(kinds);
  return Array.from({ length: count }, (_, i) => {
    const kind = names[i % names.length];
    return { name: `${name}, ${kind} ${i}`, bytes: kinds[kind]() };
  });
}

/**
 * The module without engine.js, so that a test sees the very bytes it writes. Out: (bytes, { id, published, offsets }) -> string
 * of JSON; a string without JSON is an error.
 */
export async function bareModule() {
  const { default: createModule } = await import(at('wasm', 'dist', 'khabar.mjs'));
  const module = await WebAssembly.compile(readFileSync(at('wasm', 'dist', 'khabar.wasm')));
  const engine = await createModule({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module));
      return {};
    },
  });
  engine.open([]);
  const encoder = new TextEncoder();
  return (bytes, { id = '', published = '', offsets = 0 } = {}) => {
    const answer = engine.analyze(bytes, encoder.encode(id), encoder.encode(published), offsets, null);
    return typeof answer === 'string' ? answer : Buffer.from(answer).toString('utf8');
  };
}

/** A folder that is gone after the test. */
export function temporaryFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const execute = (program, words, options) => execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options });

/** The tarball that npm would publish, installed offline into an empty project. Out: { home, tarball, files }, `files` as npm lists them. */
export function installedPackage(folder) {
  const [{ filename, files }] = JSON.parse(execute('npm', ['pack', '--json', '--pack-destination', folder], { cwd: at('wasm') }));
  const tarball = join(folder, filename);
  const home = join(folder, 'project');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  execute('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball], { cwd: home });
  return { home, tarball, files: files.map(({ path }) => path) };
}

/** Chromium, without a window, until the test is over. */
export async function openBrowser(t) {
  const browser = await chromium.launch({ executablePath: browserPath(), headless: true, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  t.after(() => browser.close());
  return browser;
}
