// The article cut into passages for display: one per block of the report, and what lies between blocks where it says
// something. Every passage is a slice of the text as given, so that a place on the screen is a place in the text.
import type { BlockKind, Report } from '../report/schema';

export interface Passage {
  start: number;
  end: number;
  kind: BlockKind;
}

/** In: a text and its report, if there is one yet. Out: passages in order, covering all that is not white space. Linear. */
export function passagesOf(text: string, report: Report | undefined): Passage[] {
  const passages: Passage[] = [];
  let at = 0;
  const blocks = report?.document.blocks ?? [];
  for (const block of blocks) {
    const span = block.span;
    if (!span || span[0] < at || span[1] > text.length) continue;
    plain(text, at, span[0], passages);
    if (span[1] > span[0]) passages.push({ start: span[0], end: span[1], kind: block.kind });
    at = span[1];
  }
  plain(text, at, text.length, passages);
  return passages;
}

/** Lines of a text that no block covers. */
function plain(text: string, from: number, to: number, passages: Passage[]): void {
  let start = from;
  while (start < to) {
    let end = text.indexOf('\n', start);
    if (end < 0 || end > to) end = to;
    let first = start;
    let last = end;
    while (first < last && text.charCodeAt(first) <= 32) first += 1;
    while (last > first && text.charCodeAt(last - 1) <= 32) last -= 1;
    if (first < last) passages.push({ start: first, end: last, kind: 'paragraph' });
    start = end + 1;
  }
}
