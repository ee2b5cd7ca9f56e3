// npm run format: clang-format over every C++ file. With --check: only says which are not formatted.
import { fileURLToPath } from 'node:url';

import { ensure } from './deps.mjs';
import { filesBelow, run } from './shared.mjs';

export const sources = () => filesBelow(['core', 'wasm', 'tests', 'bench', 'tools'], (name) => /\.(cpp|h)$/.test(name));

export function format({ check = false } = {}) {
  ensure('format');
  return run('clang-format', [...(check ? ['--dry-run', '--Werror'] : ['-i']), ...sources()], { allowFailure: true }).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = format({ check: process.argv.includes('--check') }) ? 0 : 1;
