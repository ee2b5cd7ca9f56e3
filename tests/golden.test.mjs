// What the engine reads out of our own articles, a fact a line, beside what it read when somebody last looked:
// tests/golden/<article>.json. A change of reading shows as a diff for people to judge.
//
//   npm test -- golden --update        write down what it reads now
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { load } from 'khabar';

import { articles, at } from './support.mjs';

const folder = at('tests', 'golden');
const update = process.env.KHABAR_UPDATE === '1';

const amount = ({ comparator = '', value, max }) => `${comparator}${value}${max === undefined ? '' : `-${max}`}`;
const filled = (parts) => parts.filter((part) => part !== undefined && part !== '').join(', ');

/** In: a report and its text. Out: lists of lines, in the order of the report; long words cut. */
function summary(report, text) {
  const words = (span) => {
    if (!span) return '';
    const all = text.slice(...span).replace(/\s+/g, ' ');
    return all.length > 70 ? `${all.slice(0, 45)} ... ${all.slice(-20)}` : all;
  };
  const name = (id) => report.entities.find((entity) => entity.id === id)?.name;
  const value = (id) => report.times.find((time) => time.id === id)?.value;
  const who = (source) => (source ? (name(source.entity) ?? words(source.span)) : '?');
  const { document } = report;
  return {
    document: [
      ...['title', 'subtitle', 'publisher', 'dateline'].filter((key) => document[key]).map((key) => `${key}: ${document[key].text}`),
      ...(document.authors ?? []).map((author) => `author: ${author.text}`),
      ...(document.published ? [`published: ${document.published.value ?? document.published.text}`] : []),
      `sentences: ${document.sentences.length}`,
    ],
    boilerplate: document.blocks.filter(({ kind }) => kind === 'boilerplate').map(({ span }) => words(span)),
    entities: report.entities
      .filter(({ mentions }) => mentions.some(({ kind }) => kind !== 'nominal' && kind !== 'pronoun'))
      .map(({ type, name, country, mentions }) => `${type}: ${filled([name, country, `${mentions.length} mentions`])}`),
    times: report.times.map((time) => `${words(time.span)} = ${filled([time.value, time.mod])}`),
    quantities: report.quantities.map((quantity) => `${words(quantity.span)} = ${amount(quantity)} ${quantity.unit ?? ''}`.trim()),
    events: report.events.map((event) =>
      filled([
        event.mode ? `${event.type}/${event.mode}` : event.type,
        event.status,
        event.stage,
        ...event.arguments.map(({ role, entity, span, alleged }) => `${alleged ? 'alleged ' : ''}${role} ${name(entity) ?? words(span)}`),
        ...(event.casualties ?? []).map((casualty) => `${casualty.effect} ${amount(casualty)} ${casualty.side}`),
        event.count && `count ${amount(event.count)}`,
        event.time && `on ${value(event.time)}`,
        ...(event.places ?? []).map((place) => `in ${name(place)}`),
        event.place_inferred && 'inferred',
        `“${words(event.trigger)}”`,
      ]),
    ),
    claims: report.claims.map((claim) => `${who(claim.source)} ${claim.type}: ${words(claim.content)}`),
    proposals: report.proposals.map((proposal) => `${who(proposal.actor)}: ${words(proposal.span)}`),
    assessments: report.assessments.map(({ polarity, span }) => `${polarity}: ${words(span)}`),
  };
}

test('our articles are read as when somebody last looked', async (t) => {
  const khabar = await load();
  if (update) mkdirSync(folder, { recursive: true });
  if (!existsSync(folder)) return t.skip('nothing is written down yet: npm test -- golden --update');
  for (const { name, bytes } of articles()) {
    const text = bytes.toString('utf8');
    const path = join(folder, `${name}.json`);
    const now = `${JSON.stringify(summary(khabar.analyze(text), text), null, 2)}\n`;
    if (update) writeFileSync(path, now);
    assert.ok(existsSync(path), `${path} is not there: npm test -- golden --update`);
    assert.equal(now, readFileSync(path, 'utf8'), `${name} is read differently; if that is right: npm test -- golden --update`);
  }
});
