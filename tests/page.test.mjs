// The built page in a real browser, served from this machine: what a reader does with it, and that nothing leaves it.
//
//   node --test tests/page.test.mjs        builds what is out of date first; CHROMIUM names another browser
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createReadStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { chromium } from 'playwright-core';

import { buildPage } from '../tools/build.mjs';
import { chromium as browserPath } from '../tools/deps.mjs';
import { report, text, workspace } from './page/report_by_hand.mjs';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json', '.webmanifest': 'application/manifest+json' };
const flags = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server;
let browser;
let address;

before(async () => {
  const folder = buildPage();
  server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname)).replace(/\/$/, '/index.html');
    const file = join(folder, path);
    if (!file.startsWith(folder) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  address = `http://localhost:${server.address().port}/`;
  browser = await chromium.launch({ executablePath: browserPath(), headless: true, args: flags });
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** A page that has loaded. `trouble` collects errors, `requests` every request after load. */
async function open({ width = 1280, height = 800, colorScheme = 'light', bypassCSP = false, load = false, before: prepare, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, bypassCSP, reducedMotion: 'reduce', serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  if (prepare) await page.addInitScript(prepare);
  page.setDefaultTimeout(8000);
  const trouble = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  await page.goto(address);
  await page.waitForSelector(load ? '.start' : '.app[data-engine]'); // a report made by hand needs no engine
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  if (load) {
    await page.setInputFiles('input[type=file]', { name: 'checkpoint.khabar', mimeType: 'application/json', buffer: Buffer.from(workspace) });
    await page.waitForSelector('.text .is-title');
  }
  return { page, context, trouble, requests };
}

async function paste(page, data) {
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const [type, value] of Object.entries(given)) transfer.setData(type, value);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, data);
  await page.waitForSelector('.text .passage');
}

/** The words that a highlight lights, one string a span. */
const lit = (page, name) => page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset)), name);
const words = (span) => text.slice(...span);

/** The middle of some words on the screen. */
async function pointAt(page, wanted) {
  return page.evaluate((target) => {
    const walker = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(target);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + target.length);
      node.parentElement.scrollIntoView({ block: 'center' });
      const box = range.getClientRects()[0];
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    return null;
  }, wanted);
}

