// cmake --install gives a prefix that a stranger's project finds and links.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

import { which } from '../tools/shared.mjs';
import { at, execute, khabar, temporaryFolder } from './support.mjs';

test('an installed khabar is found by find_package', (t) => {
  const folder = temporaryFolder(t);
  const prefix = join(folder, 'prefix');
  const build = join(folder, 'build');
  execute('cmake', ['--install', at('build', 'native'), '--prefix', prefix]);
  const expected = ['bin/khabar', 'include/khabar/khabar.h', 'include/khabar/report.h', 'share/man/man1/khabar.1', 'share/bash-completion/completions/khabar'];
  for (const file of expected) assert.ok(existsSync(join(prefix, file)), file);
  assert.match(execute(join(prefix, 'bin', 'khabar'), ['--version']), /^khabar /);

  const generator = which('ninja') ? ['-G', 'Ninja'] : [];
  execute('cmake', ['-S', at('tests', 'find_package'), '-B', build, ...generator, `-DCMAKE_PREFIX_PATH=${prefix}`, '-DCMAKE_BUILD_TYPE=Release']);
  execute('cmake', ['--build', build]);
  const report = JSON.parse(execute(join(build, 'reader'), []));
  const own = JSON.parse(khabar(['analyze', '--published', '2025-03-12', '-'], 'Gunmen killed two policemen in Quetta on Sunday.').stdout);
  assert.equal(report.document.id, 'one');
  delete report.document.id;
  assert.deepEqual(report, own);
});
