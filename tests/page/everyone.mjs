// Keyboard, screen reader, dark rooms, small screens.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { axe, open } from './browser.mjs';
import { workspace } from './report_by_hand.mjs';

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
      if (name === 'phone') await page.click('.pane-bar >> text=Facts');
      for (const tab of ['timeline', 'figures', 'network', 'map']) {
        await page.click(`#tab-${tab}`);
        if (tab === 'map') await page.waitForSelector('.map .place');
        await check(tab);
      }
      await page.click('[aria-label="Shortcuts and help"]');
      await check('help');
      await page.keyboard.press('Escape');
      await page.click('.trust');
      await check('what stays here');
      await page.keyboard.press('Escape');
      await page.click('text=Export');
      await check('export');
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
    const ground = () => page.evaluate(() => getComputedStyle(document.querySelector('.text-pane')).backgroundColor);
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
