// The lexicons are sound: tools/lexicons/check.py has nothing to say.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import test from 'node:test';

import { at } from './support.mjs';

test('the lexicons pass their checker', () => {
  const { status, stdout, stderr } = spawnSync('python3', [at('tools', 'lexicons', 'check.py')], { encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}${stderr}`);
});
