// What a reader changes about the facts: entities made one or two, facts added, and the way back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

import { lit, open } from './browser.mjs';

async function saved(page, part, button = 'Download') {
  await page.click('text=Export');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(`.exports li:has-text("${part}") button:has-text("${button}")`)]);
  await page.keyboard.press('Escape');
  return readFileSync(await file.path(), 'utf8');
}
const reopen = async (content) => {
  const opened = await open();
  await opened.page.setInputFiles('input[type=file]', { name: 'again.khabar', mimeType: 'application/json', buffer: Buffer.from(content) });
  await opened.page.waitForSelector('.text .is-title');
  return opened;
};
const table = async (page, kind) => {
  await page.click('#tab-tables');
  await page.click(`.kind-picker >> text=${kind}`);
};
const names = (page) => page.locator('.facts [data-fact] .link').allTextContents();

describe('review', { concurrency: 3 }, () => {
  test('two entities chosen in the table become one, everywhere, and two again', async () => {
    const { page, context, trouble } = await open({ load: true });
    await table(page, 'Places');
    await page.check('[data-fact=e4] .pick');
    await page.check('[data-fact=e12] .pick');
    await page.click('text=Make one…');
    await page.check('.choices li:has-text("Bannu") input');
    await page.fill('.edit-form label:has-text("Name") input', 'Bannu district');
    await page.click('dialog >> text=Make them one');
    assert.ok(!(await names(page)).includes('North Waziristan'));
    assert.ok((await names(page)).includes('Bannu district'));
    assert.match(await page.textContent('.inspector'), /Merged by you.*Bannu = North Waziristan/);
    // Its words are lit at all places of both; a fact that named the other names it.
    assert.deepEqual(new Set([...(await lit(page, 'kh-other')), ...(await lit(page, 'kh-focus'))]), new Set(['BANNU', 'Bannu', 'North Waziristan']));
    await page.click('.kind-picker >> text=Incidents');
    assert.match(await page.textContent('[data-fact=v2]'), /Bannu district/);

    const json = JSON.parse(await saved(page, 'khabar/1'));
    assert.ok(json.entities.some(({ name }) => name === 'North Waziristan'), 'the machine’s report is as it was');
    assert.deepEqual(json.review.merged, [{ into: 'e4', name: 'Bannu district', type: 'place', entities: ['e4', 'e12'] }]);
    assert.match(await saved(page, 'Markdown'), /Raid[^\n]*Bannu district/);
    const file = await saved(page, 'Workspace');

    await page.click('[aria-label=Undo]');
    await page.click('.kind-picker >> text=Places');
    assert.ok((await names(page)).includes('North Waziristan'));
    await page.click('[aria-label=Redo]');
    assert.ok(!(await names(page)).includes('North Waziristan'));
    await page.click('[data-fact=e4] .link');
    await page.click('.inspector >> text=Take back');
    assert.ok((await names(page)).includes('North Waziristan'));
    assert.deepEqual(trouble, []);
    await context.close();

    const again = await reopen(file);
    await table(again.page, 'Places');
    assert.ok((await names(again.page)).includes('Bannu district'));
    await again.context.close();
  });

  test('"same as" by keyboard alone', async () => {
    const { page, context } = await open({ load: true });
    await page.click('#tab-tables');
    await table(page, 'Groups');
    await page.locator('[data-fact=e11] .link').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('m');
    await page.waitForSelector('dialog[open] input[type=search]:focus');
    await page.keyboard.type('border');
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('.choices li').count(), 2);
    await page.locator('dialog >> text=Make them one').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog', { state: 'detached' });
    assert.ok(!(await names(page)).includes('United Nations') || !(await names(page)).includes('Centre for Border Studies'));
    await page.keyboard.press('Control+z');
    assert.ok((await names(page)).includes('United Nations'));
    await context.close();
  });
});
