// How long the page's own thread is busy while a long article is pasted, read and looked at: node bench/main_thread.mjs
//
//   --size 200000      characters of the article
//   --check            ends with status 1 where a task took more than 50 ms of processor time
//
// Two measures of each step. The Performance API's long tasks are what a reader feels: by the clock, so that other programs on the
// machine count. Chromium's trace gives the same tasks by the thread's own processor time, which they do not slow.
import { createRequire } from 'node:module';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';

import { buildPage } from '../tools/build.mjs';
import { chromium as browserPath } from '../tools/deps.mjs';
import { serve } from '../tools/serve.mjs';
import { text } from './texts.mjs';

const { values: options } = parseArgs({ options: { size: { type: 'string', default: '200000' }, check: { type: 'boolean', default: false } } });
const { chromium } = createRequire(import.meta.url)('playwright-core');
const most = 50; // milliseconds: what RAIL and the Long Tasks API call long

const folder = buildPage();
const { server, address } = await serve(folder);
const browser = await chromium.launch({ executablePath: browserPath(), headless: true, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
const page = await context.newPage();
const session = await context.newCDPSession(page);

/** The thread's tasks between two moments, longest first: milliseconds of processor time and what ran longest inside. */
async function traced(run) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] } });
  await page.evaluate(() => {
    window.longTasks = [];
    window.longTaskObserver = new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((entry) => entry.duration)));
    window.longTaskObserver.observe({ type: 'longtask' });
  });
  const begun = performance.now();
  await run();
  const took = performance.now() - begun;
  await page.evaluate(() => new Promise((done) => setTimeout(done, 120)));
  const long = await page.evaluate(() => (window.longTaskObserver.disconnect(), window.longTasks));
  const ended = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await ended;
  session.off('Tracing.dataCollected', collect);
  // The page's own thread: of the renderers' main threads the one that worked most.
  const mains = events.filter((event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain');
  const load = ({ pid, tid }) => events.reduce((sum, event) => sum + (event.pid === pid && event.tid === tid && event.name.endsWith('RunTask') ? event.dur : 0), 0);
  const main = mains.map((thread) => ({ thread, load: load(thread) })).sort((a, b) => b.load - a.load)[0].thread;
  const own = events.filter((event) => event.ph === 'X' && event.pid === main.pid && event.tid === main.tid);
  const tasks = own.filter((event) => event.name.endsWith('RunTask')).map((task) => ({ task, time: (task.tdur ?? task.dur) / 1000 })).sort((a, b) => b.time - a.time);
  const within = (task) => {
    const parts = new Map();
    for (const event of own) if (event !== task && event.ts >= task.ts && event.ts + event.dur <= task.ts + task.dur && !event.name.includes('RunTask')) parts.set(event.name, (parts.get(event.name) ?? 0) + (event.tdur ?? event.dur) / 1000);
    return [...parts].sort((a, b) => b[1] - a[1]).slice(0, 5).map(([name, time]) => `${name} ${time.toFixed(0)}`).join(', ');
  };
  return { took, tasks: tasks.map(({ time }) => time), long, inside: tasks.length ? within(tasks[0].task) : '' };
}

const article = text(Number(options.size));
const given = (words) => {
  const transfer = new DataTransfer();
  transfer.setData('text/plain', words);
  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
};
const settled = async () => page.waitForFunction(() => !document.querySelector('[data-busy]'));
const tab = (name, ready) => [name, async () => {
  await page.click(`#tab-${name}`);
  if (ready) await page.waitForSelector(ready);
  await settled();
}];
const steps = [
  ['paste and read', async () => {
    await page.evaluate(given, article);
    await page.waitForFunction(() => /\d+ facts?/.test(document.querySelector('.article')?.textContent), undefined, { timeout: 120_000 });
    await settled();
  }],
  tab('tables'), tab('timeline'), tab('figures'), tab('network'), tab('map', '.map .place'), tab('overview'),
  ['next fact, ten times', async () => { for (let n = 0; n < 10; n += 1) await page.keyboard.press('n'); }],
  ['the last fact of the text', async () => page.keyboard.press('p').then(() => page.keyboard.press('Escape')).then(() => page.keyboard.press('p'))],
  ['scroll to the end', async () => { await page.evaluate(() => document.querySelector('.text-scroller').scrollTo({ top: 1e9 })); await page.waitForTimeout(300); }],
  ['a kind unlit and lit', async () => { await page.click('.legend-kind[data-kind=place]'); await page.click('.legend-kind[data-kind=place]'); await settled(); }],
  ['find “police”', async () => { await page.keyboard.press('/'); await page.fill('.find input', 'police'); await page.keyboard.press('Escape'); }],
  ['reject and undo', async () => { await page.keyboard.press('n'); await page.keyboard.press('x'); await page.keyboard.press('Control+z'); await settled(); }],
  ['edit: a sentence typed', async () => {
    await page.click('text=Edit');
    await page.locator('.editor').pressSequentially('Gunmen killed two guards. ', { delay: 15 });
    await page.waitForTimeout(400);
    await page.waitForFunction(() => /\d+ facts?/.test(document.querySelector('.article')?.textContent), undefined, { timeout: 120_000 });
    await page.click('text=Done');
    await settled();
  }],
];

await page.goto(address);
await page.waitForSelector('.app[data-loaded]');
await page.waitForTimeout(300);
const rows = [];
for (const [name, run] of steps) {
  try {
    rows.push({ name, ...(await traced(run)) });
  } catch (error) {
    rows.push({ name, took: NaN, tasks: [NaN], long: [], inside: String(error).split('\n')[0] });
  }
}
await browser.close();
server.close();

console.log(`A text of ${article.length} characters, Chromium, ${folder}\n`);
console.log('| step | longest task, ms of processor time | tasks over 50 ms | long tasks by the clock | inside the longest |\n|---|---|---|---|---|');
for (const { name, tasks, long, inside } of rows) console.log(`| ${name} | ${(tasks[0] ?? 0).toFixed(0)} | ${tasks.filter((time) => time > most).length} | ${long.length ? `${long.length} (${Math.max(...long)} ms)` : 'none'} | ${inside} |`);

const bytes = (names) => names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(folder, name))).length, 0);
const html = readFileSync(join(folder, 'index.html'), 'utf8');
const first = ['index.html', ...[...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, name]) => name)];
const all = readdirSync(folder, { recursive: true }).map(String).filter((name) => statSync(join(folder, name)).isFile() && name !== 'khabar.html');
console.log(`\nFirst load, Brotli: ${bytes(first)} bytes (${first.length} files)`);
for (const name of all.filter((each) => !first.includes(each))) console.log(`after it: ${name} ${bytes([name])} bytes`);
if (options.check && rows.some(({ tasks }) => !(tasks[0] <= most))) process.exitCode = 1;
