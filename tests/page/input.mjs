// Bringing articles in.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { open, paste } from './browser.mjs';
import { text } from './report_by_hand.mjs';

describe('bringing articles in', { concurrency: 3 }, () => {
  test('rich text keeps its headings and lists as lines', async () => {
    const { page, context } = await open();
    const html = '<html><head><style>p{}</style></head><body><h1>Border post attacked</h1><p>Gunmen <b>killed</b> two&nbsp;guards.<br>The army replied.</p><ul><li>one<li>two</ul><script>1</script></body></html>';
    await paste(page, { 'text/plain': 'flat', 'text/html': html });
    await page.click('text=Edit');
    assert.equal(await page.inputValue('.editor'), 'Border post attacked\n\nGunmen killed two\u00a0guards.\nThe army replied.\n\n- one\n- two');
    await context.close();
  });

  test('the engine reads a pasted article in its worker, and again when it is edited', async () => {
    const { page, context, trouble } = await open();
    await paste(page, { 'text/plain': text });
    await page.waitForFunction(() => /fact/.test(document.querySelector('.article').textContent));
    await page.click('text=Edit');
    await page.fill('.editor', 'Gunmen killed two policemen in Quetta on Sunday, officials said.');
    await page.click('text=Done');
    await page.waitForFunction(() => document.querySelector('.text').textContent.startsWith('Gunmen killed two policemen'));
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('an article without a title is called by its first words, not by its date', async () => {
    const { page, context } = await open();
    await paste(page, { 'text/plain': 'Published 2026-05-14\n\nGunmen stormed a post near Gao before dawn on Wednesday, killing two guards.\n' });
    await page.waitForFunction(() => document.querySelector('.article')?.textContent.includes('Gunmen stormed a post'));
    await context.close();
  });

  test('a long text shows how far it is, can be stopped, and read again', async () => {
    const { page, context, trouble } = await open();
    const long = `${text}\n\n`.repeat(Math.ceil(4_000_000 / text.length));
    await paste(page, { 'text/plain': long });
    const state = page.locator('.state', { hasText: 'Reading…' });
    await state.waitFor();
    await page.waitForFunction(() => Number(document.querySelector('.state progress')?.value) > 0);
    assert.match(await state.textContent(), /Reading… \d+ %/);
    assert.match(await page.textContent('.article'), /Reading… \d+ %/);
    await state.locator('text=Stop').click();
    await page.waitForSelector('.state >> text=Reading was stopped');
    assert.match(await page.textContent('.article'), /Stopped/);
    await page.click('.state >> text=Read again');
    await state.locator('text=Stop').click();
    await page.waitForSelector('.state >> text=Reading was stopped');
    await paste(page, { 'text/plain': text }); // a new worker reads on
    await page.waitForFunction(() => /\d+ facts?/.test(document.querySelectorAll('.article')[1]?.textContent));
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('text dropped on the page is an article', async () => {
    const { page, context } = await open();
    await page.evaluate((dropped) => {
      const transfer = new DataTransfer();
      transfer.setData('text/plain', dropped);
      document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, 'A short note about nothing in particular.');
    await page.waitForSelector('.text >> text=A short note');
    await context.close();
  });

  test('several files at once, and what cannot be read is named', async () => {
    const { page, context } = await open();
    const file = (name, content) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
    await page.setInputFiles('input[type=file]', [file('one.txt', 'First article.\n\nBody.'), file('two.md', '# Second\n\nBody.'), file('broken.txt', 'a\0b')]);
    await page.waitForSelector('.article >> nth=1');
    assert.equal(await page.locator('.article').count(), 2);
    assert.match(await page.textContent('.notice.is-error'), /broken\.txt.*not a text file/);
    await context.close();
  });
});
