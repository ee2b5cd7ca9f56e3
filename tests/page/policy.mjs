// What the page may do, what it keeps, and how small it is.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { browser, folder, open, paste } from './browser.mjs';
import { text } from './report_by_hand.mjs';

describe('what the page may do', { concurrency: 2 }, () => {
  test('its policy allows no connection, and none is made', async () => {
    const { page, context, trouble, requests } = await open({ violates: true });
    const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /connect-src 'none'/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
    await paste(page, { 'text/plain': text });
    await page.waitForFunction(() => /\d+ facts?/.test(document.querySelector('.article').textContent));
    for (const tab of await page.locator('[role=tab]').all()) await tab.click();
    assert.deepEqual(requests.filter((url) => !url.startsWith('blob:')), []);
    assert.deepEqual(trouble, []);
    const escaped = await page.evaluate(() => fetch('/index.html').then(() => 'fetched', () => 'refused'));
    assert.equal(escaped, 'refused');
    // The engine's worker is a blob too: it inherits the policy, which a worker with an address of its own would not.
    const worker = await page.evaluate(() => new Promise((answer) => {
      const code = `fetch('${location.href}').then(() => postMessage('fetched'), () => postMessage('refused'))`;
      new Worker(URL.createObjectURL(new Blob([code]))).onmessage = (event) => answer(event.data);
    }));
    assert.equal(worker, 'refused');
    await context.close();
  });

  test('it opens and reads without a network', async () => {
    const { page, context, trouble } = await open({ serviceWorkers: 'allow' });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await page.reload();
    await page.click('.sample >> nth=0');
    await page.waitForFunction(() => /\d+ facts?/.test(document.querySelector('.article')?.textContent));
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('one file does it all from disk, under the same policy', async () => {
    const place = mkdtempSync(join(tmpdir(), 'khabar-'));
    try {
      const built = spawnSync('npm', ['exec', '--', 'vite', 'build', '--mode', 'single', '--outDir', place, '--logLevel', 'error'], { cwd: new URL('../..', import.meta.url), encoding: 'utf8', shell: process.platform === 'win32' });
      assert.equal(built.status, 0, built.stderr);
      assert.deepEqual(readdirSync(place), ['khabar.html']);
      const context = await browser.newContext();
      const page = await context.newPage();
      const trouble = [];
      page.on('pageerror', (error) => trouble.push(error.message));
      page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
      await page.goto(pathToFileURL(join(place, 'khabar.html')).href);
      assert.match(await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content'), /script-src 'sha256-[^']+' 'wasm-unsafe-eval';.*connect-src 'none'/);
      await page.click('.sample >> nth=0');
      await page.waitForFunction(() => /\d+ facts?/.test(document.querySelector('.article')?.textContent));
      assert.deepEqual(trouble, []);
      await context.close();
    } finally {
      rmSync(place, { recursive: true });
    }
  });

  test('a page that breaks its policy fails its test', async () => {
    const { page, context } = await open();
    await page.evaluate(() => document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' })));
    await page.waitForTimeout(100);
    await assert.rejects(context.close(), /refused/);
  });

  test('hostile rich text is text: no element of it, no link, no request', async () => {
    const { page, context, trouble, requests } = await open();
    const html = `<h1 onclick="document.title=1">Border post attacked</h1><p>Gunmen killed <a href="javascript:document.title=2">two guards</a> in <b style="background:url(https://example.org/a.png)">Quetta</b>.</p>
      <img src="https://example.org/b.png" onerror="document.title=3"><iframe src="https://example.org/c"></iframe><svg onload="document.title=4"><script>document.title=5</script></svg>
      <link rel="stylesheet" href="https://example.org/d.css"><meta http-equiv="refresh" content="0;url=https://example.org/e"><base href="https://example.org/"><form action="https://example.org/f"><input autofocus onfocus="document.title=6"></form>
      <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=document.title=7&gt;">`;
    await paste(page, { 'text/plain': 'flat', 'text/html': html });
    await page.waitForFunction(() => /\d+ facts?/.test(document.querySelector('.article').textContent));
    for (const tab of await page.locator('[role=tab]').all()) await tab.click();
    assert.equal(await page.locator('main :is(a[href], img, iframe, script, link, form, base, [onclick], [onerror])').count(), 0);
    assert.match(await page.textContent('.text'), /Gunmen killed two guards in Quetta/);
    assert.equal(await page.title(), 'Khabar');
    assert.deepEqual(requests.filter((url) => !url.startsWith('blob:')), []);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('nothing is kept unless it is switched on, and all of it can be cleared', async () => {
    const { page, context } = await open({ load: true });
    const databases = () => page.evaluate(async () => (await indexedDB.databases()).map((each) => each.name));
    assert.deepEqual(await databases(), []);
    await page.click('.trust');
    await page.click('text=Keep articles and marks on this device');
    await page.waitForFunction(async () => (await indexedDB.databases()).length === 1);
    await page.waitForTimeout(900);
    await page.reload();
    await page.waitForSelector('.text .is-title');
    await page.click('.trust');
    await page.click('text=Clear all');
    await page.waitForSelector('.start');
    assert.deepEqual(await databases(), []);
    await context.close();
  });

  test('pasted markup stays text', async () => {
    const { page, context, trouble } = await open();
    const hostile = 'A <img src=x onerror="document.title=1"> <script>document.title=2</script> headline\n\n<b>Ten</b> people were hurt in Quetta on Sunday.';
    await paste(page, { 'text/plain': hostile });
    assert.equal(await page.locator('.text img, .text script, .text b').count(), 0);
    assert.match(await page.textContent('.text'), /<script>document\.title=2<\/script>/);
    assert.equal(await page.title(), 'Khabar');
    assert.deepEqual(trouble, []);
    await context.close();
  });
});

test('the first load is small: under 150 KB brotli without the engine', () => {
  // What index.html names; the engine and the parts that come later (page/later.tsx) are asked for by the script.
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = ['index.html', ...[...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, name]) => name)];
  assert.ok(files.length >= 4, files.join());
  const size = files.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(folder, name))).length, 0);
  assert.ok(size < 150_000, `${size} bytes`);
});
