// npm run bench -- compare: Khabar beside its peers on the same texts; writes docs/performance.md and docs/performance.svg.
//
// Each number is the best of a few runs, each run a process of its own, in processor time (user and system, all threads), so
// that other programs on the machine disturb little. What takes longer than the limit is left out and shown as such.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

import { chromium as browserPath } from '../tools/deps.mjs';
import { serve } from '../tools/serve.mjs';
import { at, say } from '../tools/shared.mjs';
import { engines } from './engines.mjs';
import { page } from './page.mjs';
import { text } from './texts.mjs';

const limit = 120_000; // milliseconds for one run
const article = 5000;
const sizes = [1e6, 1e7];
const articles = Array.from({ length: 100 }, (_, nth) => text(article, nth));

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;

/** Up to that many runs, fewer where they take long; the one with the least processor time, undefined where one failed. */
function best(times, run) {
  const runs = [];
  const start = performance.now();
  for (let time = 0; time < times && performance.now() - start < limit / 6; ++time) {
    const one = run();
    if (!one) return undefined;
    runs.push(one);
  }
  return runs.sort((a, b) => a.processor - b.processor)[0];
}

/** One run of one engine in Node; undefined where it fails or takes too long. */
function inNode(name, what, texts) {
  const { status, stdout } = spawnSync(process.execPath, ['--max-old-space-size=3500', at('bench', 'measure.mjs'), name, what], {
    input: JSON.stringify(texts),
    timeout: limit,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

function measureInNode(name) {
  say(engines[name].name);
  const cold = best(5, () => inNode(name, 'cold', [articles[0]]));
  const each = best(3, () => inNode(name, 'article', articles));
  const row = { name: engines[name].name, extracts: engines[name].extracts, cold: cold?.processor, coldClock: cold?.clock, article: each?.processor, rates: [] };
  let expected = 0; // milliseconds, at least, by the size before
  for (const size of sizes) {
    const run = expected > limit ? undefined : best(3, () => inNode(name, String(size), [text(size), articles[1]]));
    row.rates.push(run ? size / 1e3 / run.processor : undefined);
    row.memory = run?.memory ?? row.memory;
    expected = run ? run.processor * (sizes[1] / sizes[0]) : Infinity;
  }
  return row;
}

/** The command line: what the operating system says that a run took. */
function measureNative() {
  say('Khabar, native');
  const program = at('build', 'native', 'khabar');
  const folder = mkdtempSync(join(tmpdir(), 'khabar-bench-'));
  const put = (name, bytes) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const script =
    'import json,resource,subprocess,sys,time\nstart=time.time()\nsubprocess.run(sys.argv[2:],stdin=open(sys.argv[1]),stdout=subprocess.DEVNULL,check=True)\n' +
    'used=resource.getrusage(resource.RUSAGE_CHILDREN)\n' +
    'print(json.dumps({"clock":(time.time()-start)*1e3,"processor":(used.ru_utime+used.ru_stime)*1e3,"memory":used.ru_maxrss/1024}))';
  const once = (input, ...words) => JSON.parse(spawnSync('python3', ['-c', script, input, program, ...words], { encoding: 'utf8' }).stdout);
  try {
    const short = put('article', articles[0]);
    const cold = best(9, () => once(short, 'analyze', '-'));
    const input = put('many', articles.map((one, id) => JSON.stringify({ id: String(id), text: one })).join('\n'));
    const many = best(5, () => once(input, 'stream', '--jobs', '1'));
    // By the clock only: the processor time of so short a run is mostly that of what starts it.
    const row = { name: 'Khabar, native', extracts: engines.khabar.extracts, coldClock: cold.clock, rates: [] };
    row.article = (many.processor - cold.processor) / (articles.length - 1);
    for (const size of sizes) {
      const long = put('long', text(size));
      const run = best(3, () => once(long, 'analyze', '-'));
      row.rates.push(size / 1e3 / (run.processor - cold.processor));
      row.memory = run.memory;
    }
    return row;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The package in Chromium, by the clock: a browser tells no processor time. Each run has a page of its own. */
async function measureInChromium() {
  const { chromium } = await import('playwright-core');
  if (!browserPath()) return undefined;
  say('Khabar, WebAssembly in Chromium');
  const folder = mkdtempSync(join(tmpdir(), 'khabar-bench-'));
  symlinkSync(at('wasm'), join(folder, 'khabar'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta charset="utf-8"><title>bench</title>');
  const { server, address } = await serve(folder);
  const browser = await chromium.launch({ executablePath: browserPath(), headless: true, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  const runs = [];
  try {
    for (let run = 0; run < 5; ++run) {
      const tab = await browser.newPage();
      await tab.goto(address);
      runs.push(
        await tab.evaluate(
          async ({ articles, long }) => {
            const start = performance.now();
            const { load } = await import('/khabar/browser.js');
            const engine = await load();
            engine.analyze(articles[0]);
            const cold = performance.now() - start;
            const timed = (one) => {
              const begin = performance.now();
              engine.analyze(one);
              return performance.now() - begin;
            };
            for (const one of Array(5).fill(articles).flat()) timed(one); // 200, as in Node
            const each = articles.map(timed).sort((a, b) => a - b);
            return { cold, article: each[each.length >> 1], long: long.map(timed) };
          },
          { articles: articles.slice(0, 40), long: sizes.map((size) => text(size)) },
        ),
      );
      await tab.close();
    }
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const smallest = (of) => Math.min(...runs.map(of));
  return {
    name: 'Khabar, WebAssembly in Chromium',
    extracts: engines.khabar.extracts,
    coldClock: smallest((run) => run.cold),
    article: smallest((run) => run.article),
    rates: sizes.map((size, index) => size / 1e3 / smallest((run) => run.long[index])),
  };
}

/** Bytes that a page would load: minified, and packed by Brotli. */
async function sizeOf(name) {
  const { entry } = engines[name];
  if (name === 'khabar') {
    const files = ['browser.js', 'engine.js', 'dist/khabar.mjs', 'dist/khabar.wasm'].map((file) => readFileSync(at('wasm', file)));
    return { minified: files.reduce((sum, file) => sum + file.length, 0), brotli: files.reduce((sum, file) => sum + brotli(file), 0) };
  }
  if (!entry) return { minified: 0, brotli: 0 };
  const { build } = await import('vite');
  const file = at('bench', `.entry-${name}.mjs`);
  writeFileSync(file, entry);
  try {
    const built = await build({
      configFile: false,
      logLevel: 'silent',
      root: at('bench'),
      build: { write: false, minify: true, rollupOptions: { input: file } },
    });
    const code = [built].flat().flatMap(({ output }) => output.map((chunk) => Buffer.from(chunk.code ?? chunk.source)));
    return { minified: code.reduce((sum, bytes) => sum + bytes.length, 0), brotli: code.reduce((sum, bytes) => sum + brotli(bytes), 0) };
  } finally {
    rmSync(file, { force: true });
  }
}

export async function compare() {
  const load = loadavg()[0];
  const rows = [measureNative()];
  for (const name of Object.keys(engines)) rows.push({ ...measureInNode(name), size: await sizeOf(name) });
  const browser = await measureInChromium();
  if (browser) rows.splice(2, 0, browser);
  const { markdown, svg } = page(rows, {
    machine: `${cpus()[0].model}, ${cpus().length} processors, Node ${process.version}`,
    load: `${load.toFixed(1)} at the start, ${loadavg()[0].toFixed(1)} at the end`,
  });
  writeFileSync(at('docs', 'performance.md'), markdown);
  writeFileSync(at('docs', 'performance.svg'), svg);
  console.log(markdown);
}

await compare();
