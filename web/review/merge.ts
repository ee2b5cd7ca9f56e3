// Making entities one: what may be joined, and the edit that does it.
import type { Located } from '../facts/scope';
import { articleFacts, articles, type Article } from '../state/articles';
import { edit } from '../state/review';
import { entitiesOf, refOfEntity } from './entities';

/** Entities that these could be the same as: those of the same article. */
export function mergeable(rows: readonly Located[]): Located[] {
  const article = rows[0]?.article;
  return article ? entitiesOf(article).map((fact) => ({ article, fact })) : [];
}

/** Out: the one that they are now. */
export function mergeRows(kept: Located, rows: readonly Located[], name: string, type: string): Located | undefined {
  const { article } = kept;
  const all = [kept, ...rows.filter((row) => row !== kept)];
  const entities = all.map((row) => refOfEntity(article, row.fact.id)).filter((ref) => ref !== undefined);
  if (entities.length < 2) return undefined;
  edit(article, `Made one: ${name}`, { do: 'merge', entities, name, type });
  const now = articles.peek().find((each): each is Article => each.id === article.id);
  const fact = now && articleFacts(now).byId.get(kept.fact.id);
  return now && fact && { article: now, fact };
}
