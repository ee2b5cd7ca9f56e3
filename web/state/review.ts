// The reader's marks on facts, with undo and redo that never forget. A step holds what its marks
// were before and after.
import { batch, computed, signal } from '@preact/signals';
import type { Fact, Field } from '../report/facts';
import type { Status } from '../report/schema';
import { articles, changeArticle, type Article, type Mark, type Verdict } from './articles';

interface Change {
  article: string;
  key: string;
  before: Mark | undefined;
  after: Mark | undefined;
}
interface Step {
  what: string;
  changes: Change[];
}

const past = signal<readonly Step[]>([]);
const future = signal<readonly Step[]>([]);
export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);
/** Said aloud by the status line. */
export const lastAction = signal('');

export function markOf(article: Article, fact: Fact): Mark | undefined {
  return article.marks[fact.key];
}

const correctedFacts = new WeakMap<Mark, Fact>();

/** The fact with the reader's corrections in place of what they correct: what every view and export shows. */
export function asCorrected(article: Article, fact: Fact): Fact {
  const mark = article.marks[fact.key];
  const corrections = mark?.corrections;
  if (!corrections) return fact;
  let corrected = correctedFacts.get(mark);
  if (!corrected || corrected.id !== fact.id) {
    const fields: Field[] = [];
    const done = new Set<string>();
    for (const field of fact.fields) {
      const value = corrections[field.name];
      if (value === undefined) fields.push(field);
      else if (!done.has(field.name)) {
        done.add(field.name); // one correction stands for all fields of that name
        if (value) fields.push({ name: field.name, value, ...(field.span && { span: field.span }) });
      }
    }
    corrected = { ...fact, fields, title: corrections.Title ?? fact.title, ...(corrections.Status && { status: corrections.Status as Status }) };
    correctedFacts.set(mark, corrected);
  }
  return corrected;
}

function put(changes: readonly Change[], which: 'before' | 'after'): void {
  const byArticle = new Map<string, Record<string, Mark | undefined>>();
  for (const change of changes) {
    const marks = byArticle.get(change.article) ?? {};
    marks[change.key] = change[which];
    byArticle.set(change.article, marks);
  }
  batch(() => {
    for (const [id, changed] of byArticle)
      changeArticle(id, (old) => ({ marks: Object.fromEntries(Object.entries({ ...old.marks, ...changed }).filter((entry): entry is [string, Mark] => !!entry[1])) }));
  });
}

function perform(what: string, changes: Change[]): void {
  if (!changes.length) return;
  batch(() => {
    past.value = [...past.value, { what, changes }];
    future.value = [];
    put(changes, 'after');
    lastAction.value = what;
  });
}

function change(article: Article, fact: Fact, after: Mark | undefined): Change {
  return { article: article.id, key: fact.key, before: article.marks[fact.key], after };
}

function tidy(mark: Mark): Mark | undefined {
  const corrections = mark.corrections && Object.keys(mark.corrections).length ? mark.corrections : undefined;
  const note = mark.note || undefined;
  if (!mark.verdict && !corrections && !note) return undefined;
  return { ...(mark.verdict && { verdict: mark.verdict }), ...(corrections && { corrections }), ...(note && { note }) };
}

/** Sets a verdict; the same one again takes it away. */
export function judge(article: Article, fact: Fact, verdict: Verdict): void {
  const old = markOf(article, fact);
  const next = old?.verdict === verdict ? undefined : verdict;
  const what = next ? `${next === 'accepted' ? 'Accepted' : 'Rejected'}: ${fact.title}` : `Verdict taken back: ${fact.title}`;
  perform(what, [change(article, fact, tidy({ ...old, verdict: next }))]);
}

/** One verdict for many facts; one step to undo. */
export function judgeAll(rows: readonly { article: Article; fact: Fact }[], verdict: Verdict): void {
  const changed = rows.filter(({ article, fact }) => markOf(article, fact)?.verdict !== verdict);
  const what = `${verdict === 'accepted' ? 'Accepted' : 'Rejected'} ${changed.length} facts`;
  perform(what, changed.map(({ article, fact }) => change(article, fact, { ...markOf(article, fact), verdict })));
}

export function correct(article: Article, fact: Fact, corrections: Record<string, string>, note: string): void {
  perform(`Corrected: ${fact.title}`, [change(article, fact, tidy({ ...markOf(article, fact), corrections, note }))]);
}

export function undo(): void {
  const step = past.value.at(-1);
  if (!step) return;
  past.value = past.value.slice(0, -1);
  future.value = [...future.value, step];
  put(step.changes, 'before');
  lastAction.value = `Undone: ${step.what}`;
}

export function redo(): void {
  const step = future.value.at(-1);
  if (!step) return;
  future.value = future.value.slice(0, -1);
  past.value = [...past.value, step];
  put(step.changes, 'after');
  lastAction.value = `Redone: ${step.what}`;
}

export interface Tally {
  accepted: number;
  rejected: number;
  corrected: number;
}

export const tally = computed<Tally>(() => {
  const sum: Tally = { accepted: 0, rejected: 0, corrected: 0 };
  for (const article of articles.value)
    for (const mark of Object.values(article.marks)) {
      if (mark.verdict) sum[mark.verdict] += 1;
      if (mark.corrections) sum.corrected += 1;
    }
  return sum;
});
