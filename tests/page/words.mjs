// Values in words: what stands in lists and cards, and back again.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { pageModule } from './module.mjs';

const { quotedWords, timeOfWords, timeWords } = await pageModule('report/words.ts');
const { timeValue } = await pageModule('report/vocabulary.ts');

test('dates in words, and back', () => {
  const said = {
    '2025-03-03': '3 March 2025', '2025-03': 'March 2025', '2024-SP': 'spring 2024', '2024-WI': 'winter 2024', '2024-Q3': 'third quarter of 2024',
    '2024-H1': 'first half of 2024', '2024-W07': 'week 7 of 2024', '2024-W37-WE': 'weekend of week 37 of 2024', 2024: '2024',
  };
  for (const [value, words] of Object.entries(said)) {
    assert.equal(timeWords(value), words);
    assert.equal(timeOfWords(words), value);
    assert.match(value, timeValue);
  }
});

test('lengths of time and the rest in words; what has no plain form stays as it is', () => {
  const said = {
    P3D: '3 days', P1Y: '1 year', P2CE: '2 centuries', PXY: 'some years', PT1H: '1 hour', P2M: '2 months', PT2M: '2 minutes', P1DE: '1 decade', PXD: 'some days',
    P1Y6M: 'P1Y6M', 'XXXX-SP': 'spring', '198X': '1980s', PRESENT_REF: 'now', '2025-03-03TEV': '3 March 2025, evening',
  };
  for (const [value, words] of Object.entries(said)) assert.equal(timeWords(value), words);
});

test('what is no date stays as it was said', () => {
  for (const words of ['soon', 'Spring', 'week of 2024', '31 Smarch 2024', '']) assert.equal(timeOfWords(words), words);
});

test('a quotation without what was put between its parts', () => {
  const said = {
    'It is new,” he said. “It works': 'It is new, … It works',
    'It is new," he said. "It works': 'It is new, … It works',
    'We saw the “old guard” leave': 'We saw the “old guard” leave',
    'Il est neuf », dit-il. « Il marche': 'Il est neuf … Il marche',
    'the road was open': 'the road was open',
    'one,” she said': 'one,” she said',
  };
  for (const [content, words] of Object.entries(said)) assert.equal(quotedWords(content), words);
});
