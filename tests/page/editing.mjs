// The text while it is being edited: its lights stay, and so do caret and place.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { lit, open, pointAt } from './browser.mjs';
import { pageModule } from './module.mjs';
import { report, text } from './report_by_hand.mjs';

test('spans move with an edit: before it stay, after it shift, under it go', async () => {
  const { changeBetween, shiftedFacts, shiftedSpan } = await pageModule('reading/shift.ts');
  const before = 'Gunmen shot two guards in Quetta.';
  const after = 'Gunmen shot and killed two guards in Quetta.';
  assert.deepEqual(changeBetween(before, after), { from: 12, to: 12, by: 11 });
  const moved = (from, to, words) => {
    const start = from.indexOf(words);
    const span = shiftedSpan([start, start + words.length], changeBetween(from, to));
    return span && to.slice(...span);
  };
  for (const words of ['Gunmen', 'two guards', 'Quetta']) assert.equal(moved(before, after, words), words);
  assert.equal(moved(before, 'Gunmen shot two in Quetta.', 'two guards'), undefined);
  assert.deepEqual(changeBetween('aaa', 'aaaa'), { from: 3, to: 3, by: 1 });
  assert.deepEqual(changeBetween('same', 'same'), { from: 4, to: 4, by: 0 });
  const fact = { spans: [[0, 6], [12, 22]] };
  assert.deepEqual(shiftedFacts([fact], before, 'shot two guards in Quetta.').map(({ spans }) => spans), [[[5, 15]]]);
});

describe('editing', { concurrency: 2 }, () => {
  test('lights follow the words while one types; caret and place stay, there and back', async () => {
    const { page, context, trouble } = await open({ load: true });
    await page.evaluate(() => (document.querySelector('.text-scroller').scrollTop = 500));
    await page.click('text=Edit');
    const caret = () => page.evaluate(() => document.querySelector('.editor').selectionStart);
    const at = await caret();
    assert.ok(at > 300 && at < text.length / 2, `the caret stands where one was reading: ${at}`);
    const scroll = () => page.evaluate(() => document.querySelector('.editor-scroller').scrollTop);
    const before = await scroll();
    assert.ok(before > 100);
    assert.equal((await lit(page, 'kh-time')).length, report.times.length);
    // Typed and looked at in one go: a third of a second later the text is read again.
    const lights = await page.evaluate(async () => {
      document.execCommand('insertText', false, 'Now ');
      for (let frame = 0; frame < 2; ++frame) await new Promise(requestAnimationFrame);
      const words = (key) => [...(CSS.highlights.get(key) ?? [])].map((range) => range.startContainer.data.slice(range.startOffset, range.endOffset));
      return { denied: words('kh-incident-not'), times: words('kh-time') };
    });
    assert.deepEqual(lights, { denied: ['was hurt'], times: report.times.map((time) => time.text) });
    // The letters of the field lie over those of the mirror.
    assert.ok(await page.evaluate(() => document.querySelector('.editor').scrollHeight === document.querySelector('.editor-mirror').offsetHeight));
    await page.waitForFunction(() => /\d+ facts/.test(document.querySelector('.article').textContent) && !document.querySelector('.state progress'));
    assert.equal(await caret(), at + 4);
    assert.equal(await scroll(), before);
    await page.click('text=Done');
    await page.waitForFunction(() => document.querySelector('.text')?.textContent.includes('Now '));
    assert.ok(await page.evaluate(() => document.querySelector('.text-scroller').scrollTop > 100), 'one reads on where one wrote');
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('without the Custom Highlight API the mirror is marked', async () => {
    const { page, context, trouble } = await open({ load: true, before: () => delete window.Highlight });
    await page.click('text=Edit');
    assert.deepEqual(await page.locator('.editor-mirror mark.kh-incident-not').allTextContents(), ['was hurt']);
    assert.equal(await page.locator('.editor-mirror').textContent(), `${text}\n`);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('the chosen fact stays chosen while the text is read again, and no other takes its place', async () => {
    const { page, context } = await open({ load: true });
    const point = await pointAt(page, 'North Waziristan');
    await page.mouse.click(point.x, point.y);
    await page.click('text=Edit');
    await page.fill('.editor', `Officials in Lahore and Multan spoke first.\n\n${text}`);
    await page.waitForFunction(() => CSS.highlights.get('kh-place') && [...CSS.highlights.get('kh-place')].some((range) => range.startContainer.data.slice(range.startOffset, range.endOffset) === 'Lahore'));
    assert.match(await page.textContent('.inspector h3'), /North Waziristan/);
    await page.fill('.editor', text.replaceAll('North Waziristan', 'the hills'));
    await page.waitForSelector('.inspector', { state: 'detached' });
    await context.close();
  });
});
