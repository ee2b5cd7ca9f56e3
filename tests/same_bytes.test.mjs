// Native and WebAssembly write the same bytes, whatever they are given, in every unit of offsets.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { filesBelow } from '../tools/shared.mjs';
import { articles, at, bareModule, khabar, mangled, temporaryFolder } from './support.mjs';

const special = [
  ['empty', ''],
  ['blank', ' \n\t\n '],
  ['a byte', '\xff'],
  ['NULs', '\0\0\0'],
  ['one word', 'Kabul'],
  ['a long word', 'a'.repeat(100000)],
  ['many lines', '\n'.repeat(20000)],
  ['brackets', '('.repeat(20000)],
  ['quotes', '“'.repeat(10000)],
  ['numbers', '1,2.3-4/5:6 '.repeat(5000)],
].map(([name, text]) => ({ name, bytes: Buffer.from(text, name === 'a byte' ? 'latin1' : 'utf8') }));

// What the fuzzers begin with, and what they found.
const fuzzed = filesBelow(['tests/fuzz/corpus', 'tests/fuzz/finds']).map((name) => ({ name, bytes: readFileSync(at(name)) }));

test('native and WebAssembly write the same bytes', async (t) => {
  const folder = temporaryFolder(t);
  const analyze = await bareModule();
  const all = [...special, ...fuzzed, ...articles(), ...articles().flatMap((article) => mangled(article, 12))];
  const paths = all.map(({ bytes }, i) => {
    const path = join(folder, `${i}.txt`);
    writeFileSync(path, bytes);
    return path;
  });
  for (const [unit, offsets] of ['utf16', 'codepoints', 'bytes'].entries()) {
    const some = unit === 0 ? paths : paths.filter((_, i) => i % 7 === 0);
    const { status, stdout, stderr } = khabar(['analyze', '--published', '2025-03-12', '--offsets', offsets, '--', ...some]);
    assert.equal(status, 0, stderr);
    const lines = stdout.split('\n');
    assert.equal(lines.length, some.length + 1);
    some.forEach((path, i) => {
      const article = all[paths.indexOf(path)];
      const got = analyze(article.bytes, { id: path, published: '2025-03-12', offsets: unit });
      if (got !== lines[i]) {
        let where = 0;
        while (got[where] === lines[i][where]) ++where;
        assert.fail(`${article.name}, ${offsets}: from character ${where} on\n  native ${lines[i].slice(where - 40, where + 80)}\n  wasm   ${got.slice(where - 40, where + 80)}`);
      }
    });
  }
});

test('the same input gives the same bytes again, after whatever came between', async () => {
  const analyze = await bareModule();
  const first = articles().map(({ bytes }) => analyze(bytes));
  for (const article of articles()) for (const { bytes } of mangled(article, 3, 5)) analyze(bytes);
  assert.deepEqual(
    articles().map(({ bytes }) => analyze(bytes)),
    first,
  );
});
