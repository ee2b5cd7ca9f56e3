// The manual page and the completions of the shells tell what `khabar --help` tells, and are what their readers take them for.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { which } from '../tools/shared.mjs';
import { at, khabar } from './support.mjs';

const file = (name) => readFileSync(at('core', 'cli', name), 'utf8');
const optionsIn = (text) => new Set([...text.matchAll(/(?<![\w-])--[a-z][a-z0-9-]*/g)].map(([word]) => word));
const ofHelp = (command) => optionsIn(khabar(['help', command]).stdout);
const manual = file('khabar.1').replaceAll('\\-', '-');

test('the manual has every option of the help and no other', () => {
  const told = new Set([...ofHelp(''), ...ofHelp('analyze'), ...ofHelp('stream'), '--help']);
  assert.deepEqual([...optionsIn(manual)].sort(), [...told].sort());
  assert.ok(manual.includes(`"khabar ${khabar(['--version']).stdout.trim().split(' ')[1]}"`), 'the version in the manual is another');
});

test('the manual is well-formed', (t) => {
  if (!which('groff')) return t.skip('no groff here');
  const { status, stderr, stdout } = spawnSync('groff', ['-man', '-Tutf8', '-ww', at('core', 'cli', 'khabar.1')], { encoding: 'utf8' });
  assert.equal(status, 0);
  assert.equal(stderr, '');
  assert.match(stdout, /structured facts from security reporting/);
});

test('completions know every option of the help and no other', () => {
  const told = [...new Set([...ofHelp('analyze'), ...ofHelp('stream'), '--help', '--version'])].sort();
  assert.deepEqual([...optionsIn(file('completions/khabar.bash'))].sort(), told);
  assert.deepEqual([...optionsIn(file('completions/_khabar'))].sort(), told);
  const fish = [...file('completions/khabar.fish').matchAll(/ -l ([a-z]+)/g)].map(([, word]) => `--${word}`);
  assert.deepEqual([...new Set(fish)].sort(), told);
});

test('bash completes commands, options and their values', (t) => {
  if (!which('bash')) return t.skip('no bash here');
  const complete = (...words) => {
    const script = `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _khabar; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return spawnSync('bash', ['-c', script, at('core', 'cli', 'completions', 'khabar.bash'), 'khabar', ...words], { encoding: 'utf8' }).stdout.trim().split('\n');
  };
  assert.deepEqual(complete('st'), ['stream']);
  assert.deepEqual(complete('analyze', '--p'), ['--published', '--pretty']);
  assert.deepEqual(complete('stream', '--offsets', 'c'), ['codepoints']);
  assert.deepEqual(complete('help', ''), ['analyze', 'stream']);
});
