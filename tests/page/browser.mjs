// What the page's tests share: the built page served from this machine, a browser, and ways to paste, look and point.
import assert from 'node:assert/strict';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { after, before } from 'node:test';

import { chromium } from 'playwright-core';

import { buildPage } from '../../tools/build.mjs';
import { chromium as browserPath } from '../../tools/deps.mjs';
import { text, workspace } from './report_by_hand.mjs';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json', '.webmanifest': 'application/manifest+json' };
const flags = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server;
let address;
export let browser;
export let folder;

before(async () => {
  folder = buildPage();
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

/**
 * A page that has loaded. `trouble` collects errors, `requests` every request after load. What the page's policy had to refuse
 * fails the test when its context closes, unless the test is about that (`violates`).
 */
export async function open({ width = 1280, height = 800, colorScheme = 'light', bypassCSP = false, load = false, violates = false, before: prepare, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, bypassCSP, reducedMotion: 'reduce', serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  const refused = [];
  const close = context.close.bind(context);
  context.close = async () => {
    await close();
    if (!violates) assert.deepEqual(refused, [], 'the policy refused something');
  };
  page.on('console', (message) => /Content Security Policy|violates the following/i.test(message.text()) && refused.push(message.text()));
  if (prepare) await page.addInitScript(prepare);
  page.setDefaultTimeout(8000);
  const trouble = [];
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  await page.goto(address);
  await page.waitForSelector(load ? '.start' : '.app[data-loaded]'); // a report made by hand needs no engine
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  if (load) {
    await page.setInputFiles('input[type=file]', { name: 'checkpoint.khabar', mimeType: 'application/json', buffer: Buffer.from(workspace) });
    await page.waitForSelector('.text .is-title');
  }
  return { page, context, trouble, requests };
}

export async function paste(page, data) {
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const [type, value] of Object.entries(given)) transfer.setData(type, value);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, data);
  await page.waitForSelector('.text .passage');
}

/** The words that a highlight lights, one string a span. */
export const lit = (page, name) => page.evaluate((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset)), name);
export const words = (span) => text.slice(...span);

/** The middle of some words on the screen. */
export async function pointAt(page, wanted) {
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