describe('what the page may do', { concurrency: 2 }, () => {
  test('its policy allows no connection, and none is made', async () => {
    const { page, context, trouble, requests } = await open();
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
    const folder = mkdtempSync(join(tmpdir(), 'khabar-'));
    try {
      const built = spawnSync('npm', ['exec', '--', 'vite', 'build', '--mode', 'single', '--outDir', folder, '--logLevel', 'error'], { cwd: new URL('..', import.meta.url), encoding: 'utf8', shell: process.platform === 'win32' });
      assert.equal(built.status, 0, built.stderr);
      assert.deepEqual(readdirSync(folder), ['khabar.html']);
      const context = await browser.newContext();
      const page = await context.newPage();
      const trouble = [];
      page.on('pageerror', (error) => trouble.push(error.message));
      page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
      await page.goto(pathToFileURL(join(folder, 'khabar.html')).href);
      assert.match(await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content'), /script-src 'sha256-[^']+' 'wasm-unsafe-eval';.*connect-src 'none'/);
      await page.click('.sample >> nth=0');
      await page.waitForFunction(() => /\d+ facts?/.test(document.querySelector('.article')?.textContent));
      assert.deepEqual(trouble, []);
      await context.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
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
  const folder = buildPage();
  const files = readdirSync(folder, { recursive: true }).map(String).filter((name) => /\.(html|js|css|svg)$/.test(name) && !/inline-|khabar\.html/.test(name));
  const size = files.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(folder, name))).length, 0);
  assert.ok(size < 150_000, `${size} bytes`);
});

describe('bringing articles in', { concurrency: 3 }, () => {
  test('rich text keeps its headings and lists as lines', async () => {
    const { page, context } = await open();
    const html = '<html><head><style>p{}</style></head><body><h1>Border post attacked</h1><p>Gunmen <b>killed</b> two&nbsp;guards.<br>The army replied.</p><ul><li>one<li>two</ul><script>1</script></body></html>';
    await paste(page, { 'text/plain': 'flat', 'text/html': html });
    await page.click('text=Edit');
    assert.equal(await page.inputValue('.editor'), 'Border post attacked\n\nGunmen killed two\u00a0guards.\nThe army replied.\n\n- one\n- two');
    await context.close();
  });

  test('the engine reads a pasted article in its worker, and again when it is edited', async () => {
    const { page, context, trouble } = await open();
    await paste(page, { 'text/plain': text });
    await page.waitForFunction(() => /fact/.test(document.querySelector('.article').textContent));
    await page.click('text=Edit');
    await page.fill('.editor', 'Gunmen killed two policemen in Quetta on Sunday, officials said.');
    await page.click('text=Done');
    await page.waitForFunction(() => document.querySelector('.text').textContent.startsWith('Gunmen killed two policemen'));
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('text dropped on the page is an article', async () => {
    const { page, context } = await open();
    await page.evaluate((dropped) => {
      const transfer = new DataTransfer();
      transfer.setData('text/plain', dropped);
      document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, 'A short note about nothing in particular.');
    await page.waitForSelector('.text >> text=A short note');
    await context.close();
  });

  test('several files at once, and what cannot be read is named', async () => {
    const { page, context } = await open();
    const file = (name, content) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    await page.setInputFiles('input[type=file]', [file('one.txt', 'First article.\n\nBody.'), file('two.md', '# Second\n\nBody.'), file('broken.txt', 'a\0b')]);
    await page.waitForSelector('.article >> nth=1');
    assert.equal(await page.locator('.article').count(), 2);
    assert.match(await page.textContent('.notice.is-error'), /broken\.txt.*not a text file/);
    await context.close();
  });
});

describe('facts and words', { concurrency: 3 }, () => {
  test('a fact lights its words; words choose their fact', async () => {
    const { page, context, trouble } = await open({ load: true });
    await page.click('#tab-tables');
    await page.click('[data-fact=v2] button');
    assert.deepEqual(await lit(page, 'kh-focus'), ['raid']);
    assert.deepEqual(await lit(page, 'kh-evidence'), [words(report.events[1].evidence[0])]);
    const place = await page.evaluate(() => {
      const range = [...CSS.highlights.get('kh-focus')][0];
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const box = live.getBoundingClientRect();
      const view = document.querySelector('.text-scroller').getBoundingClientRect();
      return box.top >= view.top && box.bottom <= view.bottom;
    });
    assert.ok(place, 'the words are in view');
    await page.keyboard.press('Escape');
    assert.deepEqual(await lit(page, 'kh-focus'), []);

    const point = await pointAt(page, 'North Waziristan');
    await page.mouse.click(point.x, point.y);
    assert.match(await page.textContent('.inspector h3'), /North Waziristan/);
    assert.equal(await page.getAttribute('[data-fact=e12] button', 'aria-pressed'), 'true');
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('every fact of the report is lit, and the legend filters', async () => {
    const { page, context } = await open({ load: true });
    assert.deepEqual((await lit(page, 'kh-time')).length, report.times.length);
    assert.deepEqual(await lit(page, 'kh-incident-not'), ['was hurt']);
    await page.click('.legend-kind[data-kind=time]');
    assert.deepEqual(await lit(page, 'kh-time'), []);
    assert.ok((await lit(page, 'kh-place')).length > 5);
    await page.click('.legend-kind[data-kind=place]', { modifiers: ['Shift'] });
    assert.deepEqual(await lit(page, 'kh-person'), []);
    await page.keyboard.press('l');
    assert.equal((await lit(page, 'kh-time')).length, report.times.length);
    await page.click('.legend-kind[data-family=done]');
    assert.deepEqual(await lit(page, 'kh-incident-done'), []);
    assert.deepEqual(await lit(page, 'kh-incident-not'), ['was hurt']);
    await context.close();
  });

  test('without the Custom Highlight API the same words are marked', async () => {
    const { page, context, trouble } = await open({ load: true, before: () => delete window.Highlight });
    assert.deepEqual(await page.locator('mark.kh-incident-not').allTextContents(), ['was hurt']);
    assert.equal(await page.locator('.text .is-title').textContent(), report.document.title.text);
    await page.locator('mark', { hasText: 'North Waziristan' }).first().click();
    assert.match(await page.textContent('.inspector h3'), /North Waziristan/);
    assert.deepEqual(await page.locator('mark.kh-focus').allTextContents(), ['North Waziristan']);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('what is only called for or denied is never among what was done', async () => {
    const { page, context } = await open({ load: true });
    const done = await page.textContent('.realis-column.is-done');
    const called = await page.textContent('.realis-column.is-called');
    assert.match(done, /Suicide bombing/);
    assert.doesNotMatch(done, /launch|Denied|revive/);
    assert.match(called, /revive the joint border commission/);
    assert.match(await page.textContent('.realis-column.is-not'), /Denied/);
    await context.close();
  });

  test('the words stay lit when one goes from article to article', async () => {
    const { page, context } = await open({ load: true });
    await page.click('text=+ Add');
    await page.click('.sample >> nth=1');
    await page.waitForSelector('.article >> nth=1');
    await page.click('.article >> nth=0');
    assert.equal((await lit(page, 'kh-time')).length, report.times.length);
    await page.click('text=+ Add');
    await page.keyboard.press('Escape');
    assert.equal((await lit(page, 'kh-time')).length, report.times.length);
    await context.close();
  });

  test('tables sort and filter', async () => {
    const { page, context } = await open({ load: true, width: 1920 });
    await page.click('#tab-tables');
    await page.click('.kind-picker >> text=Figures');
    await page.click('th >> text=Value');
    assert.match(await page.textContent('tbody tr >> nth=0'), /\$3 million/);
    await page.fill('.filter input', 'engineers');
    assert.equal(await page.locator('tbody tr').count(), 1);
    await context.close();
  });

  test('many facts are judged at once and undone at once', async () => {
    const { page, context } = await open({ load: true });
    await page.click('#tab-tables');
    await page.click('.kind-picker >> text=Figures');
    await page.fill('.filter input', 'a');
    const shown = await page.locator('.facts [data-fact]').count();
    await page.click('.table-foot >> text=Reject');
    assert.equal(await page.locator('.facts [data-fact].is-rejected').count(), shown);
    assert.equal((await lit(page, 'kh-figure')).length, report.quantities.length - shown);
    await page.selectOption('.table-tools label:has-text("Marks") select', 'none');
    assert.equal(await page.locator('.facts [data-fact]').count(), 0);
    await page.click('[aria-label=Undo]');
    assert.equal(await page.locator('.facts [data-fact]').count(), shown);
    await context.close();
  });

  test('marks can be undone and redone', async () => {
    const { page, context } = await open({ load: true });
    await page.keyboard.press('n');
    await page.keyboard.press('x');
    assert.equal(await page.locator('.inspector .verdict.is-rejected').count(), 1);
    await page.keyboard.press('Control+z');
    assert.equal(await page.locator('.inspector .verdict').count(), 0);
    await page.keyboard.press('Control+Shift+z');
    assert.equal(await page.locator('.inspector .verdict.is-rejected').count(), 1);
    await context.close();
  });

  test('a correction shows everywhere and goes along with the workspace', async () => {
    const first = await open({ load: true });
    await first.page.click('#tab-tables');
    await first.page.click('[data-fact=v1] button');
    await first.page.keyboard.press('e');
    await first.page.fill('.correct label:has-text("Where") input', 'Kohat');
    await first.page.click('text=Save correction');
    assert.match(await first.page.textContent('[data-fact=v1]'), /Kohat.*|corrected/);
    await first.page.click('text=Export');
    const [saved] = await Promise.all([first.page.waitForEvent('download'), first.page.click('.exports li:has-text("Workspace") button')]);
    const file = { name: saved.suggestedFilename(), mimeType: 'application/json', buffer: readFileSync(await saved.path()) };
    await first.context.close();
    const { page, context } = await open();
    await page.setInputFiles('input[type=file]', file);
    await page.waitForSelector('.realis-column.is-done >> text=Kohat');
    await context.close();
  });

  test('what goes to a spreadsheet cannot be a formula; the brief quotes', async () => {
    const hostile = structuredClone(report);
    hostile.entities[4].name = '=HYPERLINK("http://example.org","x")';
    const { page, context } = await open();
    await page.setInputFiles('input[type=file]', { name: 'a.khabar', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ format: 'khabar-workspace/1', articles: [{ text, report: hostile }] })) });
    await page.waitForSelector('.text .is-title');
    await page.click('text=Export');
    const take = async (part) => {
      const [saved] = await Promise.all([page.waitForEvent('download'), page.click(`.exports li:has-text("${part}") button:has-text("Download")`)]);
      return readFileSync(await saved.path(), 'utf8');
    };
    await page.selectOption('.exports select', 'person');
    assert.match(await take('CSV'), /"'=HYPERLINK\(""http/);
    const brief = await take('Markdown');
    assert.match(brief, /## Stated as done[\s\S]*Suicide bombing[\s\S]*> A suicide bomber drove a pickup truck/);
    assert.doesNotMatch(brief.split('## Called for')[0], /launch a new operation/);
    assert.equal(JSON.parse(await take('khabar/1')).schema, 'khabar/1');
    await context.close();
  });

  test('a workspace that somebody bent is read anew, not believed', async () => {
    const bent = structuredClone(report);
    bent.entities[0].name = { toString: 'x' };
    bent.events[0].evidence = [null, [5, 99999999]];
    const { page, context, trouble } = await open();
    await page.setInputFiles('input[type=file]', { name: 'b.khabar', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ format: 'khabar-workspace/1', articles: [{ text, report: bent, marks: { a: 1, b: { verdict: 'maybe' } } }] })) });
    await page.waitForFunction(() => /\d+ facts?$/.test(document.querySelector('.article')?.textContent));
    assert.equal(await page.locator('text=by hand').count(), 0);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('a book is drawn in part, and further as far as one looks', async () => {
    const { page, context, trouble } = await open();
    await paste(page, { 'text/plain': `${Array.from({ length: 4000 }, (_, line) => `Line ${line}.`).join('\n')}\nNear the end stands Quetta.` });
    await page.waitForSelector('text=Show more of the text');
    await page.keyboard.press('/');
    await page.fill('.find input', 'quetta');
    await page.waitForFunction(() => CSS.highlights.get('kh-found-at')?.size === 1);
    assert.deepEqual(await lit(page, 'kh-found-at'), ['Quetta']);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('find lights what is found', async () => {
    const { page, context } = await open({ load: true });
    await page.keyboard.press('/');
    await page.waitForSelector('.find input:focus');
    await page.keyboard.type('bannu');
    assert.equal((await lit(page, 'kh-found')).length, 3);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.find >> text=2 of 3');
    await page.keyboard.press('Escape');
    assert.equal((await lit(page, 'kh-found')).length, 0);
    await context.close();
  });
});

describe('everyone', { concurrency: 3 }, () => {
  for (const [name, options] of [['light', {}], ['dark', { colorScheme: 'dark' }], ['phone', { width: 360, height: 740 }]])
    test(`axe finds nothing: ${name}`, async () => {
      const { page, context } = await open({ ...options, bypassCSP: true });
      const check = async (where) => {
        const found = await page.evaluate(async () => (await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target).join(' ; ')}`));
        assert.deepEqual(found, [], where);
      };
      await page.evaluate(axe);
      await check('start');
      await page.setInputFiles('input[type=file]', { name: 'a.khabar', mimeType: 'application/json', buffer: Buffer.from(workspace) });
      await page.waitForSelector('.text .is-title');
      await check('text');
      if (name === 'phone') await page.click('.pane-bar >> text=Facts');
      await page.click('#tab-tables');
      await page.click('[data-fact=v1] button');
      await check('a chosen fact');
      await context.close();
    });

  test('the whole way by keyboard', async () => {
    const { page, context } = await open();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.locator('.sample').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.text .passage');
    await page.locator('#tab-overview').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.getAttribute('#tab-tables', 'aria-selected'), 'true');
    await page.keyboard.press('?');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await context.close();
  });

  test('dark where the system is dark, and the toggle turns it', async () => {
    const { page, context } = await open({ colorScheme: 'dark' });
    const ground = () => page.evaluate(() => getComputedStyle(document.querySelector('main')).backgroundColor);
    const dark = await ground();
    await page.click('[aria-label="Light or dark"]');
    assert.notEqual(await ground(), dark);
    await context.close();
  });

  test('nothing is cut off at 200 % zoom or on a phone', async () => {
    for (const width of [360, 640]) {
      const { page, context } = await open({ width, height: 640, load: true });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
      await context.close();
    }
  });
});
