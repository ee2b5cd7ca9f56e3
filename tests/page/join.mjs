// Articles laid over each other: who is one, what is told twice, which figures fit.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { pageModule } from './module.mjs';

const { castOf, reachOfFigure, sharedIncidents } = await pageModule('dossier/join.ts');

let last = 0;
const fact = (kind, type, title, fields = {}, more = {}) => {
  last += 1;
  const list = Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => (typeof value === 'string' ? { name, value } : { name, ...value })));
  return { id: `f${last}`, key: `k${last}`, kind, type, title, spans: [[0, 4]], evidence: [], fields: list, ...more };
};
const attack = (fields, more = {}) => fact('incident', 'bombing', 'Bombing', fields, { status: 'happened', date: '2025-03-11', ...more });
const desk = (id, facts, source = id, text = `Words of ${id} that nobody else has.`) => ({ id, source, text, facts: facts.map((each) => ({ ...each, evidence: each.evidence.length ? each.evidence : [[0, text.length]] })) });
const names = (cast) => cast.entries.map(({ name, members }) => `${name} ${members.length}`).sort();

test('entities join by id, by type and name, by acronym; not by surname, common noun or against their ids', () => {
  const cast = castOf([
    desk('a', [fact('place', 'country', 'Pakistan', { 'ISO 3166': 'PK' }), fact('person', 'person', 'Khan'), fact('group', 'armed-group', 'Tehreek-e-Taliban Pakistan', { Also: 'TTP, the Taliban' }), fact('group', 'group-of-people', 'gunmen')]),
    desk('b', [fact('place', 'country', 'Islamic Republic of Pakistan', { 'ISO 3166': 'PK' }), fact('person', 'person', 'Khan'), fact('group', 'armed-group', 'TTP'), fact('group', 'group-of-people', 'gunmen')]),
    desk('c', [fact('place', 'place', 'Mosul', { Wikidata: 'Q1' }), fact('person', 'person', 'José Marín')]),
    desk('d', [fact('place', 'place', 'Mosul', { Wikidata: 'Q2' }), fact('person', 'person', 'Jose Marin')]),
  ]);
  assert.deepEqual(names(cast), ['José Marín 2', 'Khan 1', 'Khan 1', 'Mosul 1', 'Mosul 1', 'Pakistan 2', 'Tehreek-e-Taliban Pakistan 2', 'gunmen 1', 'gunmen 1'].sort());
});

test('a figure counted in persons is no entity', () => {
  assert.deepEqual(names(castOf([desk('a', [fact('figure', 'person', 'Nine People')]), desk('b', [fact('figure', 'person', 'Nine People')])])), []);
});

test('two of one name within an article stay two', () => {
  const cast = castOf([desk('a', [fact('person', 'person', 'Ali Khan'), fact('person', 'person', 'Ali Khan')]), desk('b', [fact('person', 'person', 'Ali Khan')])]);
  assert.deepEqual(names(cast), ['Ali Khan 1', 'Ali Khan 2']);
});

test('the reader has the last word', () => {
  const [a, b, c] = [fact('person', 'person', 'Omar Noor'), fact('person', 'person', 'Omar Noor'), fact('person', 'person', 'the commander')];
  const desks = [desk('a', [a]), desk('b', [b]), desk('c', [c])];
  assert.deepEqual(names(castOf(desks)), ['Omar Noor 2', 'the commander 1']);
  assert.deepEqual(names(castOf(desks, { same: [], apart: new Set([`b ${b.id}`]) })), ['Omar Noor 1', 'Omar Noor 1', 'the commander 1']);
  assert.deepEqual(names(castOf(desks, { same: [{ members: [`a ${a.id}`, `c ${c.id}`], name: 'Commander Noor' }], apart: new Set() })), ['Commander Noor 3']);
});

