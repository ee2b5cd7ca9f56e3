// The map of places: what stands on it, what does not, and the ways to the words.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { lit, open, paste } from './browser.mjs';

const openMap = async (options) => {
  const opened = await open({ load: true, ...options });
  if (options?.width < 760) await opened.page.click('.pane-bar >> text=Facts');
  await opened.page.click('#tab-map');
  await opened.page.waitForSelector('.map .place');
  return opened;
};

describe('the map', { concurrency: 3 }, () => {
  test('places stand where they are, and lead to their words', async () => {
    const { page, context, trouble, requests } = await openMap();
    const at = async (name) => page.evaluate((wanted) => {
      const mark = [...document.querySelectorAll('.map .place')].find((each) => each.getAttribute('aria-label').startsWith(wanted));
      const box = mark.querySelector('.spot').getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    }, name);
    const [bannu, kabul, waziristan] = await Promise.all(['Bannu', 'Kabul', 'North Waziristan'].map(at));
    assert.ok(kabul[0] < bannu[0] && kabul[1] < bannu[1], 'Kabul lies north-west of Bannu');
    assert.ok(waziristan[0] < bannu[0], 'Waziristan lies west of Bannu');
    await page.click('.map .place[aria-label^="Bannu"] .spot');
    assert.match(await page.textContent('.inspector h3'), /Bannu/);
    assert.equal((await lit(page, 'kh-focus'))[0].toLowerCase(), 'bannu');
    assert.match(await page.textContent('.where section'), /Bannu[\s\S]*Suicide bombing/);
    assert.deepEqual(requests.filter((url) => !url.startsWith('blob:') && !/\/assets\//.test(url)), []);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('the table says the same, and the keyboard goes from mark to mark', async () => {
    const { page, context } = await openMap();
    const row = page.locator('.places-table tr', { hasText: 'Bannu' });
    assert.match(await row.textContent(), /Pakistan/);
    await page.locator('.map .place[tabindex="0"]').focus();
    const first = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    await page.keyboard.press('ArrowRight');
    const second = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    assert.notEqual(first, second);
    await page.keyboard.press('Enter');
    assert.ok(second.startsWith((await page.textContent('.inspector h3')).trim()));
    assert.equal(await page.locator('.map .place[aria-pressed=true]').count(), 1);
    await context.close();
  });

  test('it comes closer, goes further away, and is pushed by dragging', async () => {
    const { page, context } = await openMap();
    const land = () => page.getAttribute('.map .land', 'd');
    const marks = () => page.locator('.map .place').count();
    const [before, few] = [await land(), await marks()];
    await page.click('[aria-label="Further away"]');
    assert.notEqual(await land(), before);
    await page.click('text=Back');
    assert.equal(await land(), before);
    const box = await page.locator('.map').boundingBox();
    await page.mouse.move(box.x + 20, box.y + box.height - 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + box.height - 60, { steps: 4 });
    await page.mouse.up();
    assert.notEqual(await land(), before);
    await page.click('text=Back');
    if (await page.locator('text=show all').count()) {
      await page.click('text=show all');
      assert.ok((await marks()) > few);
    }
    await context.close();
  });

  test('what cannot be placed is listed, not guessed', async () => {
    const { page, context } = await open();
    await paste(page, { 'text/plain': 'Gunmen killed two guards in the village of Qazalbashabad on Monday, police said. Soldiers from Kabul arrived in Herat on Tuesday.' });
    await page.waitForFunction(() => /\d+ facts?/.test(document.querySelector('.article').textContent));
    await page.click('#tab-map');
    await page.waitForSelector('.map .place');
    assert.match(await page.textContent('.places-table'), /Herat/);
    assert.doesNotMatch(await page.textContent('.places-table'), /Qazalbashabad/);
    assert.match(await page.textContent('.off-map'), /Qazalbashabad/);
    await context.close();
  });
});
