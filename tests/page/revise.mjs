// A reader's edits on top of a report, and the anchors that hold them: without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { pageModule } from './module.mjs';

const { revise } = await pageModule('report/revise.ts');
const { anchorOf, findAnchor } = await pageModule('report/anchors.ts');
const { nextEditId } = await pageModule('report/edits.ts');
const { wholeWords, wordAfter, wordBefore } = await pageModule('reading/word_spans.ts');

const text = 'Khan met Omar in Bannu. Khan, a general, bombed Kohat. The army of Pakistan denied it, Khan said.';
const nth = (words, which = 1) => {
  let at = -1;
  for (let index = 0; index < which; index += 1) at = text.indexOf(words, at + 1);
  return [at, at + words.length];
};
const mention = (words, which) => ({ span: nth(words, which), text: words, kind: 'name' });
const entity = (id, type, name, mentions, more = {}) => ({ id, type, name, ...more, mentions });
const report = () => ({
  schema: 'khabar/1', offsets: 'utf16', engine: 'hand', document: { blocks: [], sentences: [] },
  entities: [
    entity('e1', 'person', 'Khan', [mention('Khan', 1), mention('Khan', 2), mention('Khan', 3)], { roles: [{ title: 'general', span: nth('general') }], affiliation: 'e5' }),
    entity('e2', 'person', 'Omar', [mention('Omar')]),
    entity('e3', 'place', 'Bannu', [mention('Bannu')]),
    entity('e4', 'place', 'Kohat', [mention('Kohat')]),
    entity('e5', 'organization', 'The army', [mention('The army')], { affiliation: 'e6' }),
    entity('e6', 'country', 'Pakistan', [mention('Pakistan')], { country: 'PK', ids: { iso3166: 'PK' } }),
  ],
  times: [], quantities: [],
  events: [
    { id: 'v1', type: 'consult', status: 'happened', trigger: nth('met'), arguments: [{ role: 'actor', entity: 'e1', span: nth('Khan', 1) }, { role: 'recipient', entity: 'e2', span: nth('Omar') }], places: ['e3'], evidence: [[0, 23]], rule: 'a.b' },
    { id: 'v2', type: 'assault', mode: 'bombing', status: 'happened', trigger: nth('bombed'), arguments: [{ role: 'actor', entity: 'e1', span: nth('Khan', 2) }], places: ['e4', 'e3'], evidence: [[24, 54]], rule: 'a.b' },
    { id: 'v3', type: 'reject', status: 'happened', trigger: nth('denied'), arguments: [{ role: 'actor', entity: 'e6', via: 'e5', span: nth('The army of Pakistan') }], evidence: [[55, 97]], rule: 'a.b' },
  ],
  claims: [{ id: 'c1', type: 'say', source: { entity: 'e1', span: nth('Khan', 3) }, quoted: false, evidence: [[55, 97]], rule: 'a.b' }],
  proposals: [], assessments: [],
});
const run = (edits, given = report()) => revise(given, text, edits, (id) => `key ${id}`);
const ref = (name, type = 'person', more = {}) => ({ name, type, ...more });
const merge = (id, entities, name, type = 'person') => ({ id, do: 'merge', entities, name, type });
const split = (id, from, which, name) => ({ id, do: 'split', from, mentions: which.map((each) => anchorOf(text, nth('Khan', each))), name, type: 'person' });
const find = ({ report: { entities } }, id) => entities.find((each) => each.id === id);
const actors = ({ report: { events } }) => events.map((event) => event.arguments[0].entity);

