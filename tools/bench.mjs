// npm run bench: the benchmarks of bench/, native; words after -- go to Google Benchmark.
import { existsSync } from 'node:fs';

import { cmake } from './build.mjs';
import { ensure } from './deps.mjs';
import { at, fail, run } from './shared.mjs';

if (!existsSync(at('bench', 'CMakeLists.txt'))) fail('There is nothing in bench/ yet.');
ensure('bench');
const folder = cmake('native', { options: ['-DKHABAR_BENCH=ON'], targets: ['khabar_bench'] });
run(`${folder}/bench/khabar_bench`, process.argv.slice(2));
