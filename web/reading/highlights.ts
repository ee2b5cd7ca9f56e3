// Lights the words of facts. Where the browser has the CSS Custom Highlight API the document tree stays plain text, and ten
// thousand highlights cost no elements; elsewhere the same spans become <mark> elements (marks.tsx).
import type { Fact } from '../report/facts';
import type { Span } from '../report/schema';
import { statusOf, type Kind } from '../report/words';
import { rangesOf, type Piece } from './places';

export const canHighlight = typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;

/** The look of a fact's words: one name per look, the same in CSS for both ways (style/highlights.css). */
export function lookOf(fact: Fact): string {
  if (fact.kind === 'incident' || fact.kind === 'relation') return `${fact.kind}-${statusOf(fact.status ?? 'general').family}`;
  if (fact.kind === 'group' && fact.type === 'armed-group') return 'armed';
  return fact.kind;
}

// Names lie under triggers, triggers under the chosen words; long passages lie lowest.
const order: Record<Kind, number> = {
  claim: 1, proposal: 2, assessment: 3, place: 5, person: 6, group: 7, programme: 8, time: 9, figure: 10, relation: 12, incident: 13,
};

const lit = new Set<string>();

/** Replaces all lights of kinds. Out: how many spans are lit. */
export function lightFacts(pieces: readonly Piece[], facts: readonly Fact[]): number {
  const looks = new Map<string, { highlight: Highlight; priority: number }>();
  let count = 0;
  for (const fact of facts) {
    const name = lookOf(fact);
    let look = looks.get(name);
    if (!look) looks.set(name, (look = { highlight: new Highlight(), priority: order[fact.kind] }));
    for (const span of fact.spans) {
      for (const range of rangesOf(pieces, span)) look.highlight.add(range);
      count += 1;
    }
  }
  for (const name of lit) if (!looks.has(name)) CSS.highlights.delete(`kh-${name}`);
  lit.clear();
  for (const [name, look] of looks) {
    look.highlight.priority = look.priority;
    CSS.highlights.set(`kh-${name}`, look.highlight);
    lit.add(name);
  }
  return count;
}

function set(name: string, pieces: readonly Piece[], spans: readonly Span[], priority: number): void {
  if (!spans.length) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight();
  for (const span of spans) for (const range of rangesOf(pieces, span)) highlight.add(range);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

/** The chosen fact: the place in focus, its other places, and the passages it rests on. */
export function lightSelection(pieces: readonly Piece[], focus: Span | null, others: readonly Span[], evidence: readonly Span[]): void {
  set('kh-evidence', pieces, evidence, 0);
  set('kh-other', pieces, others, 21);
  set('kh-focus', pieces, focus ? [focus] : [], 22);
}

export function lightFound(pieces: readonly Piece[], found: readonly Span[], at: number): void {
  set('kh-found', pieces, found, 30);
  set('kh-found-at', pieces, found[at] ? [found[at]] : [], 31);
}

export function darken(): void {
  for (const name of lit) CSS.highlights.delete(`kh-${name}`);
  lit.clear();
  for (const name of ['kh-evidence', 'kh-other', 'kh-focus', 'kh-found', 'kh-found-at']) CSS.highlights.delete(name);
}
