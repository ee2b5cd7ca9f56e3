// The program khabar as its users meet it: help, errors and their exit statuses, files, streams.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import test from 'node:test';

import { articles, at, khabar, mangled, program, temporaryFolder } from './support.mjs';

const article = (name) => at('tests', 'articles', `${name}.txt`);
const lines = (text) => text.split('\n').slice(0, -1);

test('help teaches, on standard output, with status 0', () => {
  for (const words of [['--help'], ['-h'], ['help'], ['help', 'analyze'], ['analyze', '--help'], ['stream', '-h']]) {
    const { status, stdout, stderr } = khabar(words);
    assert.equal(status, 0, words.join(' '));
    assert.equal(stderr, '');
    assert.match(stdout, /khabar/);
  }
  assert.match(khabar(['--version']).stdout, /^khabar \d+\.\d+\.\d+\n$/);
});

test('a wrong command line says what is wrong, on standard error, with status 2', () => {
  const wrong = [
    [[], /--help/],
    [['analise'], /analise/],
    [['analyze'], /which file/],
    [['analyze', '--colour', 'x'], /--colour/],
    [['analyze', '--offsets', 'words', 'x'], /utf16, codepoints or bytes/],
    [['analyze', 'x', '--published'], /--published needs a value/],
    [['analyze', '--format', 'xml', 'x'], /xml/],
    [['stream', '--jobs', 'many'], /--jobs/],
    [['stream', 'file.jsonl'], /standard input/],
  ];
  for (const [words, message] of wrong) {
    const { status, stdout, stderr } = khabar(words);
    assert.equal(status, 2, words.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, message);
    assert.equal(lines(stderr).length, 1, stderr);
  }
});

test('input that cannot be read is named, the rest is read, and the status is 1', (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'folder'));
  const { status, stdout, stderr } = khabar(['analyze', article('border-raid'), join(folder, 'none.txt'), join(folder, 'folder'), article('interview')]);
  assert.equal(status, 1);
  assert.equal(lines(stdout).length, 2);
  assert.match(stderr, /none\.txt: No such file/);
  assert.match(stderr, /folder: /);
  const bad = khabar(['analyze', '--published', 'no', article('border-raid')]);
  assert.equal(bad.status, 1);
  assert.match(bad.stderr, /published must be a date/);
});

test('several files give a report a line, in order, each with its name', () => {
  const paths = articles().map(({ name }) => article(name));
  const { status, stdout } = khabar(['analyze', ...paths]);
  assert.equal(status, 0);
  assert.deepEqual(
    lines(stdout).map((line) => JSON.parse(line).document.id),
    paths,
  );
});

test('standard input, an empty file, --pretty and --explain', (t) => {
  const text = 'Gunmen killed two policemen in Quetta on Sunday.';
  const plain = khabar(['analyze', '-'], text);
  assert.equal(plain.status, 0);
  assert.equal(JSON.parse(plain.stdout).document.length, text.length);
  assert.equal(lines(plain.stdout).length, 1);
  assert.deepEqual(JSON.parse(khabar(['analyze', '--pretty', '-'], text).stdout), JSON.parse(plain.stdout));
  assert.match(khabar(['analyze', '--explain', '-'], text).stdout, /^document\n/);
  const empty = join(temporaryFolder(t), 'empty.txt');
  writeFileSync(empty, '');
  const nothing = khabar(['analyze', empty]);
  assert.equal(nothing.status, 0, nothing.stderr);
  assert.equal(JSON.parse(nothing.stdout).document.length, 0);
});

test('--explain says why what came near a rule made no fact', () => {
  const text = 'The opposition launched an attack on the budget. He died of a heart attack. Talks were difficult. Gunmen killed three in Kabul.';
  const { stdout } = khabar(['analyze', '--explain', '-'], text);
  assert.match(stdout, /^near {2}attack {2}\[incidents\.nominal\]\n {6}not: a figure of speech/m);
  assert.match(stdout, /^near {2}attack {2}\[incidents\.nominal\]\n {6}not: the word before it/m);
  assert.match(stdout, /^near {2}Talks {2}\[interactions\.noun\]\n {6}not: no state/m);
  assert.doesNotMatch(stdout, /^near {2}killed/m);
  assert.doesNotMatch(khabar(['analyze', '-'], text).stdout, /near|figure of speech/);
});

test('what is denied of an incident is none of it', () => {
  const text = 'Troops raided Gao on Sunday. The army denied that any civilian was hurt in that raid.';
  const { events } = JSON.parse(khabar(['analyze', '-'], text).stdout);
  assert.equal(events.length, 1);
  assert.deepEqual(events[0].arguments.map((argument) => `${argument.role} ${argument.text}`).sort(), ['actor Troops', 'target Gao']);
  assert.ok(events[0].evidence.every((span) => !text.slice(...span).includes('civilian')));
});

