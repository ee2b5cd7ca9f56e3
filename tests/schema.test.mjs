// Every report is what khabar.schema.json says, and what a schema cannot say: ids resolve, spans lie in the text, words are its words.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { load } from 'khabar';

import { articles, at, execute, mangled, temporaryFolder } from './support.mjs';
import { typesOf } from './types_of_schema.mjs';

const schema = JSON.parse(readFileSync(at('wasm', 'khabar.schema.json'), 'utf8'));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

function* objectsIn(value, path = '') {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* objectsIn(item, `${path}/${i}`);
  else if (value !== null && typeof value === 'object') {
    yield [value, path];
    for (const [key, item] of Object.entries(value)) yield* objectsIn(item, `${path}/${key}`);
  }
}

const isSpan = (value) => Array.isArray(value) && value.length === 2 && value.every(Number.isInteger);
const ids = { entities: 'e', times: 't', quantities: 'q', events: 'v', claims: 'c', proposals: 'p', assessments: 'a' };
const references = { entity: 'e', via: 'e', affiliation: 'e', time: 't', quantity: 'q', attribution: 'c' };

/** In: a report and its text (well-formed UTF-16). Throws at the first thing that is wrong. */
function check(report, text, name) {
  assert.ok(validate(report), `${name}: ${JSON.stringify(validate.errors?.slice(0, 5), null, 1)}`);
  const known = new Set();
  for (const [key, letter] of Object.entries(ids))
    report[key].forEach((item, i) => {
      assert.equal(item.id, `${letter}${i + 1}`, name);
      known.add(item.id);
    });
  assert.equal(report.document.length, text.length, name);
  for (const [object, path] of objectsIn(report)) {
    const where = `${name}: ${path}: ${JSON.stringify(object).slice(0, 300)}`;
    for (const [key, value] of Object.entries(object)) {
      const spans = isSpan(value) ? [value] : Array.isArray(value) && value.length > 0 && value.every(isSpan) ? value : [];
      for (const [start, end] of spans) {
        assert.ok(start < end && end <= text.length, `${where}: ${key}`);
        for (const place of [start, end]) assert.ok(!/[\uDC00-\uDFFF]/.test(text[place] ?? ''), `${where}: ${key} cuts a character`);
      }
      const letter = references[key];
      if (letter && path.split('/').length > 2) assert.ok(known.has(value) && value[0] === letter, `${where}: ${key}`);
    }
    for (const id of object.places ?? []) assert.ok(known.has(id), where);
    const span = object.span ?? object.trigger;
    if (span && typeof object.text === 'string' && !path.startsWith('/document')) assert.equal(object.text, text.slice(...span), where);
  }
  const { sentences } = report.document;
  for (let i = 1; i < sentences.length; ++i) assert.ok(sentences[i - 1][1] <= sentences[i][0], `${name}: sentences overlap`);
}

test('reports are of schema khabar/1 and hold together', async () => {
  const khabar = await load();
  for (const article of articles()) {
    const text = article.bytes.toString('utf8');
    check(khabar.analyze(text, { published: '2025-03-12', id: article.name }), text, article.name);
    for (const { name, bytes } of mangled(article, 12, 2)) {
      const spoilt = bytes.toString('utf8');
      check(khabar.analyze(spoilt), spoilt, name);
    }
  }
  assert.throws(() => check({ ...khabar.analyze('x'), more: 1 }, 'x', ''), /additional/);
});

const wordsIn = (text) => [...text.matchAll(/["']([^"']*)["']/g)].map((match) => match[1]).filter((word) => word !== '');

test('schema, engine and types list the same words', () => {
  const cpp = readFileSync(at('core', 'report', 'names.cpp'), 'utf8');
  const types = readFileSync(at('wasm', 'index.d.ts'), 'utf8');
  const { $defs } = schema;
  const property = (def, key) => $defs[def].properties[key].enum;
  const lists = {
    block_kinds: [$defs.document.properties.blocks.items.properties.kind.enum, 'BlockKind'],
    entity_types: [property('entity', 'type'), 'EntityType'],
    mention_kinds: [$defs.entity.properties.mentions.items.properties.kind.enum, 'MentionKind'],
    time_types: [property('time', 'type')],
    comparators: [$defs.comparator.enum, 'Comparator'],
    event_types: [property('event', 'type'), 'EventType'],
    statuses: [property('event', 'status'), 'Status'],
    stages: [property('event', 'stage'), 'Stage'],
    argument_roles: [property('argument', 'role'), 'ArgumentRole'],
    effects: [property('casualty', 'effect'), 'Effect'],
    sides: [property('casualty', 'side'), 'Side'],
    claim_types: [property('claim', 'type'), 'ClaimType'],
    polarities: [property('assessment', 'polarity'), 'Polarity'],
  };
  for (const [name, [listed, type]] of Object.entries(lists)) {
    const engine = wordsIn(new RegExp(`> ${name} = \\{([^}]*)\\}`).exec(cpp)?.[1] ?? '');
    assert.deepEqual(listed, engine, name);
    if (type) assert.deepEqual(wordsIn(new RegExp(`export type ${type} =([^;]*);`).exec(types)?.[1] ?? ''), engine, type);
  }
});

test('index.d.ts says what the schema says', (t) => {
  const folder = temporaryFolder(t);
  const types = readFileSync(at('wasm', 'index.d.ts'), 'utf8');
  const names = { document: 'ReportDocument' }; // a definition of the schema -> its name in index.d.ts, where it is not its own capitalised
  const unnamed = ['words', 'evidence', 'rule'];
  const definitions = Object.keys(schema.$defs).filter((name) => !unnamed.includes(name));
  const nameOf = (name) => names[name] ?? name[0].toUpperCase() + name.slice(1);
  const check = (declarations) => {
    writeFileSync(join(folder, 'schema.ts'), typesOf(schema));
    writeFileSync(join(folder, 'index.d.ts'), declarations);
    writeFileSync(
      join(folder, 'check.ts'),
      `import type * as schema from './schema';
      import type * as types from './index';
      type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
      ${[...definitions, 'report'].map((name) => `export const ${name}: Same<schema.${name}, types.${nameOf(name)}> = true;`).join('\n')}`,
    );
    const words = [at('node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022', '--lib', 'es2023,dom', join(folder, 'check.ts')]; // prettier-ignore
    return execute(process.execPath, words, { cwd: folder });
  };
  check(types);
  // The check would notice: a field that may be missing, a word, a field too many, in an object within an object as well.
  for (const [from, to] of [
    ['quoted: boolean;', 'quoted?: boolean;'],
    ["| 'stalled'", ''],
    ['wikidata?: string', 'wikidata?: string; geonames?: string'],
    ['value: number;', 'value: string;'],
  ]) {
    assert.ok(types.includes(from), from);
    assert.throws(() => check(types.replace(from, to)), ({ stdout }) => stdout.includes("'true' is not assignable to type 'false'"), `${from} -> ${to}`);
  }
});
