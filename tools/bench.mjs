// npm run bench: the benchmarks of bench/, then Khabar beside its peers (docs/performance.md).
//
//   npm run bench -- compare           the comparison only
//   npm run bench -- page              what the page's own thread does with a long article, and the page's sizes (docs/page.md)
//   npm run bench -- --benchmark_...   Google Benchmark only, with these words
import { buildNative, buildWasm, cmake } from './build.mjs';
import { ensure } from './deps.mjs';
import { at, run } from './shared.mjs';

const words = process.argv.slice(2);
if (words[0] === 'page') {
  buildWasm();
  process.exit(run(process.execPath, [at('bench', 'main_thread.mjs'), ...words.slice(1)], { allowFailure: true }).status ?? 1);
}
ensure('bench');
if (words[0] !== 'compare') {
  const folder = cmake('native', { options: ['-DKHABAR_BENCH=ON'] });
  run(`${folder}/bench/khabar_bench`, words);
}
if (words.length === 0 || words[0] === 'compare') {
  if (words[0] === 'compare') buildNative();
  buildWasm();
  run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: at('bench') });
  run(process.execPath, [at('bench', 'compare.mjs')]);
}