test('offsets count in the unit asked for, and the report says which', () => {
  const text = 'Émigrés 😀 met in Kabul on Sunday.\n\nThe raid on March 3 killed two soldiers.\n';
  const bytes = Buffer.from(text);
  const cut = {
    utf16: ([start, end]) => text.slice(start, end),
    codepoints: ([start, end]) => [...text].slice(start, end).join(''),
    bytes: ([start, end]) => bytes.subarray(start, end).toString('utf8'),
  };
  const seen = new Set();
  for (const [offsets, words] of Object.entries(cut)) {
    const report = JSON.parse(khabar(['analyze', '--offsets', offsets, '-'], text).stdout);
    assert.equal(report.offsets, offsets);
    assert.equal(words([0, report.document.length]), text);
    seen.add(JSON.stringify(report.document.blocks.map(({ span }) => words(span))));
    for (const item of [...report.times, ...report.quantities]) assert.equal(words(item.span), item.text);
  }
  assert.equal(seen.size, 1);
});

test('a stream answers line for line and goes on after bad ones', () => {
  const input = [
    '{"id": "a", "text": "Troops killed three militants in Bannu."}',
    'this is no JSON',
    '',
    '[1, 2]',
    '{"id": 7}',
    '{"id": "b", "text": 5}',
    '{"id": "c", "text": "x", "published": "no"}',
    '{"id": {"a": 1}, "text": "odd id"}',
    '{"text": "no id"}\r',
    '{"id": "d", "text": "lone \\ud800 surrogate, NUL \\u0000"}',
    '{"id": "e", "text": "last line has no end"}',
  ].join('\n');
  const { status, stdout } = khabar(['stream'], input);
  assert.equal(status, 0);
  const answers = lines(stdout).map((line) => JSON.parse(line));
  assert.equal(answers.length, 10); // the empty line is no article
  const short = answers.map((answer) => (answer.error ? `${JSON.stringify(answer.id)} error` : `${answer.document.id} ${answer.document.length}`));
  assert.equal(short[0], 'a 39');
  assert.match(short[1], /error/);
  assert.match(short[2], /error/);
  assert.equal(short[3], '7 error');
  assert.equal(short[4], '"b" error');
  assert.equal(short[5], '"c" error');
  assert.equal(short[7], 'undefined 5');
  assert.equal(short[9], 'e 20');
});

test('a stream gives the same bytes with any number of jobs', () => {
  const all = [...articles(), ...articles().flatMap((one) => mangled(one, 6, 3))];
  const input = all.map(({ name, bytes }) => JSON.stringify({ id: name, text: bytes.toString('utf8'), published: '2025-03-12' })).join('\n');
  const one = khabar(['stream'], input);
  assert.equal(lines(one.stdout).length, all.length);
  assert.deepEqual(
    lines(one.stdout).map((line) => JSON.parse(line).document.id),
    all.map(({ name }) => name),
  );
  for (const jobs of ['0', '3']) assert.equal(khabar(['stream', '--jobs', jobs], input).stdout, one.stdout, `--jobs ${jobs}`);
});

test('a long text gives the same bytes with any number of jobs', () => {
  const text = Array(4).fill(articles().map(({ bytes }) => bytes.toString('utf8'))).flat().join('\n\n');
  const one = khabar(['analyze', '-'], text);
  for (const jobs of ['0', '3']) assert.equal(khabar(['analyze', '--jobs', jobs, '-'], text).stdout, one.stdout, `--jobs ${jobs}`);
});

test('a stream answers while its input is still open', async () => {
  for (const jobs of ['1', '2']) {
    const child = spawn(program, ['stream', '--jobs', jobs], { stdio: ['pipe', 'pipe', 'inherit'] });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const id of ['first', 'second']) {
      child.stdin.write(`${JSON.stringify({ id, text: 'Troops killed three militants in Bannu.' })}\n`);
      assert.equal(JSON.parse((await answers.next()).value).document.id, id);
    }
    child.stdin.end();
    assert.equal((await once(child, 'close'))[0], 0);
  }
});

test('a lexicon that cannot be read stops the program and names the place', (t) => {
  const path = join(temporaryFolder(t), 'none.tsv');
  const { status, stderr } = khabar(['analyze', '--lexicon', path, article('border-raid')]);
  assert.equal(status, 1);
  assert.match(stderr, /none\.tsv/);
});

test('names of the user\'s own lexicon are found, and a bad row is named by file and line', (t) => {
  const path = join(temporaryFolder(t), 'own.tsv');
  writeFileSync(path, 'name\tcanonical\tkind\tiso2\tstatus\nSons of the Anvil\tSons of the Anvil\tname\tPK\tactive\n');
  const text = 'The Sons of the Anvil attacked a convoy near the old mill on Sunday.';
  const { status, stdout } = khabar(['analyze', '--lexicon', path, '-'], text);
  assert.equal(status, 0);
  const found = JSON.parse(stdout).entities.find((entity) => entity.name === 'Sons of the Anvil');
  assert.equal(found?.type, 'armed-group');
  assert.ok(!JSON.parse(khabar(['analyze', '-'], text).stdout).entities.some((entity) => entity.type === 'armed-group'));
  writeFileSync(path, 'name\tcanonical\tkind\tiso2\tstatus\n\tSons\tname\tPK\tactive\n');
  const bad = khabar(['analyze', '--lexicon', path, '-'], text);
  assert.equal(bad.status, 1);
  assert.match(bad.stderr, /own\.tsv:2: /);
});
