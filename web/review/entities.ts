// The entities of an article as a reader's edits name them.
import type { Fact } from '../report/facts';
import type { EntityRef } from '../report/edits';
import { articleFacts, revisedReport, type Article } from '../state/articles';
import { isEntity } from './tasks';

/** How an edit names the entity of that id: by its name in the machine's report, or by the edit that made it. */
export function refOfEntity(article: Article, id: string): EntityRef | undefined {
  const machine = article.report?.entities ?? [];
  const entity = machine.find((each) => each.id === id);
  if (entity) {
    const { name, type } = entity;
    const nth = machine.filter((each) => each.name === name && each.type === type).indexOf(entity) + 1;
    return { name, type, ...(nth > 1 && { nth }) };
  }
  const made = revisedReport(article)?.entities.find((each) => each.id === id);
  return made && { name: made.name, type: made.type, edit: `x${Number(id.slice(1)) % 1_000_000}` };
}

export function entitiesOf(article: Article): Fact[] {
  return articleFacts(article).all.filter(isEntity);
}

/** Entities that a search finds, best first: by the start of the name, then anywhere in name and aliases. */
export function foundEntities<Row extends { fact: Fact }>(rows: readonly Row[], query: string, most: number): Row[] {
  const wanted = query.trim().toLowerCase();
  const rank = ({ fact }: Row) => {
    const name = fact.title.toLowerCase();
    if (!wanted || name.startsWith(wanted)) return 0;
    if (name.includes(wanted)) return 1;
    return fact.fields.some((field) => field.name === 'Also' && field.value.toLowerCase().includes(wanted)) ? 2 : 3;
  };
  return rows
    .map((row) => ({ row, at: rank(row) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at || b.row.fact.spans.length - a.row.fact.spans.length)
    .slice(0, most)
    .map(({ row }) => row);
}
