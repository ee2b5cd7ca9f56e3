// Facts and the words they rest on: lights, tables, marks, exports.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

import { lit, open, paste, pointAt, words } from './browser.mjs';
import { report, text } from './report_by_hand.mjs';

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
    await page.keyboard.press('l');
    assert.deepEqual([...(await lit(page, 'kh-time')), ...(await lit(page, 'kh-claim'))], []);
    await page.keyboard.press('l');
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
