// The tarball that npm would publish: packed, installed offline into an empty folder, used as its users use it.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { before } from 'node:test';
import { pathToFileURL } from 'node:url';

import { load } from 'khabar';
import { createWorkerClient } from 'khabar/worker-client';

import { articles, at, execute, khabar as program, temporaryFolder } from './support.mjs';

const text = 'Gunmen killed two policemen in Quetta on Sunday.';
const inFolder = (cwd) => (words) => execute(process.execPath, words, { cwd });

test('the tarball, installed offline', async (t) => {
  const folder = temporaryFolder(t);
  const [{ filename, files }] = JSON.parse(execute('npm', ['pack', '--json', '--pack-destination', folder], { cwd: at('wasm') }));
  const names = files.map(({ path }) => path);
  for (const name of ['dist/khabar.wasm', 'dist/khabar.mjs', 'dist/inline.js', 'dist/index.cjs', 'dist/index.d.cts', 'index.d.ts', 'khabar.schema.json', 'LICENSE', 'NOTICE', 'README.md'])
    assert.ok(names.includes(name), `${name} is not in the package`);
  for (const name of names) assert.doesNotMatch(name, /\.(cpp|txt|tgz)$|node_modules/, `${name} should not be in the package`);

  const home = join(folder, 'project');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  execute('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, filename)], { cwd: home });
  const node = inFolder(home);
  const strict = '--disallow-code-generation-from-strings';

  await t.test('import', () => {
    writeFileSync(join(home, 'esm.mjs'), `import { load } from 'khabar'; console.log(JSON.stringify((await load()).analyze(${JSON.stringify(text)})));`);
    assert.equal(JSON.parse(node([strict, 'esm.mjs'])).document.length, text.length);
  });
  await t.test('require', () => {
    writeFileSync(join(home, 'cjs.cjs'), `require('khabar').load().then((khabar) => console.log(khabar.analyze(${JSON.stringify(text)}).schema));`);
    assert.equal(node([strict, 'cjs.cjs']), 'khabar/1\n');
  });
  await t.test('inline, schema, wasm', () => {
    writeFileSync(
      join(home, 'inline.mjs'),
      `import { load, wasmBytes } from 'khabar/inline';
      import { readFileSync } from 'node:fs';
      import { createRequire } from 'node:module';
      const { resolve } = createRequire(import.meta.url);
      if (!readFileSync(resolve('khabar/khabar.wasm')).equals(await wasmBytes())) throw new Error('inline is not the module');
      JSON.parse(readFileSync(resolve('khabar/schema.json'), 'utf8'));
      console.log((await load()).analyze(${JSON.stringify(text)}).schema);`,
    );
    assert.equal(node(['inline.mjs']), 'khabar/1\n');
  });
  await t.test('worker client', () => {
    writeFileSync(
      join(home, 'worker.mjs'),
      `import { createWorkerClient } from 'khabar/worker-client';
      const client = createWorkerClient();
      console.log((await client.analyze(${JSON.stringify(text)})).schema);
      client.close();`,
    );
    assert.equal(node(['worker.mjs']), 'khabar/1\n');
  });
  await t.test('types, for import and for require', () => {
    for (const name of ['use.mts', 'use.cts', 'tsconfig.json']) copyFileSync(at('tests', 'types', name), join(home, name));
    execute(process.execPath, [at('node_modules', 'typescript', 'bin', 'tsc'), '-p', join(home, 'tsconfig.json')], { cwd: home });
  });
});

let khabar;
before(async () => {
  khabar = await load();
});

test('load() is one engine however often it is called, from any source, and tries again after a failure', async (t) => {
  assert.equal(await load(), khabar);
  const wasm = readFileSync(at('wasm', 'dist', 'khabar.wasm'));
  const fresh = (n) => import(`${pathToFileURL(at('wasm', 'engine.js'))}?${n}`); // a module of its own: nothing loaded yet
  const sources = {
    bytes: () => wasm,
    'an ArrayBuffer': () => wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
    'a module': () => new WebAssembly.Module(wasm),
    'a response': () => new Response(wasm, { headers: { 'content-type': 'application/wasm' } }),
    'a response of the wrong type': () => new Response(wasm, { headers: { 'content-type': 'text/plain' } }),
    'a promise': () => Promise.resolve(new Response(wasm)),
    'a URL': () => `data:application/octet-stream;base64,${wasm.toString('base64')}`,
  };
  let n = 0;
  for (const [name, source] of Object.entries(sources)) {
    const { loader } = await fresh(n++);
    const own = await loader(source)();
    assert.equal(own.version, khabar.version, name);
  }
  const { loader } = await fresh('again');
  const again = loader(() => wasm);
  await assert.rejects(again({ wasm: new Response('', { status: 404 }) }), /404/);
  await assert.rejects(again({ wasm: new Uint8Array([1, 2, 3]) }), WebAssembly.CompileError);
  await assert.rejects(again({ wasm: 5 }), TypeError);
  assert.equal((await again()).version, khabar.version);
  assert.equal(await again(), await again());
  t.diagnostic(`khabar.wasm: ${wasm.length} bytes`);
});

test('the report is that of the native program', () => {
  for (const { name, bytes } of articles()) {
    const path = at('tests', 'articles', `${name}.txt`);
    const native = JSON.parse(program(['analyze', '--published', '2025-03-12', path]).stdout);
    assert.deepEqual(khabar.analyze(bytes.toString('utf8'), { published: '2025-03-12', id: path }), native);
  }
});

test('text.slice(...span) is the evidence, whatever stands before it', () => {
  const lead = 'A lone \ud83d surrogate, a NUL \0, 😀 and é.\n\n';
  const spoilt = lead + text;
  const report = khabar.analyze(spoilt);
  const plain = khabar.analyze(text);
  assert.equal(report.document.length, spoilt.length);
  assert.equal(spoilt.slice(...report.document.sentences.at(-1)), text.slice(...plain.document.sentences.at(-1)));
  for (const quantity of report.quantities) assert.equal(spoilt.slice(...quantity.span), quantity.text);
  assert.deepEqual(khabar.analyze(new TextEncoder().encode(spoilt)), report);
});

test('what is wrong is said', () => {
  for (const wrong of [undefined, null, 5, {}, new ArrayBuffer(1)]) assert.throws(() => khabar.analyze(wrong), TypeError);
  assert.throws(() => khabar.analyze('x', { offsets: 'words' }), TypeError);
  assert.throws(() => khabar.analyze('x', { published: new Date(0) }), TypeError);
  assert.throws(() => khabar.analyze('x', { published: 'no' }), { name: 'RangeError', message: /published must be a date/ });
  assert.throws(() => khabar.analyze('x', { onProgress: () => false }), { name: 'AbortError' });
  assert.throws(() => khabar.analyze('x', { onProgress: () => { throw new SyntaxError('mine'); } }), { name: 'SyntaxError', message: 'mine' }); // prettier-ignore
  assert.equal(khabar.analyze('x').document.length, 1);
});

test('lexicons make an engine of their own', async () => {
  const own = await load({ lexicons: [{ kind: 'no_such_kind', tsv: 'name\nx\n', file: 'mine.tsv' }] });
  assert.notEqual(own, khabar);
  assert.ok(Array.isArray(own.problems));
  assert.equal(await load(), khabar);
  const tsv = 'name\tcanonical\tkind\tiso2\tstatus\nSons of the Anvil\tSons of the Anvil\tname\tPK\tactive\n';
  const groups = await load({ lexicons: [{ kind: 'armed_groups', tsv, file: 'groups.tsv' }] });
  assert.deepEqual(groups.problems, []);
  const sentence = 'The Sons of the Anvil attacked a convoy near the old mill on Sunday.';
  assert.equal(groups.analyze(sentence).entities.find((entity) => entity.name === 'Sons of the Anvil')?.type, 'armed-group');
  assert.ok(!khabar.analyze(sentence).entities.some((entity) => entity.type === 'armed-group'));
});

test('the worker client answers in order, reports progress, and survives what goes wrong', async (t) => {
  const client = createWorkerClient();
  t.after(() => client.close());
  assert.deepEqual(await client.ready(), { version: khabar.version, problems: [] });
  const shares = [];
  const order = [];
  const long = articles().map(({ bytes }) => bytes.toString('utf8')).join('\n\n').repeat(40);
  const controller = new AbortController();
  const stop = () => controller.abort();
  const calls = [
    client.analyze(text, { id: 'one', onProgress: (share) => shares.push(share) }),
    client.analyze(text, { published: 'no' }),
    client.analyze(long, { signal: controller.signal, onProgress: stop }),
    client.analyze(text, { id: 'four', signal: AbortSignal.abort() }),
    client.analyze(5),
    client.analyze(text, { id: 'six' }),
  ];
  calls.forEach((call, i) => call.then(() => order.push(i), () => order.push(i))); // prettier-ignore
  const settled = await Promise.allSettled(calls);
  assert.deepEqual(
    settled.map(({ value, reason }) => value?.document.id ?? reason.name),
    ['one', 'RangeError', 'AbortError', 'AbortError', 'TypeError', 'six'],
  );
  assert.deepEqual(order, [3, 0, 1, 2, 4, 5]);
  assert.equal(shares.at(-1), 1);
  assert.deepEqual(settled[0].value, khabar.analyze(text, { id: 'one' }));
  client.close();
  await assert.rejects(client.analyze(text), { name: 'AbortError' });
});