test('made one: mentions, aliases, ids and roles go together, and every fact names the one', () => {
  const before = report();
  const done = run([merge('x1', [ref('Bannu', 'place'), ref('Kohat', 'place')], 'Bannu', 'place'), merge('x2', [ref('Pakistan', 'country'), ref('The army', 'organization')], 'Pakistan', 'country')], before);
  assert.deepEqual(find(done, 'e3').mentions.map(({ text: words }) => words), ['Bannu', 'Kohat']);
  assert.deepEqual(find(done, 'e3').aliases, ['Kohat']);
  assert.deepEqual(done.report.events[1].places, ['e3'], 'not twice');
  assert.deepEqual(done.report.events[2].arguments[0], { role: 'actor', entity: 'e6', span: nth('The army of Pakistan') }, 'who acts through itself acts');
  assert.equal(find(done, 'e6').affiliation, undefined, 'nobody belongs to itself');
  assert.equal(find(done, 'e1').affiliation, 'e6');
  assert.deepEqual(done.members.get('x1'), ['e3', 'e4']);
  assert.deepEqual(before, report(), 'the machine’s report is untouched');
});

test('split: roles, claims and titles follow their words, a place its passage', () => {
  const done = run([split('x1', ref('Khan'), [2], 'General Khan')]);
  assert.deepEqual(actors(done), ['e1', 'e1000001', 'e6']);
  assert.equal(done.report.claims[0].source.entity, 'e1');
  assert.deepEqual(find(done, 'e1000001').roles, [{ title: 'general', span: nth('general') }]);
  assert.equal(find(done, 'e1').roles, undefined);
  assert.deepEqual([...done.added], ['e1000001']);
  assert.equal(run([split('x1', ref('Khan'), [1, 2, 3], 'All')]).idle.length, 1, 'one must stay');
});

test('edits build on each other in order, and each can be taken away', () => {
  const edits = [split('x1', ref('Khan'), [2], 'General Khan'), merge('x2', [ref('Omar'), ref('General Khan', 'person', { edit: 'x1' })], 'Omar Khan')];
  const done = run(edits);
  assert.deepEqual(actors(done), ['e1', 'e2', 'e6']);
  assert.equal(find(done, 'e2').name, 'Omar Khan');
  assert.deepEqual(done.touched.get('e2'), ['x1', 'x2']);
  const without = run(edits.slice(1));
  assert.deepEqual(without.idle, ['x2']);
  assert.deepEqual(actors(without), ['e1', 'e1', 'e6']);
  assert.equal(nextEditId(edits), 'x3');
});

test('two of one name are told apart by their number', () => {
  const given = report();
  given.entities.push(entity('e7', 'person', 'Khan', [mention('general')]));
  const done = run([merge('x1', [ref('Omar'), ref('Khan', 'person', { nth: 2 })], 'Omar')], given);
  assert.deepEqual(done.members.get('x1'), ['e2', 'e7']);
});

test('an anchor finds its words again: by what stands around them, where they moved; not where they are gone', () => {
  const anchor = anchorOf(text, nth('Khan', 2));
  assert.deepEqual(findAnchor(text, anchor), nth('Khan', 2));
  const longer = `Khan spoke. ${text}`;
  assert.equal(findAnchor(longer, anchor)[0], nth('Khan', 2)[0] + 12);
  assert.equal(findAnchor(text.replaceAll('Khan', 'Khattak'), anchor), undefined);
  assert.equal(findAnchor('x'.repeat(10), { words: '', before: '', after: '', at: 0 }), undefined);
});

test('words are whole, whatever was drawn', () => {
  const whole = (given, span) => given.slice(...wholeWords(given, span));
  const said = 'About $3 million, al-Qaeda’s men said “no” to São-Tomé 𝔸𝔹.';
  const around = (words) => { const at = said.indexOf(words); return [at, at + words.length]; };
  assert.equal(whole(said, around('Qae')), 'al-Qaeda’s');
  assert.equal(whole(said, around('$3 mill')), '$3 million');
  assert.equal(whole(said, around(' million, ')), 'million');
  assert.equal(whole(said, around('Tom')), 'São-Tomé');
  assert.equal(whole(said, [said.indexOf('𝔹') + 1, said.indexOf('𝔹') + 2]), '𝔸𝔹');
  assert.equal(wholeWords(said, around(', ')), undefined);
  assert.equal(said.slice(...wordAfter(said, 5)), '3');
  assert.equal(said.slice(...wordBefore(said, 6)), 'About');
  assert.equal(wordAfter(said, said.length), undefined);
});
