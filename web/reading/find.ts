// Finding words in the text: plain, case-insensitive, no pattern language, so that nothing typed can make it slow.
import { signal } from '@preact/signals';
import type { Span } from '../report/schema';

export interface Findings {
  query: string;
  spans: readonly Span[];
  at: number;
}

const none: Findings = { query: '', spans: [], at: 0 };
const most = 5000; // lights enough; the count then says "5000+"

export const findings = signal<Findings>(none);
export const finding = signal(false);

/** In: text and query. Out: where it stands. Case is folded one unit at a time, so that offsets hold. Linear. */
export function findSpans(text: string, query: string): Span[] {
  if (!query.trim()) return [];
  const fold = (s: string) => {
    const lower = s.toLowerCase();
    // "İ" grows by a unit when lowered: such a text is folded unit by unit.
    return lower.length === s.length ? lower : Array.from({ length: s.length }, (_, i) => (s[i]!.toLowerCase().length === 1 ? s[i]!.toLowerCase() : s[i]!)).join('');
  };
  const hay = fold(text);
  const needle = fold(query);
  const spans: Span[] = [];
  for (let at = hay.indexOf(needle); at >= 0 && spans.length < most; at = hay.indexOf(needle, at + needle.length)) spans.push([at, at + needle.length]);
  return spans;
}

export function find(text: string, query: string): void {
  findings.value = { query, spans: findSpans(text, query), at: 0 };
}

export function stepFound(step: number): void {
  const { spans, at } = findings.value;
  if (spans.length) findings.value = { ...findings.value, at: (at + step + spans.length) % spans.length };
}

export function stopFinding(): void {
  findings.value = none;
  finding.value = false;
}
