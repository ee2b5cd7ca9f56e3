// Keyboard, screen reader, dark rooms, small screens.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { axe, lit, open, paste, pointAt } from './browser.mjs';
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

    // The map: from the tab into the picture, from mark to mark, to the words, a verdict, and away.
    await page.keyboard.press('6');
    await page.waitForSelector('.map .place');
    await page.locator('#tab-map').focus();
    for (let step = 0; step < 12 && !(await page.evaluate(() => document.activeElement.matches('.place'))); step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    const place = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    await page.keyboard.press('Enter');
    assert.ok(place.startsWith((await page.textContent('.inspector h3')).trim()));
    await page.keyboard.press('x');
    await page.waitForSelector('.inspector .verdict.is-rejected');
    await page.keyboard.press('Control+z');
    assert.equal(await page.locator('.inspector .verdict').count(), 0);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.inspector').count(), 0);

    // Export without a pointer.
    await page.locator('.bar >> text=Export').focus();
    await page.keyboard.press('Enter');
    await page.locator('.exports li:has-text("Brief") >> text=Download').focus();
    const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    assert.match(saved.suggestedFilename(), /\.md$/);
    await context.close();
  });

  test('by touch: words and marks on the map', async () => {
    const { page, context, trouble } = await open({ width: 360, height: 740, hasTouch: true, isMobile: true, load: true });
    const point = await pointAt(page, 'North Waziristan');
    await page.touchscreen.tap(point.x, point.y);
    await page.waitForSelector('.inspector h3 >> text=North Waziristan');
    await page.tap('.pane-bar >> text=Facts');
    await page.tap('#tab-map');
    await page.waitForSelector('.map .place');
    await page.tap('.map .place[aria-label^="Bannu"] .spot');
    await page.waitForSelector('.inspector h3 >> text=Bannu');
    assert.equal(await page.getAttribute('.pane-bar [aria-current=true]', 'aria-current'), 'true');
    const small = await page.evaluate(() => [...document.querySelectorAll('.bar button, .tabs button, .pane-bar button, .map-tools button')].filter((each) => each.offsetParent && Math.min(each.offsetWidth, each.offsetHeight) < 24).map((each) => each.outerHTML.slice(0, 80)));
    assert.deepEqual(small, []);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('words from right to left inside English keep their places', async () => {
    const { page, context } = await open();
    const words = 'طالبان پاکستان';
    await paste(page, { 'text/plain': `The group, known as ${words}, attacked a police post in Quetta on Sunday, police said.\n\n\u202Eforced\u202C order ends with Peshawar.` });
    await page.waitForFunction(() => /\d+ facts?/.test(document.querySelector('.article').textContent));
    assert.ok((await lit(page, 'kh-place')).includes('Quetta'));
    const point = await pointAt(page, 'Quetta');
    await page.mouse.click(point.x, point.y);
    assert.match(await page.textContent('.inspector h3'), /Quetta/);
    // The passage reads from left to right, the words inside it from right to left: their first letter stands at their right.
    const [first, last, direction] = await page.evaluate((wanted) => {
      const passage = [...document.querySelectorAll('.passage')].find((each) => each.textContent.includes(wanted));
      const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
      let node = walker.nextNode();
      while (!node.data.includes(wanted)) node = walker.nextNode();
      const left = (at) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect().left;
      };
      const at = node.data.indexOf(wanted);
      return [left(at), left(at + wanted.length - 1), getComputedStyle(passage).direction];
    }, words);
    assert.equal(direction, 'ltr');
    assert.ok(first > last);
    await context.close();
  });

  test('where motion is not wanted, nothing moves', async () => {
    for (const reducedMotion of ['reduce', 'no-preference']) {
      const { page, context } = await open({ load: true, reducedMotion });
      const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((each) => getComputedStyle(each).transitionDuration !== '0s' || getComputedStyle(each).animationName !== 'none').length);
      if (reducedMotion === 'reduce') {
        assert.equal(moving, 0);
        const before = await page.evaluate(() => document.querySelector('.text-scroller').scrollTop);
        await page.click('#tab-tables');
        await page.click('.kind-picker >> text=Figures');
        await page.locator('.facts [data-fact] button').last().click();
        // The first place that differs is the last: no gliding.
        const after = await page.waitForFunction((from) => {
          const now = document.querySelector('.text-scroller').scrollTop;
          return now === from ? false : { now };
        }, before).then((handle) => handle.jsonValue()).then(({ now }) => now);
        await page.waitForTimeout(300);
        assert.equal(await page.evaluate(() => document.querySelector('.text-scroller').scrollTop), after);
      }
      await context.close();
    }
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
