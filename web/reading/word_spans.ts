// Words in a text, one at a time, so that a long text costs no more than a short one.
import type { Span } from '../report/schema';

const letter = /[\p{L}\p{N}\p{M}]/u;
const inner = /['’‑-]/; // joins two parts of one word

function isWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const point = unit >= 0xdc00 && unit < 0xe000 ? text.codePointAt(at - 1)! : text.codePointAt(at);
  if (point === undefined) return false;
  if (letter.test(String.fromCodePoint(point))) return true;
  return inner.test(text[at]!) && at > 0 && at + 1 < text.length && letter.test(text[at - 1]!) && letter.test(text[at + 1]!);
}

/** The word that holds `at`; undefined between words. */
export function wordAt(text: string, at: number): Span | undefined {
  if (at < 0 || at >= text.length || !isWord(text, at)) return undefined;
  let [start, end] = [at, at + 1];
  while (start > 0 && isWord(text, start - 1)) start -= 1;
  while (end < text.length && isWord(text, end)) end += 1;
  return [start, end];
}

export function wordAfter(text: string, from: number): Span | undefined {
  for (let at = Math.max(0, from); at < text.length; at += 1) if (isWord(text, at)) return wordAt(text, at);
  return undefined;
}

export function wordBefore(text: string, before: number): Span | undefined {
  for (let at = Math.min(before, text.length) - 1; at >= 0; at -= 1) if (isWord(text, at)) return wordAt(text, at);
  return undefined;
}

/** A span drawn by hand, made to end where words end: without blanks at its edges, without half a word. Undefined where there is no word in it. */
export function wholeWords(text: string, [start, end]: Span): Span | undefined {
  while (start < end && /\s/.test(text[start]!)) start += 1;
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1;
  const first = wordAfter(text, start);
  if (!first || first[0] >= end) return undefined;
  const open = wordAt(text, start);
  const close = wordAt(text, end - 1);
  // "$3 million" keeps its sign, and a closing stop that was drawn along is let go.
  return [open ? open[0] : start, close ? close[1] : Math.max(lastWordEnd(text, end), first[1])];
}

function lastWordEnd(text: string, end: number): number {
  if (/[%)\]”"’'€$£]/.test(text[end - 1] ?? '')) return end;
  return wordBefore(text, end)?.[1] ?? end;
}
