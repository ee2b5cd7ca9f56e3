// The reader's marks on facts, with undo and redo that never forget. A step holds what a mark was before and after.
import { computed, signal } from '@preact/signals';
import type { Fact, Field } from '../report/facts';
import type { Status } from '../report/schema';
import { articles, changeArticle, type Article, type Mark, type Verdict } from './articles';

interface Step {
  article: string;
  key: string;
  before: Mark | undefined;
  after: Mark | undefined;
  what: string;
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

function put(article: string, key: string, mark: Mark | undefined): void {
  changeArticle(article, (old) => {
    const marks = { ...old.marks };
    if (mark) marks[key] = mark;
    else delete marks[key];
    return { marks };
  });
}

function perform(article: Article, fact: Fact, after: Mark | undefined, what: string): void {
  const step: Step = { article: article.id, key: fact.key, before: article.marks[fact.key], after, what };
  past.value = [...past.value, step];
  future.value = [];
  put(step.article, step.key, step.after);
  lastAction.value = what;
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
  perform(article, fact, tidy({ ...old, verdict: next }), what);
}

export function correct(article: Article, fact: Fact, corrections: Record<string, string>, note: string): void {
  perform(article, fact, tidy({ ...markOf(article, fact), corrections, note }), `Corrected: ${fact.title}`);
}

export function undo(): void {
  const step = past.value.at(-1);
  if (!step) return;
  past.value = past.value.slice(0, -1);
  future.value = [...future.value, step];
  put(step.article, step.key, step.before);
  lastAction.value = `Undone: ${step.what}`;
}

export function redo(): void {
  const step = future.value.at(-1);
  if (!step) return;
  future.value = future.value.slice(0, -1);
  past.value = [...past.value, step];
  put(step.article, step.key, step.after);
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
