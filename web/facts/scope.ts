// Whether the facts shown are those of the article at hand or of all of them, entities joined.
import { computed, signal } from '@preact/signals';
import { cast } from '../dossier/desk';
import type { Entry } from '../dossier/join';
import { isEntity, type Fact } from '../report/facts';
import { kinds, type Kind } from '../report/words';
import { articleFacts, articles, current, type Article } from '../state/articles';

export interface Located {
  article: Article;
  fact: Fact;
  /** Of an entity in several articles: it in the others. */
  also?: readonly Located[];
}

export const everyArticle = signal(false);
export const several = computed(() => everyArticle.value && articles.value.length > 1);
export const scopedArticles = computed<readonly Article[]>(() => (several.value ? articles.value : current.value ? [current.value] : []));

/** Changes where other articles are looked at, not where the facts of the same ones are judged. */
export const scopeKey = computed(() => scopedArticles.value.map((article) => article.id).join());

export const scoped = computed<Record<Kind, Located[]>>(() => {
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, [] as Located[]])) as Record<Kind, Located[]>;
  for (const article of scopedArticles.value) {
    const facts = articleFacts(article);
    for (const kind of kinds) for (const fact of facts.byKind[kind]) if (!several.value || !isEntity(fact)) byKind[kind].push({ article, fact });
  }
  if (several.value) for (const row of joinedRows()) byKind[row.fact.kind].push(row);
  return byKind;
});

const joinedFacts = new WeakMap<Entry, Fact>();

/** The cast of the whole desk, a row each. */
export function joinedRows(): Located[] {
  const byId = new Map(articles.value.map((article) => [article.id, article]));
  return cast.value.entries.map((entry): Located => {
    const [first, ...others] = entry.members.map(({ article, fact }): Located => ({ article: byId.get(article)!, fact })) as [Located, ...Located[]];
    if (!others.length) return first;
    let fact = joinedFacts.get(entry);
    if (!fact) joinedFacts.set(entry, (fact = { ...first.fact, title: entry.name, number: entry.members.reduce((sum, each) => sum + each.fact.spans.length, 0) }));
    return { ...first, fact, also: others };
  });
}

/** Every fact that rows stand for, one by one. */
export function membersOf(rows: readonly Located[]): Located[] {
  return rows.flatMap((row) => [row, ...(row.also ?? [])]);
}

/** Facts that the reader has not rejected: what overview, charts and the brief are made from. */
export function standing(rows: readonly Located[]): Located[] {
  return rows.filter(({ article, fact }) => article.marks[fact.key]?.verdict !== 'rejected');
}
