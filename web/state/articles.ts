// The articles on the desk. Values are replaced, never changed in place, so that what depends on one redraws and
// nothing else does.
import { batch, computed, signal } from '@preact/signals';
import type { Edit } from '../report/edits';
import { factsOf, revisedFacts, type Facts } from '../report/facts';
import { revise, type Revised } from '../report/revise';
import type { Report } from '../report/schema';
import { corrected } from './corrections';

export type Verdict = 'accepted' | 'rejected';

/** What a reader says about a fact: right, wrong, or right but for some fields. */
export interface Mark {
  verdict?: Verdict;
  /** Field name → the reader's own value. "Title" and "Status" count as fields. */
  corrections?: Record<string, string>;
  note?: string;
}

export type Reading =
  | { state: 'waiting' }
  | { state: 'reading'; done: number; since: number }
  | { state: 'done'; milliseconds: number }
  | { state: 'stopped' }
  | { state: 'failed'; why: string };

export interface Article {
  id: string;
  text: string;
  /** What the reader typed; empty means "as the text says". */
  published: string;
  publisher: string;
  origin: 'pasted' | 'file' | 'sample' | 'workspace';
  file?: string;
  report?: Report;
  /** The text that `report` was made from: spans fit this one and no other. */
  reportText?: string;
  reading: Reading;
  marks: Record<string, Mark>;
  /** Entities merged and split, facts added: what changes the set of facts itself. */
  edits: readonly Edit[];
}

export const articles = signal<readonly Article[]>([]);
export const currentId = signal<string | null>(null);
export const current = computed(() => articles.value.find((article) => article.id === currentId.value) ?? null);

let lastNumber = 0;

export function newArticle(text: string, origin: Article['origin'], more: Partial<Article> = {}): Article {
  lastNumber += 1;
  return { id: `a${lastNumber}`, text, published: '', publisher: '', origin, reading: { state: 'waiting' }, marks: {}, edits: [], ...more };
}

/** Ids of articles that come back from a workspace file must not meet the ids of new ones. */
export function freshId(): string {
  lastNumber += 1;
  return `a${lastNumber}`;
}

export function addArticles(added: Article[], show = true): void {
  if (!added.length) return;
  batch(() => {
    articles.value = [...articles.value, ...added];
    if (show) currentId.value = added[0]!.id;
  });
}

export function changeArticle(id: string, change: Partial<Article> | ((article: Article) => Partial<Article>)): void {
  articles.value = articles.value.map((article) =>
    article.id === id ? { ...article, ...(typeof change === 'function' ? change(article) : change) } : article,
  );
}

export function removeArticle(id: string): void {
  const index = articles.value.findIndex((article) => article.id === id);
  if (index < 0) return;
  batch(() => {
    const rest = articles.value.filter((article) => article.id !== id);
    if (currentId.value === id) currentId.value = rest[Math.min(index, rest.length - 1)]?.id ?? null;
    articles.value = rest;
  });
}

const noFacts: Facts = { all: [], byId: new Map(), byKind: { incident: [], relation: [], claim: [], proposal: [], assessment: [], person: [], group: [], place: [], programme: [], time: [], figure: [] } };

interface Reviewed {
  edits: readonly Edit[];
  revised: Revised | undefined;
  /** With the edits; without corrections. */
  facts: Facts;
}
const reviewed = new WeakMap<Report, Reviewed>();

function review(article: Article & { report: Report; reportText: string }): Reviewed {
  let known = reviewed.get(article.report);
  if (known?.edits === article.edits) return known;
  const plain = factsOf(article.report, article.reportText);
  if (!article.edits.length) known = { edits: article.edits, revised: undefined, facts: plain };
  else {
    const revised = revise(article.report, article.reportText, article.edits, (id) => plain.byId.get(id)?.key);
    known = { edits: article.edits, revised, facts: revisedFacts(revised, article.reportText, plain) };
  }
  reviewed.set(article.report, known);
  return known;
}

const isRead = (article: Article | null): article is Article & { report: Report; reportText: string } => article?.report !== undefined && article.reportText !== undefined;

/** The facts as the machine read them and the reader edited them, before single ones are corrected: what a correction is compared to. */
export function uncorrectedFacts(article: Article | null): Facts {
  return isRead(article) ? review(article).facts : noFacts;
}

/** The facts with all that the reader said about them: what every view and export shows. Rejected ones are among them. */
export function articleFacts(article: Article | null): Facts {
  return isRead(article) ? corrected(review(article).facts, article.marks) : noFacts;
}

/** What the reader's edits made of the report; undefined where there are none. */
export function revisionOf(article: Article): Revised | undefined {
  return isRead(article) ? review(article).revised : undefined;
}

/** The report with the reader's edits in it; the machine's own is `article.report`. */
export function revisedReport(article: Article): Report | undefined {
  return revisionOf(article)?.report ?? article.report;
}

/** The title, else how the article begins: past what only says when and where it appeared. */
export function titleOf(article: Article): string {
  const title = article.report?.document.title?.text.replace(/\s+/g, ' ').trim();
  if (title) return title;
  const begin = article.report?.document.blocks.find((block) => block.kind === 'paragraph')?.span[0] ?? 0;
  const line = /\S[^\n]{0,120}/.exec(article.text.slice(begin, begin + 2000))?.[0]?.trim();
  return line || article.file || 'Empty article';
}

export function publishedOf(article: Article): string {
  return article.published || article.report?.document.published?.value || '';
}

export function publisherOf(article: Article): string {
  return article.publisher || article.report?.document.publisher?.text || '';
}
