// Bills of materials, CycloneDX 1.6: what the npm package and the page are made of. From pinned facts and the bytes that were built:
// no clock, no network, the same bytes for the same build. The package's own is in it as dist/sbom.json.
//
//   npm run sbom                       build/sbom/khabar-package.cdx.json and khabar-page.cdx.json
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { re2 } from './deps.mjs';
import { at, say, sha256, writeIfChanged } from './shared.mjs';

const read = (path) => readFileSync(at(path), 'utf8');
const json = (path) => JSON.parse(read(path));
const licence = (id) => [id.includes(' ') ? { expression: id } : { license: { id } }];
const site = (url) => [{ type: 'website', url }];

// Licences as NOTICE words them, to their ids in SPDX; those that have none go by their names.
const wordings = [
  [/Unicode-DFS-2016/, { id: 'Unicode-DFS-2016' }],
  [/CC BY-SA 4\.0/, { id: 'CC-BY-SA-4.0' }],
  [/CC BY 4\.0/, { id: 'CC-BY-4.0' }],
  [/CC0 1\.0/, { id: 'CC0-1.0' }],
  [/MIT License/, { id: 'MIT' }],
  [/\bPDDL\b|Public Domain Dedication/, { id: 'PDDL-1.0' }],
  [/Public domain/, { name: 'public domain' }],
  [/WordNet License/, { name: 'WordNet License' }],
];

/** Sources of facts and weights, as NOTICE lists them: those in the engine, or those that only the page has. */
function data(where) {
  const [sources] = read('NOTICE').split('\nSoftware that is part of');
  const found = [];
  let ofPage = false;
  for (const paragraph of sources.split(/\n(?=\S)/)) {
    const [, key, rest] = /^([a-z][a-z0-9-]*) {2,}([^]*)$/.exec(paragraph) ?? [];
    if (!key) ofPage = paragraph.includes('web/') || (ofPage && !paragraph.includes('core/'));
    else if (ofPage === (where === 'page') && !rest.startsWith('as above')) {
      const text = rest.replace(/\s+/g, ' ');
      const known = wordings.map(([pattern, license]) => ({ at: text.search(pattern), license })).filter(({ at }) => at >= 0);
      if (known.length === 0) throw new Error(`NOTICE: ${key}: tools/sbom.mjs does not know this licence`);
      const { license } = known.reduce((first, other) => (other.at < first.at ? other : first));
      const url = /https:\/\/[^\s,)]*[^\s,).]/.exec(text);
      found.push({ type: 'data', 'bom-ref': `data/${key}`, name: /^.*?(?=,|\. )/.exec(text)[0], licenses: [{ license }], ...(url && { externalReferences: site(url[0]) }) });
    }
  }
  return found;
}

/** What is compiled into khabar.wasm, and the glue around it. */
function engine() {
  const version = read('build/wasm/wasm/emscripten-version.txt').trim();
  const within = (name, id, url) => ({ type: 'library', 'bom-ref': `emscripten/${name}`, name, licenses: licence(id), externalReferences: site(url) });
  return [
    {
      type: 'library',
      'bom-ref': `pkg:npm/${re2.package}`,
      name: 're2',
      version: re2.package.split('@')[1],
      description: 'RE2, the C++ sources that this npm package carries',
      hashes: [{ alg: 'SHA-256', content: re2.sha256 }],
      licenses: licence('BSD-3-Clause'),
      purl: `pkg:npm/${re2.package}`,
      externalReferences: site('https://github.com/google/re2'),
    },
    {
      type: 'library',
      'bom-ref': `emscripten@${version}`,
      name: 'emscripten',
      version,
      description: "Emscripten's runtime, embind and emmalloc, with the C and C++ libraries that it carries",
      licenses: licence('MIT'),
      externalReferences: site('https://emscripten.org'),
      components: [
        within('musl', 'MIT', 'https://musl.libc.org'),
        within('libc++', 'Apache-2.0 WITH LLVM-exception', 'https://libcxx.llvm.org'),
        within('libc++abi', 'Apache-2.0 WITH LLVM-exception', 'https://libcxxabi.llvm.org'),
        within('compiler-rt', 'Apache-2.0 WITH LLVM-exception', 'https://compiler-rt.llvm.org'),
      ],
    },
    ...data('engine'),
  ];
}

/** npm packages of which something went into the page, as Vite's configuration wrote it down, at the versions of package-lock.json. */
function packagesOfPage() {
  const { packages } = json('package-lock.json');
  const found = json('build/page-packages.json').map((name) => [name, packages[`node_modules/${name}`]]);
  return found.map(([name, { version, license, integrity }]) => ({
    type: 'library',
    'bom-ref': `pkg:npm/${name.replace('@', '%40')}@${version}`,
    name,
    version,
    hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') }],
    licenses: licence(license),
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  }));
}

function file(path) {
  const name = path.replace('wasm/', '');
  return { type: 'file', 'bom-ref': name, name, hashes: [{ alg: 'SHA-256', content: sha256(readFileSync(at(path))) }] };
}

const products = {
  package: () => ({ type: 'library', components: [file('wasm/dist/khabar.wasm'), ...engine()] }),
  page: () => ({ type: 'application', components: [...engine(), ...data('page'), ...packagesOfPage()] }),
};

/** The bill of materials of `package` or `page`, as bytes. */
export function sbomOf(product) {
  const { name, version, description, license } = json('wasm/package.json');
  const { type, components } = products[product]();
  const purl = product === 'package' ? { purl: `pkg:npm/${name}@${version}` } : {};
  const reference = product === 'package' ? purl.purl : `${name}-${product}@${version}`;
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type, 'bom-ref': reference, name: product === 'package' ? name : `${name}-${product}`, version, description, licenses: licence(license), ...purl },
    },
    components,
    dependencies: [{ ref: reference, dependsOn: components.map((component) => component['bom-ref']) }],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { buildPage, buildWasm } = await import('./build.mjs');
  buildWasm();
  buildPage();
  for (const product of Object.keys(products)) {
    const path = join('build', 'sbom', `khabar-${product}.cdx.json`);
    writeIfChanged(at(path), sbomOf(product));
    say(path);
  }
}
