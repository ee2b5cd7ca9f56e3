// Word and PDF files: their text comes in, and what cannot be read says what to do.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { open } from './browser.mjs';
import { docx, pdf, zip } from './files.mjs';

const textOf = async (page) => {
  await page.waitForSelector('.text .passage');
  await page.click('text=Edit');
  return page.inputValue('.editor');
};
const refusal = async (page, name, buffer) => {
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/octet-stream', buffer });
  const notice = page.locator('.notice.is-error', { hasText: name });
  await notice.waitFor();
  return notice.textContent();
};

describe('Word and PDF files', { concurrency: 2 }, () => {
  test('a Word document keeps headings and lists; links and pictures are nothing but text', async () => {
    const { page, context, trouble, requests } = await open();
    const file = docx([['Heading1', 'Border post attacked'], ['', 'Gunmen killed two guards in Quetta on Sunday.'], ['', 'First demand', true], ['', '<img src=x onerror=alert(1)>', true].map((each) => (typeof each === 'string' ? each.replace(/</g, '&lt;') : each))], 'javascript:alert(1)');
    await page.setInputFiles('input[type=file]', { name: 'post.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: file });
    await page.waitForSelector('.text .passage');
    assert.equal(await page.locator('.text a, .text img').count(), 0);
    const text = await textOf(page);
    assert.match(text, /^Border post attacked\n\nGunmen killed two guards in Quetta on Sunday\./);
    assert.match(text, /First demand/);
    assert.match(text, /<img src=x onerror=alert\(1\)>/);
    assert.match(text, /the source$/);
    assert.deepEqual(requests.filter((url) => !/^blob:|\/assets\//.test(url)), []);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('a PDF becomes paragraphs, without what repeats on every page', async () => {
    const { page, context, trouble, requests } = await open();
    const head = (number) => [[60, 800, 'The Frontier Courier'], [280, 40, `Page ${number} of 3`]];
    const file = pdf([
      [...head(1), [60, 740, 'Convoy hit near the border'], [60, 700, 'Gunmen killed two guards in Quetta on Sunday, and wounded a pass-'], [60, 686, 'er-by. Officials said the attackers'], [60, 672, 'fled towards the border and']],
      [...head(2), [60, 740, 'were being pursued.'], [60, 700, 'A second convoy turned back.']],
      [...head(3), [60, 740, 'Nobody claimed the attack.']],
    ]);
    await page.setInputFiles('input[type=file]', { name: 'convoy.pdf', mimeType: 'application/pdf', buffer: file });
    const text = await textOf(page);
    assert.equal(text, 'Convoy hit near the border\n\nGunmen killed two guards in Quetta on Sunday, and wounded a passer-by. Officials said the attackers fled towards the border and were being pursued.\n\nA second convoy turned back.\n\nNobody claimed the attack.');
    assert.deepEqual(requests.filter((url) => !/^blob:|\/assets\//.test(url)), []);
    assert.deepEqual(trouble, []);
    await context.close();
  });

  test('what cannot be read says what to do', async () => {
    const { page, context } = await open();
    assert.match(await refusal(page, 'scan.pdf', pdf([[]])), /scan.*text recognition/i);
    assert.match(await refusal(page, 'locked.pdf', pdf([[[60, 700, 'Secret.']]], { encrypted: true })), /password.*save a copy without/i);
    assert.match(await refusal(page, 'torn.pdf', Buffer.from('%PDF-1.7\nnothing more')), /could not be read as PDF.*paste it here/);
    assert.match(await refusal(page, 'torn.docx', Buffer.concat([docx([['', 'Words.']]).subarray(0, 200)])), /could not be read as a Word document/);
    assert.match(await refusal(page, 'empty.docx', docx([['', ' ']])), /no text/);
    assert.match(await refusal(page, 'old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')), /older Word.*\.docx/);
    assert.match(await refusal(page, 'many.zip', zip({ 'one.txt': 'Words.' })), /archive.*Unpack/);
    assert.match(await refusal(page, 'note.rtf', Buffer.from('{\\rtf1 words}')), /RTF/);
    assert.equal(await page.locator('.article').count(), 0);
    await context.close();
  });
});
