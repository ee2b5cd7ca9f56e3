// Whether the facts shown are those of the article at hand or of all of them.
import { computed, signal } from '@preact/signals';
import type { Fact } from '../report/facts';
import { kinds, type Kind } from '../report/words';
import { articleFacts, articles, current, type Article } from '../state/articles';

export interface Located {
  article: Article;
  fact: Fact;
}

export const everyArticle = signal(false);
export const several = computed(() => everyArticle.value && articles.value.length > 1);
export const scopedArticles = computed<readonly Article[]>(() => (several.value ? articles.value : current.value ? [current.value] : []));

export const scoped = computed<Record<Kind, Located[]>>(() => {
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, [] as Located[]])) as Record<Kind, Located[]>;
  for (const article of scopedArticles.value) {
    const facts = articleFacts(article);
    for (const kind of kinds) for (const fact of facts.byKind[kind]) byKind[kind].push({ article, fact });
  }
  return byKind;
});

/** Facts that the reader has not rejected: what overview, charts and the brief are made from. */
export function standing(rows: readonly Located[]): Located[] {
  return rows.filter(({ article, fact }) => article.marks[fact.key]?.verdict !== 'rejected');
}
