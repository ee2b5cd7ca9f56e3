// Making entities one, within an article and across articles, and apart again.
import { joinedRows, membersOf, several, type Located } from '../facts/scope';
import { articleFacts, articles } from '../state/articles';
import { entitiesOf, refOfEntity } from '../state/entities';
import { isMember, joins, nextJoinId, type Join, type Member } from '../state/joins';
import { joinAcross } from '../state/review';

/** Entities that these could be the same as: those of the same article, or of the whole desk where all of it is shown. */
export function mergeable(rows: readonly Located[]): Located[] {
  if (several.value) return joinedRows();
  const article = rows[0]?.article;
  return article ? entitiesOf(article).map((fact) => ({ article, fact })) : [];
}

const memberOf = ({ article, fact }: Located): Member | undefined => {
  const entity = refOfEntity(article, fact.id);
  return entity && { article: article.id, entity };
};

/** Those of one article are merged in it, those of several joined across them: one step. Out: the one that they are now. */
export function mergeRows(kept: Located, rows: readonly Located[], name: string, type: string): Located | undefined {
  const byArticle = new Map<string, Located[]>();
  for (const row of membersOf([kept, ...rows.filter((each) => each !== kept)])) {
    const list = byArticle.get(row.article.id);
    if (!list) byArticle.set(row.article.id, [row]);
    else if (!list.some((each) => each.fact.id === row.fact.id)) list.push(row);
  }
  const made = [...byArticle.values()].filter((list) => list.length > 1).map((list) => ({
    article: list[0]!.article,
    edit: { do: 'merge' as const, entities: list.map((row) => memberOf(row)?.entity).filter((ref) => ref !== undefined), name, type },
  }));
  const firsts = [...byArticle.values()].map((list) => memberOf(list[0]!)).filter((member) => member !== undefined);
  // Joining takes back what was said against it.
  const others = joins.value.filter((join) => join.do === 'same' || !firsts.some((member) => isMember(join, member)));
  const after: readonly Join[] = byArticle.size > 1 ? [...others, { id: nextJoinId(), do: 'same', members: firsts, name }] : joins.value;
  joinAcross(`Made one: ${name}`, after, made);
  const article = articles.peek().find((each) => each.id === kept.article.id);
  const fact = article && articleFacts(article).byId.get(kept.fact.id);
  return article && fact && { article, fact };
}

/** An article's entity that is another than its namesake elsewhere. */
export function keepApart(row: Located): void {
  const member = memberOf(row);
  if (!member) return;
  const others = joins.value
    .map((join) => (join.do === 'same' ? { ...join, members: join.members.filter((each) => !isMember({ ...join, members: [each] }, member)) } : join))
    .filter((join) => join.do === 'apart' || join.members.length > 1);
  joinAcross(`Kept apart: ${row.fact.title}`, [...others, { id: nextJoinId(), do: 'apart', members: [member] }]);
}

/** What the reader said about the entity across articles. */
export function saidOf(row: Located): readonly Join[] {
  const member = memberOf(row);
  return member ? joins.value.filter((join) => isMember(join, member)) : [];
}

export function takeBackJoin(id: string): void {
  joinAcross('Taken back', joins.value.filter((join) => join.id !== id));
}
