// Facts of a text that is being edited: until it is read again, what stands before the change stays, what stands after it
// moves along, and what is touched by it goes out.
import type { Fact } from '../report/facts';
import type { Span } from '../report/schema';

interface Change {
  /** What was replaced, in the text before. */
  from: number;
  to: number;
  /** By how much longer or shorter the text became. */
  by: number;
}

/** The smallest stretch in which two texts differ. Linear. */
export function changeBetween(before: string, after: string): Change {
  const least = Math.min(before.length, after.length);
  let from = 0;
  while (from < least && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  let same = 0;
  while (same < least - from && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same += 1;
  return { from, to: before.length - same, by: after.length - before.length };
}

export function shiftedSpan(span: Span, { from, to, by }: Change): Span | undefined {
  if (span[1] <= from) return span;
  if (span[0] >= to) return [span[0] + by, span[1] + by];
  // A change inside a long passage leaves it lit; one that eats an edge does not.
  return span[0] < from && span[1] > to ? [span[0], span[1] + by] : undefined;
}

const long = 60; // from here on a change inside leaves the span what it was: a claim, not a name

export function shiftedFacts(facts: readonly Fact[], before: string, after: string): Fact[] {
  if (before === after) return [...facts];
  const change = changeBetween(before, after);
  return facts.flatMap((fact) => {
    const spans = fact.spans.flatMap((span): Span[] => {
      const moved = shiftedSpan(span, change);
      const inside = span[0] < change.from && span[1] > change.to;
      return moved && (!inside || span[1] - span[0] >= long) ? [moved] : [];
    });
    return spans.length ? [{ ...fact, spans }] : [];
  });
}
