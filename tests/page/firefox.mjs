// The page in Firefox, where there is one: it loads, reads a sample, lights its words, and asks nobody for anything.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';

import { folder } from './browser.mjs';
import { serve } from '../../tools/serve.mjs';

const path = process.env.FIREFOX ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'].find((each) => existsSync(each));

test('Firefox reads a sample and lights its words', { skip: path ? false : 'there is no Firefox here: install firefox-esr, or set FIREFOX' }, async () => {
  const { default: puppeteer } = await import('puppeteer-core');
  const { server, address } = await serve(folder);
  const asked = [];
  server.on('request', (request) => asked.push(request.url));
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: path, headless: true });
  try {
    const page = await browser.newPage();
    const trouble = [];
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
    await page.goto(address);
    await page.waitForSelector('.app[data-loaded]', { timeout: 30_000 });
    await page.waitForFunction(() => !navigator.serviceWorker || navigator.serviceWorker.controller || navigator.serviceWorker.ready.then(() => true), { timeout: 30_000 });
    const before = asked.length;
    await page.click('.sample');
    await page.waitForFunction(() => /\d+ facts?/.test(document.querySelector('.article')?.textContent ?? ''), { timeout: 30_000 });
    // One way or the other: the Custom Highlight API, or <mark>s in its stead.
    const lights = await page.evaluate(() => (typeof Highlight === 'function' ? [...CSS.highlights.values()].reduce((sum, each) => sum + each.size, 0) : document.querySelectorAll('.text mark').length));
    assert.ok(lights > 20, `${lights} lights`);
    await page.click('#tab-tables');
    await page.click('.facts [data-fact] button');
    await page.waitForSelector('.inspector h3');
    await page.click('#tab-map');
    await page.waitForSelector('.map .place');
    assert.deepEqual(asked.slice(before), []);
    assert.deepEqual(trouble, []);
  } finally {
    await browser.close();
    server.closeAllConnections?.();
    server.close();
  }
});
