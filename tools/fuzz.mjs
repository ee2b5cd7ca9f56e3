// npm run fuzz: builds the libFuzzer targets (clang, ASan, UBSan) and runs them, each for a while.
//
//   npm run fuzz                               every target, five minutes each
//   npm run fuzz -- stream --seconds 1800      one target, half an hour
//   npm run fuzz -- --replay                   only what tests/fuzz/corpus and tests/fuzz/finds hold: no new inputs
//
// What a target has learned stays in build/fuzz/corpus; an input that broke something in build/fuzz/finds. Mend it, then keep the
// input as tests/fuzz/finds/TARGET/what_it_was.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { cmake } from './build.mjs';
import { ensure } from './deps.mjs';
import { at, fail, run, say } from './shared.mjs';

export const targets = ['analyze', 'articles', 'stream', 'json', 'lexicon'];

// The folders of ours that a target begins with.
const seeds = (target) =>
  [
    at('tests', 'fuzz', 'corpus', target === 'articles' ? 'analyze' : target),
    at('tests', 'fuzz', 'finds', target),
    ...(target === 'analyze' || target === 'articles' ? [at('tests', 'articles')] : []),
  ].filter((folder) => existsSync(folder) && readdirSync(folder).length > 0);

export function fuzz(names, { seconds = 300, replay = false } = {}) {
  ensure('fuzz');
  say('building the fuzz targets');
  const folder = cmake('fuzz', { targets: names.map((name) => `khabar_fuzz_${name}`) });
  const broken = names.filter((name) => {
    const program = join(folder, 'tests', 'fuzz', `khabar_fuzz_${name}`);
    const learned = at('build', 'fuzz', 'corpus', name);
    const finds = at('build', 'fuzz', 'finds');
    for (const path of [learned, finds]) mkdirSync(path, { recursive: true });
    say(replay ? `${name}: what the repository keeps` : `${name}: ${seconds} seconds`);
    const limits = ['-max_len=8192', '-timeout=20', '-rss_limit_mb=2048', `-artifact_prefix=${finds}/${name}-`, '-print_final_stats=1', '-verbosity=0'];
    const words = replay ? ['-runs=0', ...seeds(name)] : [`-max_total_time=${seconds}`, learned, ...seeds(name)];
    return run(program, [...limits, ...words], { allowFailure: true }).status !== 0;
  });
  if (broken.length > 0) fail(`These found something: ${broken.join(', ')}. The inputs are in build/fuzz/finds.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2);
  const place = words.indexOf('--seconds');
  const seconds = place < 0 ? undefined : Number(words.splice(place, 2)[1]);
  if (seconds !== undefined && !(seconds > 0)) fail('--seconds needs a number.', 2);
  const replay = words.includes('--replay');
  const names = words.filter((word) => !word.startsWith('-'));
  for (const name of names) if (!targets.includes(name)) fail(`There is no target called ${name}: ${targets.join(', ')}.`, 2);
  fuzz(names.length > 0 ? names : targets, { seconds, replay });
}
