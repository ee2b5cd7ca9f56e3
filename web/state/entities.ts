// The entities of an article as a reader's edits name them, so that the names hold when the text is read again.
import type { EntityRef } from '../report/edits';
import { isEntity, type Fact } from '../report/facts';
import { articleFacts, revisedReport, revisionOf, type Article } from './articles';

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

export function entityOfRef(article: Article, ref: EntityRef): string | undefined {
  const revision = revisionOf(article);
  if (revision) return revision.find(ref);
  return article.report?.entities.filter((each) => each.name === ref.name && each.type === ref.type)[(ref.nth ?? 1) - 1]?.id;
}

export function entitiesOf(article: Article): Fact[] {
  return articleFacts(article).all.filter(isEntity);
}
