// Words that a reader pointed at, remembered so that they are found again in an edited text: the words themselves, what stood
// before and after them, and where (in the manner of the W3C Web Annotation model's TextQuoteSelector).
//
//   anchorOf('Gunmen shot two guards.', [12, 22])  →  { words: 'two guards', before: 'Gunmen shot ', after: '.', at: 12 }
import type { Span } from './schema';

export interface Anchor {
  words: string;
  before: string;
  after: string;
  at: number;
}

const around = 32; // units kept on either side: enough to tell two places of the same words apart
const most = 2000; // places looked at

export function anchorOf(text: string, [start, end]: Span): Anchor {
  return { words: text.slice(start, end), before: text.slice(Math.max(0, start - around), start), after: text.slice(end, end + around), at: start };
}

/** Where the words stand in a text that may have changed: at the place whose surroundings are most alike. Undefined where they are gone. */
export function findAnchor(text: string, { words, before, after, at }: Anchor): Span | undefined {
  if (!words) return undefined;
  const likeness = (start: number) => alikeBefore(text, start, before) + alikeAfter(text, start + words.length, after);
  if (text.startsWith(words, at) && likeness(at) === before.length + after.length) return [at, at + words.length];
  let best: number | undefined;
  let [likest, nearest] = [-1, Infinity];
  for (let start = text.indexOf(words), seen = 0; start >= 0 && seen < most; start = text.indexOf(words, start + words.length), seen += 1) {
    const alike = likeness(start);
    const far = Math.abs(start - at);
    if (alike > likest || (alike === likest && far < nearest)) [best, likest, nearest] = [start, alike, far];
  }
  return best === undefined ? undefined : [best, best + words.length];
}

function alikeBefore(text: string, end: number, wanted: string): number {
  let count = 0;
  while (count < wanted.length && text[end - 1 - count] === wanted[wanted.length - 1 - count]) count += 1;
  return count;
}

function alikeAfter(text: string, start: number, wanted: string): number {
  let count = 0;
  while (count < wanted.length && text[start + count] === wanted[count]) count += 1;
  return count;
}
