// The article cut into passages for display: one per block of the report, and what lies between blocks where it says
// something. Blocks on one line (a dateline before its paragraph, a glued caption) share a passage as runs of it. Every run is
// a slice of the text as given, and runs of a passage meet, so that a place on the screen is a place in the text.
import type { BlockKind, Report } from '../report/schema';

export interface Run {
  start: number;
  end: number;
  kind: BlockKind;
}

export interface Passage extends Run {
  /** Two or more where kinds differ within; else none. */
  runs?: Run[];
}

/** In: a text and its report, if there is one yet. Out: passages in order, covering all that is not white space. Linear. */
export function passagesOf(text: string, report: Report | undefined): Passage[] {
  const passages: Passage[] = [];
  let at = 0;
  for (const { span, kind } of report?.document.blocks ?? []) {
    if (!span || span[0] < at || span[1] > text.length || span[0] >= span[1]) continue;
    const last = passages.at(-1);
    if (last && !text.slice(last.end, span[0]).trim() && !text.slice(last.end, span[0]).includes('\n')) join(last, { start: span[0], end: span[1], kind });
    else {
      plain(text, at, span[0], passages);
      passages.push({ start: span[0], end: span[1], kind });
    }
    at = span[1];
  }
  plain(text, at, text.length, passages);
  return passages;
}

function join(passage: Passage, run: Run): void {
  passage.runs ??= [{ start: passage.start, end: passage.end, kind: passage.kind }];
  passage.runs.at(-1)!.end = run.start; // the blank between belongs to the run before
  passage.runs.push({ ...run });
  // The element is what the longest run is: the paragraph, not its dateline.
  const longest = passage.runs.reduce((best, each) => (each.end - each.start > best.end - best.start ? each : best));
  passage.kind = longest.kind;
  passage.end = run.end;
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
