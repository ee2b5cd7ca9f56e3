// The articles on the desk. Values are replaced, never changed in place, so that what depends on one redraws and
// nothing else does.
import { batch, computed, signal } from '@preact/signals';
import type { Report } from '../report/schema';
import { factsOf, type Facts } from '../report/facts';

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
}

export const articles = signal<readonly Article[]>([]);
export const currentId = signal<string | null>(null);
export const current = computed(() => articles.value.find((article) => article.id === currentId.value) ?? null);

let lastNumber = 0;

export function newArticle(text: string, origin: Article['origin'], more: Partial<Article> = {}): Article {
  lastNumber += 1;
  return { id: `a${lastNumber}`, text, published: '', publisher: '', origin, reading: { state: 'waiting' }, marks: {}, ...more };
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

export function articleFacts(article: Article | null): Facts {
  return article?.report && article.reportText !== undefined ? factsOf(article.report, article.reportText) : noFacts;
}

export function titleOf(article: Article): string {
  const title = article.report?.document.title?.text.replace(/\s+/g, ' ').trim();
  if (title) return title;
  const line = /\S[^\n]{0,120}/.exec(article.text.slice(0, 2000))?.[0]?.trim();
  return line || article.file || 'Empty article';
}

export function publishedOf(article: Article): string {
  return article.published || article.report?.document.published?.value || '';
}

export function publisherOf(article: Article): string {
  return article.publisher || article.report?.document.publisher?.text || '';
}
