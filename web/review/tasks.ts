// Which change of facts is under way in a dialog, and of what.
import { signal } from '@preact/signals';
import type { Located } from '../facts/scope';
import { dialog } from '../page/panes';
import { findAnchor } from '../report/anchors';
import type { Add, AddedKind } from '../report/edits';
import { isEntity, type Fact } from '../report/facts';
import type { Span } from '../report/schema';
import type { Article } from '../state/articles';

/** Entities that may be one and the same. */
export const merging = signal<readonly Located[]>([]);

/** An entity some of whose mentions are another; `at`: the mention at hand. */
export const splitting = signal<(Located & { at: number }) | null>(null);

/** Words that are a fact, or a part of an event. */
export interface Adding {
  article: Article;
  span: Span;
  kind: AddedKind | 'part';
  /** A fact added before that is changed now. */
  editing?: Add;
}
export const adding = signal<Adding | null>(null);

export const canSplit = (fact: Fact): boolean => isEntity(fact) && fact.spans.length > 1;

export function startMerge(rows: readonly Located[]): void {
  merging.value = rows;
  dialog.value = 'merge';
}

export function startSplit(article: Article, fact: Fact, at: number): void {
  splitting.value = { article, fact, at };
  dialog.value = 'split';
}

export function startAdding(what: Adding): void {
  adding.value = what;
  dialog.value = 'add';
}

/** The edit that added the fact, where a reader did and it can be changed in the form. */
export function additionOf(article: Article, fact: Fact): Add | undefined {
  return fact.added ? article.edits.find((edit): edit is Add => edit.do === 'add' && fact.edits?.[0] === edit.id) : undefined;
}

export function startChanging(article: Article, editing: Add): void {
  const span = findAnchor(article.reportText ?? '', editing.words);
  if (span) startAdding({ article, span, kind: editing.kind, editing });
}
