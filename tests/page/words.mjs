// Values in words: what stands in lists and cards, and back again.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { pageModule } from './module.mjs';

const { quotedWords, timeOfWords, timeWords } = await pageModule('report/words.ts');
const { factsOf, lineOf } = await pageModule('report/facts.ts');
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
    'XXXX-WXX-2': 'Tuesday', 'XXXX-WXX-5TEV': 'Friday, evening', 'XXXX-XX-XXTNI': 'night', 'XXXX-XX-XXT14:05': '14:05', 'XXXX-WXX-WE': 'a weekend',
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

test('an incident in one line: whom it was done to by their own words, not by their state; no colon before nobody', () => {
  const text = 'Gunmen seized two Chinese engineers in Gao.';
  const event = {
    id: 'v1', type: 'assault', mode: 'kidnapping', status: 'happened', trigger: [7, 13], places: ['e2'], rule: 'incidents.verb_active',
    arguments: [
      { role: 'actor', class: 'group-of-people', span: [0, 6], text: 'Gunmen' },
      { role: 'recipient', entity: 'e1', class: 'group-of-people', span: [18, 35], text: 'Chinese engineers' },
    ],
  };
  const entities = [
    { id: 'e1', type: 'country', name: 'China', mentions: [{ span: [18, 25] }] },
    { id: 'e2', type: 'place', name: 'Gao', mentions: [{ span: [39, 42] }] },
  ];
  const line = (told) => lineOf(factsOf({ document: { blocks: [] }, entities, times: [], quantities: [], events: [told], claims: [], proposals: [], assessments: [] }, text).byId.get('v1'));
  assert.equal(line(event), 'Kidnapping: Gunmen → Chinese engineers, Gao');
  assert.equal(line({ ...event, arguments: event.arguments.slice(1) }), 'Kidnapping → Chinese engineers, Gao');
  assert.equal(line({ ...event, arguments: event.arguments.slice(0, 1) }), 'Kidnapping: Gunmen, Gao');
  assert.equal(line({ ...event, arguments: [] }), 'Kidnapping: Gao');
});