test('figures reach as far as their words say', () => {
  assert.deepEqual(reachOfFigure('at least 21 others'), [21, Infinity]);
  assert.deepEqual(reachOfFigure('1,200–1,500 people'), [1200, 1500]);
  assert.deepEqual(reachOfFigure('more than 9'), [10, Infinity]);
  assert.equal(reachOfFigure('several'), undefined);
});

const story = (...desks) => sharedIncidents(desks, castOf(desks));
const toll = (shared, name = 'Killed') => shared[0].tolls.find((each) => each.name === name);

test('one incident told by two sources is shown side by side, with what they agree on and what not', () => {
  const shared = story(
    desk('a', [attack({ Where: 'Bannu', Killed: '12 people', Injured: 'at least 20 others' })]),
    desk('b', [attack({ Where: 'Bannu', Killed: '15 people', Injured: '31 people' }, { type: 'suicide-bombing' })]),
  );
  assert.equal(shared.length, 1);
  assert.deepEqual(shared[0].told.map(({ article }) => article), ['a', 'b']);
  assert.equal(toll(shared).agreement, 'differ');
  assert.deepEqual(toll(shared).figures.map(({ words }) => words), ['12 people', '15 people']);
  assert.equal(toll(shared, 'Injured').agreement, 'agree');
  assert.equal(toll(shared, 'Injured').sources, 2);
});

test('another day, place or kind, a total or a plan is another', () => {
  const one = desk('a', [attack({ Where: 'Bannu' })]);
  for (const other of [
    attack({ Where: 'Bannu' }, { date: '2025-03-12' }), attack({ Where: 'Kohat' }), attack({ Where: 'Bannu' }, { type: 'kidnapping' }),
    attack({ Where: 'Bannu', Count: '36' }), attack({ Where: 'Bannu' }, { status: 'possible' }), attack({ Where: 'Bannu' }, { date: '2025-03' }),
  ]) assert.deepEqual(story(one, desk('b', [other])), []);
});

test('a publisher who tells it twice, or words that were copied, are one source', () => {
  const twice = story(desk('a', [attack({ Where: 'Bannu', Killed: '9' })], 'The Courier'), desk('b', [attack({ Where: 'Bannu', Killed: '9' })], 'the courier'));
  assert.equal(toll(twice).agreement, 'one source');
  const copied = story(desk('a', [attack({ Where: 'Bannu', Killed: '9' })], 'a', 'Nine people died in a blast.'), desk('b', [attack({ Where: 'Bannu', Killed: '9' })], 'b', 'Nine people died in a blast.'));
  assert.equal(toll(copied).agreement, 'one source');
  assert.deepEqual(copied[0].echoes, ['a', 'b']);
});

test('a toll in parts is compared by its sum; attackers are apart; who denies it is marked', () => {
  const shared = story(
    desk('a', [attack({ Where: 'Bannu', Killed: ['4 police', '2 guards', '1 (attackers)'] })]),
    desk('b', [attack({ Where: 'Bannu', Killed: '6' }, { status: 'denied' })]),
  );
  assert.equal(toll(shared).agreement, 'agree');
  assert.equal(shared[0].disputed, true);
});

test('fifty articles of two hundred facts are joined without looking at every pair', () => {
  let looked = 0;
  const counted = (each) => new Proxy(each, { get: (target, name) => ((looked += name === 'title' ? 1 : 0), target[name]) });
  const desks = Array.from({ length: 50 }, (_, article) => desk(`a${article}`, [
    ...Array.from({ length: 150 }, (_, index) => fact('person', 'person', `Name${index} Of${article % 7}`)),
    ...Array.from({ length: 50 }, (_, index) => attack({ Where: `Town ${index}`, Killed: String(index) })),
  ].map(counted)));
  const cast = castOf(desks);
  assert.equal(cast.entries.length, 7 * 150);
  assert.equal(sharedIncidents(desks, cast).length, 50);
  assert.ok(looked < 50 * 200 * 20, `${looked} looks at a title`);
});
