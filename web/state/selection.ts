// What the reader looks at: one fact of one article, one of its places in the text, and which kinds are lit.
import { batch, computed, effect, signal } from '@preact/signals';
import type { Fact } from '../report/facts';
import type { Span } from '../report/schema';
import { kinds, statusOf, type Kind } from '../report/words';
import { articleFacts, current, currentId } from './articles';

export interface Selection {
  article: string;
  fact: string;
  /** Of the fact: ids are dealt out anew when a text is read again. */
  key: string;
  /** Which of the fact's spans; -1 for a passage that is not one of them. */
  at: number;
  span: Span;
  /** Who asked: the text does not scroll when the click came from the text. */
  from: 'text' | 'facts';
}

export const selection = signal<Selection | null>(null);
/** The chosen fact's form is open. Another choice closes it. */
export const correcting = signal(false);
/** Status families whose events are not lit: done, called, not. */
export const hiddenFamilies = signal<ReadonlySet<string>>(new Set());
export const hiddenKinds = signal<ReadonlySet<Kind>>(new Set());

export const selectedFact = computed<Fact | null>(() => {
  const chosen = selection.value;
  const article = current.value;
  if (!chosen || !article || chosen.article !== article.id) return null;
  return articleFacts(article).byId.get(chosen.fact) ?? null;
});

export function selectFact(article: string, fact: Fact, from: Selection['from'], span?: Span): void {
  batch(() => {
    if (currentId.value !== article) currentId.value = article;
    const wanted = span ?? fact.anchor ?? fact.spans[0]!;
    const at = fact.spans.findIndex((each) => each[0] === wanted[0] && each[1] === wanted[1]);
    if (selection.peek()?.fact !== fact.id) correcting.value = false;
    selection.value = { article, fact: fact.id, key: fact.key, at, span: wanted, from };
  });
}

/** A text that is read again has other ids and places: the chosen fact stays chosen where it still is, and none in its stead. */
effect(() => {
  const facts = articleFacts(current.value);
  const chosen = selection.peek();
  if (!chosen || chosen.article !== current.value?.id || !facts.all.length) return;
  const same = facts.byId.get(chosen.fact);
  const fact = same?.key === chosen.key ? same : facts.all.find((each) => each.key === chosen.key);
  const holds = ([from, to]: Span) => chosen.span[0] === from && chosen.span[1] === to;
  if (!fact) clearSelection();
  else if (fact !== same || ![...fact.spans, ...fact.evidence, ...fact.fields.flatMap((field) => (field.span ? [field.span] : []))].some(holds)) {
    const at = Math.min(Math.max(chosen.at, 0), fact.spans.length - 1);
    selection.value = { ...chosen, fact: fact.id, at, span: fact.spans[at]!, from: 'text' };
  }
});

export function clearSelection(): void {
  correcting.value = false;
  selection.value = null;
}

/** The next place of the chosen fact, round and round. */
export function stepOccurrence(step: number): void {
  const chosen = selection.value;
  const fact = selectedFact.value;
  if (!chosen || !fact) return;
  const at = (Math.max(chosen.at, 0) + step + fact.spans.length) % fact.spans.length;
  selection.value = { ...chosen, at, span: fact.spans[at]!, from: 'facts' };
}

/** The next or previous place of any lit fact, in the order of the text. */
export function stepFact(step: number): void {
  const article = current.value;
  if (!article) return;
  const places: { fact: Fact; span: Span }[] = [];
  for (const fact of articleFacts(article).all) {
    if (!isShown(fact)) continue;
    for (const span of fact.anchor ? [fact.anchor] : fact.spans) places.push({ fact, span });
  }
  if (!places.length) return;
  places.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const chosen = selection.value;
  let index = chosen ? places.findIndex((p) => p.fact.id === chosen.fact && p.span[0] === chosen.span[0] && p.span[1] === chosen.span[1]) : -1;
  if (index < 0 && chosen) {
    index = places.findIndex((p) => p.span[0] >= chosen.span[0]);
    if (step > 0) index -= 1;
  } else if (index < 0 && step < 0) index = 0;
  const next = places[(index + step + places.length) % places.length]!;
  selectFact(article.id, next.fact, 'facts', next.span);
}

/** Lit, as far as the legend says: by kind, and for events by status. */
export function isShown(fact: Fact): boolean {
  if (hiddenKinds.value.has(fact.kind)) return false;
  return !fact.status || fact.kind === 'proposal' || !hiddenFamilies.value.has(statusOf(fact.status).family);
}

export function toggleFamily(family: string): void {
  const hidden = new Set(hiddenFamilies.value);
  if (!hidden.delete(family)) hidden.add(family);
  hiddenFamilies.value = hidden;
}

export function toggleKind(kind: Kind): void {
  const hidden = new Set(hiddenKinds.value);
  if (!hidden.delete(kind)) hidden.add(kind);
  hiddenKinds.value = hidden;
}

/** Only this kind; or all again where it already is the only one. */
export function soloKind(kind: Kind): void {
  const others = kinds.filter((each) => each !== kind);
  const solo = !hiddenKinds.value.has(kind) && others.every((each) => hiddenKinds.value.has(each));
  hiddenKinds.value = new Set(solo ? [] : others);
}

export function hideAllKinds(): void {
  hiddenKinds.value = new Set(kinds);
}

export function showAllKinds(): void {
  hiddenKinds.value = new Set();
  hiddenFamilies.value = new Set();
}
