// npm test: installs, builds and runs every test. npm run test:full: those with sanitizers as well, what the fuzzers found, and whether
// two clean builds of the package give the same bytes.
//
//   npm test -- package cli            only tests/package.test.mjs and tests/cli.test.mjs, on what is built
//   npm test -- golden --update        writes down what the engine reads out of tests/articles now
import { readdirSync } from 'node:fs';

import { buildDev, buildNative, buildPage, buildTsan, buildWasm } from './build.mjs';
import { ensure } from './deps.mjs';
import { fuzz, targets } from './fuzz.mjs';
import { at, fail, jobs, run, say } from './shared.mjs';

const words = process.argv.slice(2);
const full = words.includes('--full');
const only = words.filter((word) => !word.startsWith('-'));

ensure('test');
const all = readdirSync(at('tests')).filter((name) => name.endsWith('.test.mjs')).sort();
const files = only.length === 0 ? all : only.map((word) => all.find((name) => name === `${word}.test.mjs`) ?? fail(`There is no tests/${word}.test.mjs.`, 2));

if (only.length === 0) {
  buildNative();
  run('ctest', ['--preset', 'native', '-j', String(jobs), '--progress']);
  if (full) {
    buildDev();
    run('ctest', ['--preset', 'dev', '-j', String(jobs), '--progress']);
    buildTsan();
    run('ctest', ['--preset', 'tsan', '--progress']);
    fuzz(targets, { replay: true });
  }
  buildWasm();
  buildPage();
}
say('running the tests of the package, the command line and the page');
process.exitCode = run(process.execPath, ['--test', '--test-reporter=spec', ...files.map((name) => at('tests', name))], {
  allowFailure: true,
  env: { ...(words.includes('--update') && { KHABAR_UPDATE: '1' }), ...(full && { KHABAR_FULL: '1' }) },
}).status ?? 1;
