// What a reader changes about the facts: entities made one or two, facts added, and the way back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

import { Ajv2020 } from 'ajv/dist/2020.js';

import { lit, open, pointAt } from './browser.mjs';
import { report, text } from './report_by_hand.mjs';

const schema = new Ajv2020().addSchema(JSON.parse(readFileSync(new URL('../../wasm/khabar.schema.json', import.meta.url), 'utf8')), 'khabar');
const singular = { entities: 'entity', times: 'time', quantities: 'quantity', events: 'event', claims: 'claim', proposals: 'proposal', assessments: 'assessment' };

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
/** Selects words as a pointer would. */
const mark = async (page, wanted) => {
  await page.evaluate((target) => {
    const walker = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(target);
      if (at >= 0) return document.getSelection().setBaseAndExtent(node, at, node, at + target.length);
    }
    return undefined;
  }, wanted);
  await page.waitForSelector('.mark-tools');
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

  test('mentions chosen in the inspector become another entity; facts with those words follow', async () => {
    const { page, context, trouble } = await open({ load: true });
    await table(page, 'Groups');
    await page.click('[data-fact=e3] .link');
    await page.click('.inspector >> text=Split…');
    await page.check('.is-mentions li:has-text("its fighters") input, .is-mentions li:has-text("Tehreek-e-Taliban Pakistan") input >> nth=0');
    await page.fill('dialog label:has-text("Name of the other") input', 'Hafiz group');
    await page.click('dialog >> text=Make it another');
    assert.match(await page.textContent('.inspector h3'), /Hafiz group/);
    assert.match(await page.textContent('.inspector'), /Split by you.*from Tehreek-e-Taliban Pakistan/);
    await page.click('.kind-picker >> text=Claims');
    assert.match(await page.textContent('[data-fact=c2]'), /Hafiz group/, 'the claim whose source is those words');
    const json = JSON.parse(await saved(page, 'khabar/1'));
    assert.equal(json.entities.length, report.entities.length);
    assert.equal(json.review.split[0].name, 'Hafiz group');
    assert.equal(json.review.added.entities[0].rule, 'analyst');
    await page.keyboard.press('Control+z');
    assert.doesNotMatch(await page.textContent('[data-fact=c2]'), /Hafiz group/);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('split by keyboard alone', async () => {
    const { page, context } = await open({ load: true });
    await table(page, 'Places');
    await page.locator('[data-fact=e4] .link').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press(']');
    await page.keyboard.press('s');
    await page.waitForSelector('dialog[open] .is-mentions');
    assert.equal(await page.locator('.is-mentions input:checked').count(), 1, 'the mention at hand is chosen');
    await page.locator('dialog label:has-text("Name of the other") input').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Bannu cantonment');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.inspector h3:has-text("Bannu cantonment")');
    await context.close();
  });

  test('marked words become a fact of any kind, pinned to them, in every view and export', async () => {
    const { page, context, trouble } = await open({ load: true });
    const add = async (words, button, fields = {}) => {
      await mark(page, words);
      await page.click(`.mark-tools >> text="${button}"`);
      for (const [label, value] of Object.entries(fields)) {
        const field = page.locator(`dialog label.field:has(span:text-is("${label}"))`);
        if (await field.locator('select').count()) await field.locator('select').selectOption(value);
        else await field.locator('input').fill(value);
      }
      await page.click('dialog .form-foot .is-primary');
      await page.waitForSelector('dialog', { state: 'detached' });
      assert.match(await page.textContent('.inspector'), /by you/);
      assert.equal((await lit(page, 'kh-focus')).join(' '), words);
    };
    await add('joint border commission', 'Name', { Type: 'organization' });
    await add('Tuesday', 'Time', { Value: '2025-03-11' });
    await add('seven', 'Figure', { Value: '7', 'Of what': 'policemen' });
    await add('sheltering the men', 'Event', { What: 'aid', Status: 'possible', When: '2025-03-10', Actor: 'Afghanistan', Recipient: 'the planners', Where: 'Kabul' });
    await add('Afghan soil', 'Claim', { How: 'say', Source: 'Hamdullah Qasim' });
    await add('host a meeting next week', 'Proposal', { 'Who should': 'United Nations' });
    await add('the lack of trust', 'Assessment', { 'Is called': 'risk' });
    await table(page, 'Relations');
    const row = page.locator('[data-fact=v1000004]');
    assert.match(await row.textContent(), /Aid.*by you.*Afghanistan.*the planners.*Possible.*10 March 2025/);
    await page.click('#tab-network');
    assert.match(await page.textContent('.ties'), /Afghanistan aids the planners/);
    await page.click('#tab-timeline');
    assert.match(await page.textContent('.dates'), /10 March 2025.*Aid/);

    const json = JSON.parse(await saved(page, 'khabar/1'));
    for (const list of ['entities', 'times', 'quantities', 'events', 'claims', 'proposals', 'assessments']) {
      assert.equal(json[list].length, report[list].length, 'the machine’s lists are its own');
      assert.equal(json.review.added[list].at(-1).rule, 'analyst');
    }
    // What was added has the schema's own shape, but for the rule: a reader is none of the engine's.
    for (const [list, facts] of Object.entries(json.review.added))
      for (const { rule, ...rest } of facts) {
        const is = schema.getSchema(`khabar#/$defs/${singular[list]}`);
        assert.ok(is(['entities', 'times', 'quantities'].includes(list) ? rest : { ...rest, rule: `${rule}.added` }), `${list}: ${JSON.stringify(is.errors)}`);
      }
    const [event] = json.review.added.events;
    assert.equal(text.slice(...event.evidence[0]), 'sheltering the men');
    assert.equal(event.status, 'possible');
    await page.click('#tab-tables');
    await page.click('text=Export');
    await page.selectOption('.exports select', 'relation');
    await page.keyboard.press('Escape');
    assert.match(await saved(page, 'CSV'), /Afghanistan,Aid,.*sheltering the men.*,analyst,.*add/);
    assert.match(await saved(page, 'Markdown'), /Possible.*Aid: Afghanistan → the planners, Kabul.*added by the analyst/);

    // Changed, deleted, and back.
    await page.click('[data-fact=v1000004] .link');
    await page.keyboard.press('e');
    await page.locator('dialog label.field:has(span:text-is("Status")) select').selectOption('denied');
    assert.equal(await page.inputValue('dialog label.field:has(span:text-is("Actor")) input'), 'Afghanistan');
    await page.click('dialog >> text=Save');
    assert.match(await row.textContent(), /Denied/);
    await page.click('.inspector >> text=Delete');
    assert.equal(await row.count(), 0);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    assert.match(await row.textContent(), /Possible/);
    for (let step = 0; step < 7; step += 1) await page.keyboard.press('Control+z'); // all seven
    assert.equal(await page.isDisabled('[aria-label=Undo]'), true);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('what is typed is checked while it is typed', async () => {
    const { page, context } = await open({ load: true });
    await mark(page, 'Tuesday');
    await page.click('.mark-tools >> text="Time"');
    const value = page.locator('dialog label.field:has(span:text-is("Value")) input');
    await value.fill('last week');
    assert.match(await page.textContent('dialog .fault'), /ISO 8601/);
    assert.equal(await value.getAttribute('aria-invalid'), 'true');
    assert.ok(await page.isDisabled('dialog .is-primary'));
    await value.fill('2025-W10');
    assert.equal(await page.locator('dialog .fault').count(), 0);
    assert.ok(await page.isEnabled('dialog .is-primary'));
    await context.close();
  });

  test('marked words become a part of an event', async () => {
    const { page, context } = await open({ load: true });
    const part = async (words, name, fill) => {
      await mark(page, words);
      await page.click('.mark-tools >> text="Part of an event"');
      await page.selectOption('dialog label:has-text("Event") select', { label: (await page.locator('dialog label:has-text("Event") option').allTextContents()).find((each) => each.startsWith('Suicide bombing')) });
      await page.selectOption('dialog label:has(span:text-is("Part")) select', name);
      if (fill !== undefined) await page.locator('dialog .pair label >> nth=1 >> input').fill(fill);
      await page.click('dialog >> text="Set"');
      await page.waitForSelector('dialog', { state: 'detached' });
    };
    await part('pickup truck', 'instrument', '');
    await part('Khyber Pakhtunkhwa', 'place');
    await part('seven', 'arrested', '7');
    const details = await page.textContent('.inspector .fields');
    assert.match(details, /With.*pickup truck/);
    assert.match(details, /Where.*Bannu, Khyber Pakhtunkhwa/);
    assert.match(details, /Arrested.*7/);
    assert.equal(await page.locator('.inspector .edited li').count(), 3);
    const file = await saved(page, 'Workspace');
    await context.close();
    const again = await reopen(file);
    await table(again.page, 'Incidents');
    assert.match(await again.page.textContent('[data-fact=v1]'), /Khyber Pakhtunkhwa/);
    await again.context.close();
  });

  test('a fact added by keyboard alone: found, marked, widened, named', async () => {
    const { page, context } = await open({ load: true });
    await page.click('#tab-tables');
    await page.locator('[data-fact=v1] .link').focus();
    await page.keyboard.press('f'); // from anywhere
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    assert.equal(await page.evaluate(() => String(document.getSelection())), 'World | South');
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type('border commission');
    await page.locator('.find >> text="Mark"').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.mark-tools');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowRight');
    await page.waitForFunction(() => String(document.getSelection()) === 'border commission'); // drawn in the frame after the key
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    assert.equal(await page.evaluate(() => document.activeElement.type), 'radio');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await page.locator('dialog label.field:has(span:text-is("Type")) select').focus();
    await page.keyboard.type('Org');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.inspector h3:has-text("border commission")');
    assert.match(await page.textContent('.inspector .kind-tag'), /Organization/);
    await context.close();
  });

  test('edits outlive an edited text where their words still stand', async () => {
    const { page, context } = await open({ load: true });
    await mark(page, 'joint border commission');
    await page.click('.mark-tools >> text="Name"');
    await page.locator('dialog label.field:has(span:text-is("Type")) select').selectOption('organization');
    await page.click('dialog .form-foot .is-primary');
    await table(page, 'Places');
    await page.check('[data-fact=e4] .pick');
    await page.check('[data-fact=e12] .pick');
    await page.click('text=Make one…');
    await page.click('dialog >> text=Make them one');
    await page.click('text=Edit');
    await page.fill('.editor', `A line that was not there before.\n\n${text}`);
    await page.click('text=Done');
    await page.waitForFunction(() => document.querySelector('.text').textContent.startsWith('A line that was not'));
    await table(page, 'Groups');
    const row = page.locator('[data-fact=e1000001] .link');
    await row.click();
    assert.deepEqual(await lit(page, 'kh-focus'), ['joint border commission']);
    await page.click('.kind-picker >> text=Places');
    assert.ok((await names(page)).includes('Bannu') && !(await names(page)).includes('North Waziristan'), 'still one');
    // Words that go are waited for.
    await page.click('text=Edit');
    await page.fill('.editor', text.replace('joint border commission', 'council'));
    await page.waitForSelector('.hint >> text=1 change of yours waits');
    await page.fill('.editor', text);
    await page.waitForSelector('.hint', { state: 'detached' });
    await context.close();
  });

  test('type, title, value and role are corrected; a name of the article ties the network', async () => {
    const { page, context, trouble } = await open({ load: true });
    const field = (name) => page.locator(`.correct label:has(span:text-is("${name}"))`);
    await table(page, 'Incidents');
    await page.click('[data-fact=v2] .link');
    await page.keyboard.press('e');
    await field('Type').locator('select').selectOption('airstrike');
    await field('Actor').locator('input').fill('Pakistan');
    await field('When').locator('input').fill('some day');
    await page.waitForSelector('button:disabled:has-text("Save correction")');
    await field('When').locator('input').fill('2025-03-04');
    await page.click('text=Save correction');
    assert.match(await page.textContent('[data-fact=v2]'), /Airstrike.*4 March 2025/);
    await page.click('#tab-network');
    await page.waitForSelector('.graph');
    assert.match(await page.textContent('.ties'), /Pakistan strikes from the air Tehreek-e-Taliban Pakistan/);
    assert.equal(await page.locator('.graph .node title', { hasText: /^Pakistan$/ }).count(), 1, 'the country itself, not a second of its name');
    // Opened and saved again, nothing is lost.
    await page.keyboard.press('e');
    assert.equal(await field('Actor').locator('input').inputValue(), 'Pakistan');
    await page.click('text=Save correction');
    await page.click('#tab-tables');
    assert.match(await page.textContent('[data-fact=v2]'), /Airstrike/);

    await page.click('.kind-picker >> text=Relations');
    await page.click('[data-fact=v4] .link');
    await page.keyboard.press('e');
    await page.click('text=Swap actor and recipient');
    await page.click('text=Save correction');
    assert.match(await page.textContent('.inspector h3'), /Afghanistan → Pakistan/);

    // Another type is another table.
    await page.click('.kind-picker >> text=Groups');
    await page.click('[data-fact=e9] .link');
    await page.keyboard.press('e');
    await field('Type').locator('select').selectOption('facility');
    await page.click('text=Save correction');
    await page.click('.kind-picker >> text=Places');
    assert.match(await page.textContent('[data-fact=e9]'), /Centre for Border Studies.*corrected/);
    await page.click('.kind-picker >> text=Figures');
    await page.click('[data-fact=q5] .link');
    await page.keyboard.press('e');
    await field('Value').locator('input').fill('63');
    await page.click('text=Save correction');
    assert.match(await page.textContent('[data-fact=q5]'), /63/);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('chosen or filtered rows get one type or status at once', async () => {
    const { page, context } = await open({ load: true });
    await table(page, 'Relations');
    await page.check('[data-fact=v4] .pick');
    await page.check('[data-fact=v5] .pick');
    await page.selectOption('.set-all', 'possible');
    for (const id of ['v4', 'v5']) assert.match(await page.textContent(`[data-fact=${id}]`), /Possible/);
    assert.match(await page.textContent('[data-fact=v6]'), /Happened/);
    await page.keyboard.press('Control+z');
    assert.match(await page.textContent('[data-fact=v4]'), /Happened/);
    await page.click('.kind-picker >> text=Claims');
    await page.fill('.filter input', 'deny');
    await page.selectOption('.set-all', 'warn');
    await page.fill('.filter input', '');
    assert.match(await page.textContent('[data-fact=c4]'), /Warn/);
    assert.doesNotMatch(await page.textContent('[data-fact=c1]'), /Warn/);
    await context.close();
  });

  test('hover, find and the keys know added facts too', async () => {
    const { page, context } = await open({ load: true });
    await mark(page, 'joint border commission');
    await page.click('.mark-tools >> text="Name"');
    await page.locator('dialog label.field:has(span:text-is("Type")) select').selectOption('organization');
    await page.click('dialog .form-foot .is-primary');
    await page.keyboard.press('Escape');
    const point = await pointAt(page, 'joint border commission');
    await page.mouse.move(point.x, point.y);
    const card = await page.textContent('.hover-card');
    assert.match(card, /Organization.*joint border commission.*added by you/);
    await page.mouse.move(5, 5);
    await page.keyboard.press('/');
    await page.keyboard.type('joint border');
    await page.keyboard.press('Escape');
    const seen = new Set();
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('n');
      seen.add(await page.textContent('.inspector h3'));
    }
    assert.ok(seen.has('joint border commission'));
    await context.close();
  });

  test('edits that somebody bent are left out, the rest of the workspace stands', async () => {
    const words = { words: 'nine people', before: '', after: '', at: 5 };
    const edits = [
      { id: 'x1', do: 'merge', entities: [{ name: 'Bannu', type: 'place' }], name: 'B', type: 'place' },
      { id: 'x2', do: 'merge', entities: [{ name: 'Bannu', type: 'place' }, { name: 'Doha', type: 'place' }], name: {}, type: 'place' },
      { id: 'x3', do: 'add', kind: 'time', words, values: { value: 'soon', type: 'DATE' }, holders: [] },
      { id: 'x4', do: 'add', kind: 'entity', words: { ...words, words: 'never in this text' }, values: { name: 'Nobody', type: 'person' }, holders: [] },
      { id: 'x5', do: 'add', kind: 'entity', words, values: { name: 'The nine', type: 'group-of-people' }, holders: [] },
      { id: 'x5', do: 'add', kind: 'entity', words, values: { name: 'Again', type: 'person' }, holders: [] },
      { id: '__proto__', do: 'split' }, null, 7,
    ];
    const { page, context, trouble } = await reopen(JSON.stringify({ format: 'khabar-workspace/1', articles: [{ text, report, edits }], joins: [{ do: 'same', members: [{ article: 9 }] }, 4] }));
    await table(page, 'Groups');
    assert.ok((await names(page)).includes('The nine'));
    await page.click('.kind-picker >> text=People');
    assert.ok(!(await names(page)).some((name) => /Nobody|Again/.test(name)));
    assert.deepEqual(trouble, []);
    await context.close();
  });
});
