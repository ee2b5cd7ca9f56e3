// What a release needs beside code that works: one version, licences of all that is shipped, bills of materials, the same bytes again.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import test, { before } from 'node:test';

import { Ajv } from 'ajv';
import { load } from 'khabar';

import { buildPage } from '../tools/build.mjs';
import { sbomOf } from '../tools/sbom.mjs';
import { at, execute, khabar as program } from './support.mjs';

const read = (path) => readFileSync(at(path), 'utf8');
before(() => void buildPage()); // what it carries is looked at below; a moment where nothing changed

test('one version, everywhere', async () => {
  const { version } = JSON.parse(read('wasm/package.json'));
  assert.match(version, /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/); // SemVer
  assert.equal((await load()).version, version);
  assert.equal((await load()).analyze('x').engine, version);
  assert.match(program(['--version']).stdout, new RegExp(`^khabar ${version}\\b`));
  assert.equal(JSON.parse(read('package-lock.json')).packages.wasm.version, version);
  assert.match(read('CHANGELOG.md'), new RegExp(`^## \\[(Unreleased|${version})\\]`, 'm'));
});

const keysOfNotice = [...read('NOTICE').matchAll(/^([a-z][a-z0-9-]*) {2,}\S/gm)].map(([, key]) => key);

test('NOTICE names all that is shipped, and is where it is', () => {
  const keys = new Set(keysOfNotice);
  const parts = JSON.parse(sbomOf('page')).components.flatMap((component) => [component, ...(component.components ?? [])]);
  const keyOf = (name) => ({ 'libc++': 'llvm', 'libc++abi': 'llvm', 'compiler-rt': 'llvm' })[name] ?? name.replace(/^@preact\/signals.*/, 'signals').replace(/^d3-.*/, 'd3');
  for (const { name, type, 'bom-ref': reference } of parts) {
    const key = type === 'data' ? reference.replace('data/', '') : keyOf(name);
    assert.ok(keys.delete(key) || keysOfNotice.includes(key), `NOTICE says nothing about ${name}`);
  }
  assert.deepEqual([...keys], ['nlohmann-json'], 'in NOTICE, and not in the bill of materials'); // in the native program only
  for (const path of ['wasm', 'dist']) {
    const copy = path === 'dist' ? 'dist/NOTICE.txt' : 'wasm/NOTICE';
    assert.equal(read(copy), read('NOTICE'), copy);
    assert.equal(read(copy.replace('NOTICE', 'LICENSE')), read('LICENSE'));
  }
  // The texts themselves, as they came with what is shipped: who holds the rights, and each sentence of the licence.
  const words = (text) => text.replace(/^\/\/ ?/gm, '').replace(/\s+/g, ' ').toLowerCase().trim();
  const notice = words(read('NOTICE'));
  const packages = JSON.parse(read('build/page-packages.json')).map((name) => `node_modules/${name}/LICENSE`);
  for (const path of ['third_party/re2/vendor/LICENSE', ...packages]) {
    if (path.startsWith('third_party') && !existsSync(at(path))) continue; // a system's RE2
    const text = words(read(path)).replace(/this license applies to .*? later\./, '').replace('the mit license (mit)', '').replace('all rights reserved.', '');
    const holders = [...text.matchAll(/copyright (?:\(c\) )?[\d-]+(?:present)? ([\w ]+?)(?:\.| permission| all rights|$)/g)].map(([, holder]) => holder);
    assert.ok(holders.length > 0, path);
    for (const holder of holders) assert.ok(notice.includes(holder), `${path}: ${holder}`);
    const licence = text.replace(/copyright (?:\(c\) )?[\d-]+(?:present)? [\w ]+?(?=\.| permission)/g, '. ');
    for (const sentence of licence.split(/[.:] ?/)) assert.ok(notice.includes(sentence.replace(/^ ?\* /, '').trim()), `${path}: ${sentence}`);
  }
});

test('bills of materials: valid CycloneDX, the same bytes each time, the package\'s own inside it', () => {
  const require = createRequire(at('tests', 'recipes', 'package.json'));
  const schemas = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res', 'schema');
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const schemaOf = (file) => JSON.parse(readFileSync(join(schemas, file), 'utf8'));
  for (const file of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json']) {
    ajv.addSchema({ ...schemaOf(file), $id: `http://cyclonedx.org/schema/${file}` });
  }
  const validate = ajv.compile(schemaOf('bom-1.6.SNAPSHOT.schema.json'));
  for (const product of ['package', 'page']) {
    const bom = sbomOf(product);
    assert.ok(validate(JSON.parse(bom)), JSON.stringify(validate.errors));
    assert.equal(sbomOf(product), bom);
    assert.doesNotMatch(bom, /\/(home|root|tmp|work|usr)\/|timestamp|serialNumber/);
  }
  assert.ok(!validate({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ type: 'library' }] }), 'nothing is wrong to this schema');
  assert.equal(read('wasm/dist/sbom.json'), sbomOf('package'));
  const names = JSON.parse(sbomOf('page')).components.map(({ name }) => name);
  for (const name of ['re2', 'emscripten', 'preact', '@preact/signals', '@preact/signals-core', 'd3-force', 'd3-quadtree']) assert.ok(names.includes(name), name);
});

test('two clean builds of the package are the same bytes', { skip: process.env.KHABAR_FULL ? false : 'npm run test:full' }, (t) => {
  t.diagnostic(execute(process.execPath, [at('tools', 'reproduce.mjs')]));
});
