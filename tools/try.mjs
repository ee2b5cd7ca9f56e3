// npm run try -- article.txt: one article, each fact with its words and the rule that made it. - reads standard input.
import { spawnSync } from 'node:child_process';
import { isAbsolute, join } from 'node:path';

import { buildNative } from './build.mjs';
import { at, fail } from './shared.mjs';

const words = process.argv.slice(2);
if (words.length === 0) fail('Which article?   npm run try -- article.txt', 2);
buildNative();
const here = process.env.INIT_CWD ?? process.cwd();
const paths = words.map((word) => (word.startsWith('-') || isAbsolute(word) ? word : join(here, word)));
const { status } = spawnSync(at('build', 'native', 'khabar'), ['analyze', '--explain', ...paths], { stdio: 'inherit' });
process.exitCode = status ?? 1;
