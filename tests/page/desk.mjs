// Several articles at once: one cast, one table per kind, incidents told twice side by side.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

import { axe, open } from './browser.mjs';
import { report, text } from './report_by_hand.mjs';

/** The article by hand once more, as another paper tells it: `change` edits its report. */
function other(change, publisher = 'The Other Paper') {
  const changed = structuredClone(report);
  change(changed);
  return { text: `${text}\n`, publisher, report: changed };
}
async function openDesk(articles, options) {
  const opened = await open(options);
  const content = JSON.stringify({ format: 'khabar-workspace/1', articles });
  await opened.page.setInputFiles('input[type=file]', { name: 'desk.khabar', mimeType: 'application/json', buffer: Buffer.from(content) });
  await opened.page.waitForSelector('.text .is-title');
  if ((options?.width ?? 1280) <= 760) await opened.page.click('.pane-bar >> text=Facts');
  await opened.page.check('.facts-head input[type=checkbox]');
  return opened;
}
const table = async (page, kind) => {
  await page.click('#tab-tables');
  await page.click(`.kind-picker >> text=${kind}`);
};
const first = { text, report };
const fifteen = other((changed) => {
  changed.events[0].casualties[0].value = 15;
  changed.events[0].evidence[0] = changed.events[0].trigger; // other words
  changed.entities.find(({ id }) => id === 'e8').name = 'Dr Farah Yousafi';
});

