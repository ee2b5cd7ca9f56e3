// What a reader said about entities of several articles: these are one, this one is not. Beside the articles, like their edits.
import { signal } from '@preact/signals';
import type { EntityRef } from '../report/edits';

export interface Member {
  article: string;
  entity: EntityRef;
}
export type Join = { id: string; do: 'same'; members: Member[]; name: string } | { id: string; do: 'apart'; members: Member[] };

export const joins = signal<readonly Join[]>([]);

export function nextJoinId(): string {
  return `j${1 + joins.peek().reduce((most, { id }) => Math.max(most, Number(id.slice(1)) || 0), 0)}`;
}

export const isMember = (join: Join, { article, entity }: Member): boolean =>
  join.members.some((each) => each.article === article && each.entity.name === entity.name && each.entity.type === entity.type && each.entity.nth === entity.nth && each.entity.edit === entity.edit);
