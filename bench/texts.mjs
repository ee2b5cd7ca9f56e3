// What is read: the articles of tests/articles, one after the other, as often as the size asks for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { at } from '../tools/shared.mjs';

const folder = at('tests', 'articles');
const all = `${readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n\n')}\n\n`;

/** A text of that many characters, which begins at the `nth` stretch of that length: texts of an article's length differ. */
export function text(characters, nth = 0) {
  const from = (nth * characters) % all.length;
  return all.repeat(Math.ceil((from + characters) / all.length)).slice(from, from + characters);
}