describe('all articles', { concurrency: 3 }, () => {
  test('an incident told twice stands side by side, with agreement and disagreement', async () => {
    const { page, context, trouble } = await openDesk([first, fifteen]);
    const one = page.locator('.shared-one', { hasText: 'Bannu' });
    assert.equal(await one.locator('.accounts li').count(), 2);
    assert.match(await one.locator('.agreement.is-differ').first().textContent(), /Killed figures differ: The Frontier Courier says 9 people, The Other Paper says 15 people/);
    assert.match(await one.locator('.agreement.is-agree').textContent(), /Injured at least 21: corroborated by 2 sources/);
    // Both stay where they are: nothing is merged.
    await table(page, 'Incidents');
    assert.equal(await page.locator('.facts [data-fact=v1]').count(), 2);
    assert.match(await page.textContent('.facts tbody, .facts .cards'), /In|Suicide/);
    await page.click('#tab-timeline');
    assert.match(await page.locator('.entry', { hasText: 'Suicide bombing' }).first().textContent(), /likely also in 1 other article/);
    await page.locator('.entry button', { hasText: 'Suicide bombing' }).first().click();
    assert.match(await page.textContent('.alongside'), /Likely also told in.*figures differ/);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('one cast: joined by id, type and name; the reader joins and parts across articles', async () => {
    const { page, context, trouble } = await openDesk([first, fifteen]);
    await table(page, 'People');
    const people = () => page.locator('.facts [data-fact] .link').allTextContents();
    assert.deepEqual((await people()).sort(), ['Asif Durrani', 'Dr Farah Yousafi', 'Farah Yousafi', 'Hamdullah Qasim', 'Salman Gilani']);
    assert.match(await page.locator('[data-fact=e5]').textContent(), /2 articles/);
    await page.locator('[data-fact=e8] .pick').nth(0).check();
    await page.locator('[data-fact=e8] .pick').nth(1).check();
    await page.click('text=Make one…');
    await page.click('dialog >> text=Make them one');
    assert.deepEqual((await people()).length, 4);
    assert.match(await page.textContent('.alongside'), /In 2 articles.*Joined by you/);
    // It goes along with the workspace and with JSON.
    await page.click('text=Export');
    await page.check('.export input[type=checkbox]');
    const take = async (part) => {
      const [file] = await Promise.all([page.waitForEvent('download'), page.click(`.exports li:has-text("${part}") button:has-text("Download")`)]);
      return readFileSync(await file.path(), 'utf8');
    };
    const json = JSON.parse(await take('khabar/1'));
    assert.deepEqual(json.across[0].members, [{ report: 0, entity: 'e8' }, { report: 1, entity: 'e8' }]);
    assert.match(await take('Markdown'), /# Told by several articles[\s\S]*## 11 March 2025, Bannu[\s\S]*Killed: figures differ \(The Frontier Courier says 9 people, The Other Paper says 15 people\)/);
    const file = JSON.parse(await take('Workspace'));
    assert.deepEqual(file.joins[0].members.map(({ article }) => article), [0, 1]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.keyboard.press('Control+z');
    assert.equal((await people()).length, 5);
    await page.click('[data-fact=e5] .link');
    await page.click('.alongside >> text=Another >> nth=1');
    assert.equal((await people()).filter((name) => name === 'Asif Durrani').length, 2);
    await page.locator('.facts [data-fact=e5] .link').nth(1).click();
    assert.match(await page.textContent('.alongside'), /Kept apart by you/);
    await page.click('.alongside >> text=Take back');
    assert.equal((await people()).filter((name) => name === 'Asif Durrani').length, 1);
    assert.deepEqual(trouble, []);
    await context.close();

    const again = await openDesk(file.articles);
    await again.context.close();
    const { page: back, context: last } = await open();
    await back.setInputFiles('input[type=file]', { name: 'again.khabar', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
    await back.waitForSelector('.text .is-title');
    await back.check('.facts-head input[type=checkbox]');
    await table(back, 'People');
    assert.equal(await back.locator('.facts [data-fact] .link').count(), 4);
    await last.close();
  });

  test('one network: a name in two articles is one node', async () => {
    const { page, context } = await openDesk([first, fifteen]);
    await page.click('#tab-network');
    const nodes = await page.locator('.graph .node title').allTextContents();
    assert.equal(nodes.filter((name) => name === 'Pakistan').length, 1);
    assert.match(await page.textContent('.ties'), /Pakistan accuses Afghanistan 2 times/);
    await context.close();
  });

  test('people of a state are a node of their own, and not the state', async () => {
    const ours = other((changed) => {
      const accused = changed.events.find(({ id }) => id === 'v4').arguments[1];
      accused.class = 'group-of-people';
      accused.span = [text.indexOf('the men who planned'), text.indexOf('the men who planned') + 'the men'.length];
    });
    const { page, context } = await openDesk([ours, { ...ours, publisher: 'A Third Paper' }]);
    await page.click('#tab-network');
    const ties = await page.textContent('.ties');
    assert.match(ties, /Pakistan accuses the men/);
    assert.doesNotMatch(ties, /Pakistan accuses Afghanistan/);
    await context.close();
  });

  test('what is done together ties all who did it; of two sides that both acted each is tied to the other alone', async () => {
    const together = other((changed) => {
      for (const argument of changed.events.find(({ id }) => id === 'v6').arguments) argument.role = 'actor';
      const bombing = changed.events.find(({ id }) => id === 'v1');
      bombing.arguments.push({ ...bombing.arguments[0], entity: 'e1' });
    });
    const { page, context } = await openDesk([together, { ...together, publisher: 'A Third Paper' }]);
    await page.click('#tab-network');
    const ties = await page.textContent('.ties');
    assert.match(ties, /Pakistan agrees with Afghanistan/);
    assert.match(ties, /Tehreek-e-Taliban Pakistan bombs Pakistan/);
    assert.doesNotMatch(ties, /police checkpoint/);
    await context.close();
  });

  test('one paper twice is one source; the same words are an echo', async () => {
    const { page, context } = await openDesk([first, other(() => {}, 'The Frontier Courier')]);
    assert.match(await page.textContent('.shared-one >> nth=0'), /several articles, one source/);
    assert.match(await page.textContent('.shared-one >> nth=0'), /use the same words/);
    await context.close();
  });

  for (const [name, options] of [['light', {}], ['dark and small', { colorScheme: 'dark', width: 360, height: 740 }]])
    test(`axe finds nothing: ${name}`, async () => {
      const { page, context } = await openDesk([first, fifteen], { ...options, bypassCSP: true });
      await page.evaluate(axe);
      const check = async (where) => {
        const found = await page.evaluate(async () => (await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target).join(' ; ')}`));
        assert.deepEqual(found, [], where);
      };
      await check('overview of all');
      await table(page, 'People');
      await page.locator('[data-fact=e8] .pick').nth(0).check();
      await page.locator('[data-fact=e5] .pick').nth(0).check();
      await check('chosen rows');
      await page.click('text=Make one…');
      await check('merge');
      await page.click('dialog >> text=Make them one');
      await check('merged');
      await page.keyboard.press('e');
      await page.waitForSelector('.correct');
      await check('correct');
      await page.click('.inspector >> text=Cancel');
      await page.click('.inspector >> text=Split…');
      await check('split');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('f');
      await page.waitForSelector('.mark-tools');
      await check('marked words');
      await page.keyboard.press('Enter');
      for (const kind of ['Name', 'Time', 'Event', 'Part of an event']) {
        await page.click(`.kind-choice >> text="${kind}"`);
        await check(`add: ${kind}`);
      }
      await context.close();
    });
});
