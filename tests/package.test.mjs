// The tarball that npm would publish: packed, installed offline into an empty folder, used as its users use it.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test, { before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { load } from 'khabar';
import { createWorkerClient } from 'khabar/worker-client';

import { articles, at, execute, installedPackage, khabar as program, temporaryFolder } from './support.mjs';

const text = 'Gunmen killed two policemen in Quetta on Sunday.';
const inFolder = (cwd) => (words) => execute(process.execPath, words, { cwd });

// All of it: what is added is added here, what is lost is missed.
const contents = `
  LICENSE NOTICE README.md package.json khabar.schema.json docs/package.md docs/schema.md docs/lexicons.md
  index.d.ts inline.d.ts inline.classic.d.ts worker.d.ts worker-client.d.ts
  browser.js node.js engine.js worker.js worker-node.js worker-client.js worker-client-node.js worker-protocol.js worker-queue.js
  dist/khabar.wasm dist/khabar.mjs dist/inline.js dist/inline.classic.js dist/sbom.json
  dist/index.cjs dist/index.d.cts dist/inline.cjs dist/inline.d.cts dist/worker-client.cjs dist/worker-client.d.cts`;

test('the tarball, installed offline', async (t) => {
  const { home, tarball, files } = installedPackage(temporaryFolder(t));
  assert.deepEqual(files.toSorted(), contents.trim().split(/\s+/).sort());
  assert.deepEqual(readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.')), ['khabar']); // prettier-ignore
  const links = /\]\((?!https?:|#)([^)#]+)[^)]*\)/g;
  const folder = join(home, 'node_modules', 'khabar');
  for (const page of files.filter((name) => name.endsWith('.md')))
    for (const [, target] of readFileSync(join(folder, page), 'utf8').matchAll(links)) assert.ok(existsSync(join(folder, dirname(page), target)), `${page}: ${target}`);
  const node = inFolder(home);
  const strict = '--disallow-code-generation-from-strings';

  await t.test('import', () => {
    writeFileSync(join(home, 'esm.mjs'), `import { load } from 'khabar'; console.log(JSON.stringify((await load()).analyze(${JSON.stringify(text)})));`);
    assert.equal(JSON.parse(node([strict, 'esm.mjs'])).document.length, text.length);
  });
  await t.test('the README', () => {
    const [, code] = /^```js\n([^]*?)^```$/m.exec(readFileSync(join(home, 'node_modules', 'khabar', 'README.md'), 'utf8'));
    writeFileSync(join(home, 'readme.mjs'), code);
    assert.equal(node(['readme.mjs']).trim(), /console\.log.* \/\/ (.*)/.exec(code)[1]);
  });
  await t.test('require', () => {
    writeFileSync(join(home, 'cjs.cjs'), `require('khabar').load().then((khabar) => console.log(khabar.analyze(${JSON.stringify(text)}).schema));`);
    assert.equal(node([strict, 'cjs.cjs']), 'khabar/1\n');
    // As Jest runs modules: in a context of its own, where import() is not to be had.
    writeFileSync(
      join(home, 'context.cjs'),
      `const vm = require('node:vm');
      const path = require.resolve('khabar');
      const own = {};
      const { TextDecoder, TextEncoder, Uint8Array, DOMException } = globalThis;
      const context = vm.createContext({ TextDecoder, TextEncoder, Uint8Array, DOMException, console });
      const source = '(function (exports, require, __dirname) {' + require('node:fs').readFileSync(path, 'utf8') + '})';
      vm.runInContext(source, context)(own, require, require('node:path').dirname(path));
      own.load().then((khabar) => console.log(khabar.analyze(${JSON.stringify(text)}).schema));`,
    );
    assert.equal(node(['context.cjs']), 'khabar/1\n');
  });
  await t.test('inline, schema, wasm', () => {
    writeFileSync(
      join(home, 'inline.mjs'),
      `import { load, wasmBytes } from 'khabar/inline';
      import { readFileSync } from 'node:fs';
      import { createRequire } from 'node:module';
      const require = createRequire(import.meta.url);
      const { resolve } = require;
      if (!readFileSync(resolve('khabar/khabar.wasm')).equals(await wasmBytes())) throw new Error('inline is not the module');
      JSON.parse(readFileSync(resolve('khabar/schema.json'), 'utf8'));
      if ((await require('khabar/inline').wasmBytes()).length !== (await wasmBytes()).length) throw new Error('require differs');
      console.log((await load()).analyze(${JSON.stringify(text)}).schema);`,
    );
    assert.equal(node(['inline.mjs']), 'khabar/1\n');
  });
  await t.test('worker client', () => {
    const use = `
      const client = createWorkerClient();
      const stopped = client.analyze('x', { signal: AbortSignal.abort() }).catch((error) => error.name);
      client.analyze(${JSON.stringify(text)}).then(async ({ schema }) => {
        console.log(schema, await stopped, (await client.ready()).version === version);
        client.close();
      });`;
    const { version } = khabar;
    writeFileSync(join(home, 'worker.mjs'), `import { createWorkerClient } from 'khabar/worker-client'; const version = '${version}'; ${use}`);
    writeFileSync(join(home, 'worker.cjs'), `const { createWorkerClient } = require('khabar/worker-client'); const version = '${version}'; ${use}`);
    for (const name of ['worker.mjs', 'worker.cjs']) assert.equal(node([name]), 'khabar/1 AbortError true\n');
  });
  await t.test('importing it does nothing', () => {
    writeFileSync(
      join(home, 'still.mjs'),
      `const before = Object.getOwnPropertyNames(globalThis);
      for (const name of ['fetch', 'Worker', 'Blob', 'atob']) globalThis[name] = () => { throw new Error(name + ' was called'); };
      for (const name of ['compile', 'instantiate', 'Module', 'Memory']) WebAssembly[name] = () => { throw new Error(name + ' was called'); };
      process.on('exit', () => console.log(Object.getOwnPropertyNames(globalThis).filter((name) => !before.includes(name) && name !== 'Worker').length));
      for (const name of ['', '/worker-client', '/inline']) await import('khabar' + name);
      const folder = new URL('./node_modules/khabar/', import.meta.url);
      for (const name of ['browser.js', 'worker-client.js']) await import(new URL(name, folder));`,
    );
    assert.equal(node(['still.mjs']), '0\n');
    // A bundler may leave out what is imported and not used.
    writeFileSync(join(home, 'unused.mjs'), ['', '/inline', '/worker-client'].map((name, i) => `import * as name${i} from 'khabar${name}';`).join('\n'));
    const esbuild = at('tests', 'recipes', 'node_modules', 'esbuild', 'bin', 'esbuild');
    const bundle = (platform) => execute(esbuild, ['unused.mjs', '--bundle', '--format=esm', `--platform=${platform}`, '--minify'], { cwd: home });
    assert.deepEqual([bundle('browser').trim(), bundle('node').trim()], ['', '']);
  });
  await t.test('publint and are-the-types-wrong find nothing', async () => {
    const tool = (name, words) => execute(join(at('tests', 'recipes', 'node_modules', '.bin'), name), words, { cwd: home });
    assert.match(tool('publint', ['run', tarball, '--strict']), /All good!/);
    // Left out: scripts that are loaded by their address and have nothing to export, and the module, which is no code to a type checker.
    // node10 is TypeScript's resolution of before exports maps: it finds the main entry, and knows the schema by its file's name only.
    const { problems } = JSON.parse(
      tool('attw', [tarball, '--format', 'json', '--profile', 'node16', '--exclude-entrypoints', './worker', './inline.classic.js', './khabar.wasm']),
    );
    assert.deepEqual(Object.values(problems).flat().filter(({ resolutionKind }) => resolutionKind !== 'node10'), []); // prettier-ignore
  });
  await t.test('types, for import and for require', () => {
    for (const name of ['use.mts', 'use.cts', 'tsconfig.json']) copyFileSync(at('tests', 'types', name), join(home, name));
    execute(process.execPath, [at('node_modules', 'typescript', 'bin', 'tsc'), '-p', join(home, 'tsconfig.json')], { cwd: home });
  });
});

test('the README tells true sizes', () => {
  const readme = readFileSync(at('wasm', 'README.md'), 'utf8');
  const [, size, gzip, brotli, script] = /is ([\d.]+) MB, ([\d.]+) MB with gzip, ([\d.]+) MB with Brotli; .* (\d+) KB with Brotli/.exec(readme).map(Number);
  const wasm = readFileSync(at('wasm', 'dist', 'khabar.wasm'));
  const scripts = Buffer.concat(['browser.js', 'engine.js', 'dist/khabar.mjs'].map((name) => readFileSync(at('wasm', name))));
  const near = (said, bytes, what) => assert.ok(bytes / said < 1.05 && bytes / said > 0.8, `${what}: the README says ${said}, it is ${bytes}`);
  near(size * 1e6, wasm.length, 'khabar.wasm');
  near(gzip * 1e6, gzipSync(wasm, { level: 9 }).length, 'with gzip');
  near(script * 1e3, brotliCompressSync(scripts).length, 'JavaScript with Brotli');
  if (process.env.KHABAR_FULL) near(brotli * 1e6, brotliCompressSync(wasm).length, 'with Brotli'); // takes ten seconds
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
  await assert.rejects(again({ wasm: new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }) }), /no module \(text\/html\)/);
  await assert.rejects(again({ wasm: Promise.reject(new Error('mine')) }), /mine/);
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

test('a text that is too large is refused, and the engine reads on', async (t) => {
  const large = new Uint8Array((128 << 20) + 1);
  assert.throws(() => khabar.analyze(large), { name: 'RangeError', message: 'the text is too large: 134217729 bytes, 134217728 bytes at most in WebAssembly' });
  assert.throws(() => khabar.analyze('x'.repeat(large.length)), { name: 'RangeError', message: /too large: 134217729 characters/ });
  assert.throws(() => khabar.analyze('é'.repeat(68 << 20)), { name: 'RangeError', message: /too large: 142606336 bytes/ });
  assert.equal(khabar.analyze('x').document.length, 1);
  const client = createWorkerClient();
  t.after(() => client.close());
  await assert.rejects(client.analyze(large), { name: 'RangeError', message: /too large/ });
  assert.equal((await client.analyze('x')).document.length, 1);
});

// The module with less memory to grow into, so that it ends soon: the limits in its memory section, written anew.
function withMemory(wasm, pages) {
  let place = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      value |= (wasm[place] & 0x7f) << shift;
      if (wasm[place++] < 0x80) return value;
    }
  };
  while (wasm[place] !== 5) {
    ++place;
    const size = number();
    place += size;
  }
  ++place;
  number(); // size
  assert.deepEqual([number(), number()], [1, 1]); // one memory, with a limit
  number(); // at first
  const out = new Uint8Array(wasm);
  const start = place;
  number();
  for (let i = start; i < place; ++i, pages >>= 7) out[i] = (pages & 0x7f) | (i + 1 < place ? 0x80 : 0);
  return out;
}

