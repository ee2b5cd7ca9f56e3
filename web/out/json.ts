// The report as the engine gave it, with all that the reader said about it beside it, under "review" (docs/page.md): marks on
// single facts, entities merged and split, facts added. Nothing of it is mixed into the machine's own lists.
import { articleFacts, revisedReport, revisionOf, type Article, type Mark } from '../state/articles';
import { idOfEdit } from '../report/revise';
import { entityOfRef } from '../state/entities';
import { joins } from '../state/joins';
import type { Edit } from '../report/edits';
import type { Report } from '../report/schema';

interface ReviewedFact extends Mark {
  fact: string;
}

const lists = ['entities', 'times', 'quantities', 'events', 'claims', 'proposals', 'assessments'] as const;

/** What is in the revised report and not in the machine's, list by list. */
function addedTo(article: Article, report: Report): object | undefined {
  const revised = revisedReport(article)!;
  const added: Partial<Record<(typeof lists)[number], object[]>> = {};
  for (const name of lists) {
    const known = new Set<string>(report[name].map(({ id }) => id));
    const fresh = revised[name].filter(({ id }) => !known.has(id)).map((fact) => ({ ...fact, rule: 'analyst' }));
    if (fresh.length) added[name] = fresh;
  }
  return Object.keys(added).length ? added : undefined;
}

export function reviewedReport(article: Article): object | undefined {
  if (!article.report) return undefined;
  const all = articleFacts(article).all;
  const facts: ReviewedFact[] = [];
  for (const fact of all) {
    const mark = article.marks[fact.key];
    if (mark) facts.push({ fact: fact.id, ...mark });
  }
  const of = (edit: string) => all.find((fact) => fact.edits?.includes(edit) && !fact.added)?.id ?? all.find((fact) => fact.edits?.includes(edit))?.id;
  const edits = <Do extends Edit['do']>(kind: Do) => article.edits.filter((edit): edit is Extract<Edit, { do: Do }> => edit.do === kind);
  const merged = edits('merge').map(({ id, name, type }) => ({ into: of(id), name, type, entities: revisionOf(article)?.members.get(id) ?? [] }));
  const split = edits('split').map(({ id, from, mentions, name, type }) => ({ into: idOfEdit('e', id), name, type, from, mentions }));
  const assigned = edits('assign').map(({ id, part, words, entity, value }) => ({ event: of(id), part, words, ...(entity && { entity }), ...(value && { value }) }));
  const added = article.edits.length ? addedTo(article, article.report) : undefined;
  const review = {
    ...(article.publisher && { publisher: article.publisher }), ...(facts.length && { facts }),
    ...(merged.length && { merged }), ...(split.length && { split }), ...(assigned.length && { assigned }), ...(added && { added }),
  };
  return Object.keys(review).length ? { ...article.report, review } : article.report;
}

/** What is said across articles, each entity by its report's place in the list and its id there. */
function across(articles: readonly Article[]): object[] {
  return joins.value.flatMap((join) => {
    const members = join.members.flatMap(({ article, entity }) => {
      const at = articles.findIndex((each) => each.id === article);
      const id = at < 0 ? undefined : entityOfRef(articles[at]!, entity);
      return id === undefined ? [] : [{ report: at, entity: id }];
    });
    return members.length > (join.do === 'same' ? 1 : 0) ? [{ do: join.do, ...(join.do === 'same' && { name: join.name }), members }] : [];
  });
}

/** One article gives an object; several an array, or, with something said across them, an object that holds both. */
export function jsonOf(articles: readonly Article[]): string {
  const read = articles.filter((article) => article.report);
  const reports = read.map(reviewedReport);
  const said = across(read);
  if (said.length) return JSON.stringify({ reports, across: said }, null, 2) + '\n';
  return JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2) + '\n';
}
