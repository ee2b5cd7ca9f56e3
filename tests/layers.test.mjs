// The house stays as drawn: data moves right, so an include points left. And the core keeps its hands to itself.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import test from 'node:test';

import { filesBelow } from '../tools/shared.mjs';
import { at } from './support.mjs';

// From left to right. A room may include itself and what stands before it.
const rooms = [
  'core/text',
  'core/lexicon',
  'core/layout',
  'core/language',
  'core/mentions/times',
  'core/mentions/quantities',
  'core/mentions/entities',
  'core/mentions',
  'core/facts',
  'core/report',
  'core/cli',
];

// The longest room that the file lies in.
function roomOf(file) {
  const inside = rooms.filter((room) => file.startsWith(`${room}/`)).sort((a, b) => b.length - a.length);
  return inside.length > 0 ? rooms.indexOf(inside[0]) : undefined;
}

const sources = filesBelow(['core'], (name) => /\.(h|cpp)$/.test(name));
const includesOf = (file) =>
  [...readFileSync(at(file), 'utf8').matchAll(/^\s*#\s*include\s*(["<])([^">]+)[">]/gm)].map(([, kind, path]) => ({ own: kind === '"', path }));

test('an include points only left', () => {
  for (const file of sources) {
    const room = roomOf(file);
    const isPublic = file.startsWith('core/include/');
    for (const { own, path } of includesOf(file)) {
      if (!own) {
        if (isPublic && path.startsWith('khabar/')) assert.ok(existsSync(at('core/include', path)), `${file}: ${path}`);
        continue;
      }
      const target = [join('core', path), normalize(join(dirname(file), path))].find((candidate) => existsSync(at(candidate)));
      assert.ok(target, `${file} includes "${path}", which is in no room`);
      assert.ok(!isPublic, `${file}: a public header includes "${path}"`);
      if (room === undefined) continue; // core/analyze.cpp is the way through all rooms
      const other = roomOf(target);
      assert.ok(other !== undefined && other <= room, `${file} (${rooms[room]}) includes ${target}: an include may point only left`);
    }
  }
});

test('the core reads no clock, no locale, no file, prints nothing and throws nothing', () => {
  const banned = ['iostream', 'fstream', 'locale', 'clocale', 'chrono', 'ctime', 'random', 'filesystem', 'thread', 'mutex', 'iomanip', 'regex'];
  const words = /\b(std::cout|std::cerr|printf|fprintf|puts|throw|try|catch|setlocale|getenv|rand|system)\s*[({<;]/;
  for (const file of sources.filter((name) => !name.startsWith('core/cli/'))) {
    for (const { path } of includesOf(file)) assert.ok(!banned.includes(path), `${file} includes <${path}>`);
    const code = readFileSync(at(file), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/"(\\.|[^"\\\n])*"/g, '""')
      .replace(/\/\/.*/g, '');
    const found = words.exec(code);
    assert.ok(!found, `${file}: ${found?.[0]}`);
  }
});

test('no order is left to the standard library', () => {
  // Of equal elements std::sort leaves whichever first: libstdc++ and libc++ differ, and so would native and WebAssembly.
  for (const file of sources) {
    const found = /std::(sort|partial_sort|nth_element)\([^;]*,\s*\[[^\]]*\]\s*[({]/.exec(readFileSync(at(file), 'utf8'));
    assert.ok(!found, `${file}: ${found?.[0]} ... with a comparator: use text::stable_sort (core/text/sorting.h)`);
  }
});
