// Finding an entity by a few letters of its name or alias.
import type { Fact } from '../report/facts';

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