test('out of memory: said, and the next load() reads on', async () => {
  const small = withMemory(readFileSync(at('wasm', 'dist', 'khabar.wasm')), 1024); // 64 MiB
  const { loader } = await import(`${pathToFileURL(at('wasm', 'engine.js'))}?small`);
  const own = loader(() => small);
  const engine = await own();
  const wanted = engine.analyze(text);
  const article = Buffer.concat(articles().map(({ bytes }) => bytes)).toString('utf8');
  // At every size memory ends somewhere else: while the text is copied in, while it is read, while the report is written.
  for (const bytes of [1 << 19, 2 << 20, 4 << 20, 70 << 20]) {
    const broken = await own();
    const long = article.repeat(Math.ceil(bytes / article.length)).slice(0, bytes);
    let read;
    try {
      read = broken.analyze(long);
    } catch (error) {
      assert.equal(error.name, 'RangeError');
      assert.match(error.message, /needs more memory than there is/);
      assert.throws(() => broken.analyze('x'), { name: 'RangeError', message: /load\(\) gives a new one/ });
      assert.notEqual(await own(), broken);
    }
    if (read) assert.deepEqual(read, khabar.analyze(long));
    if (bytes !== 2 << 20) assert.equal(read === undefined, bytes > 1 << 20, `${bytes} bytes`);
    assert.deepEqual((await own()).analyze(text), wanted);
  }
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

test('the worker client takes a module, lexicons and a worker of one\'s own', async (t) => {
  const wasm = readFileSync(at('wasm', 'dist', 'khabar.wasm'));
  const tsv = 'name\tcanonical\tkind\tiso2\tstatus\nSons of the Anvil\tSons of the Anvil\tname\tPK\tactive\n';
  let made = 0;
  const worker = () => {
    ++made;
    return new Worker(at('wasm', 'worker-node.js'));
  };
  for (const source of [wasm, Promise.resolve(new WebAssembly.Module(wasm)), new URL(`data:application/wasm;base64,${wasm.toString('base64')}`)]) {
    const client = createWorkerClient({ worker, wasm: source, lexicons: [{ kind: 'armed_groups', tsv }, { kind: 'no_such_kind', tsv }] });
    t.after(() => client.close());
    const { problems } = await client.ready();
    assert.equal(problems.length, 1, problems.join());
    const { entities } = await client.analyze('The Sons of the Anvil attacked a convoy near the old mill on Sunday.');
    assert.ok(entities.some(({ name, type }) => name === 'Sons of the Anvil' && type === 'armed-group'));
  }
  assert.equal(made, 3);
  const lost = createWorkerClient({ wasm: Promise.reject(new Error('no network')) });
  await assert.rejects(lost.analyze('x'), /no network/);
  lost.close();
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
