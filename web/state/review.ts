// The reader's marks on facts, with undo and redo that never forget. A step holds what its marks
// were before and after.
import { batch, computed, signal } from '@preact/signals';
import { nextEditId, type Add, type Assign, type Edit, type Merge, type Split } from '../report/edits';
import type { Fact } from '../report/facts';
import { joins, type Join } from './joins';
import { articles, changeArticle, uncorrectedFacts, type Article, type Mark, type Verdict } from './articles';

/** A mark on one fact, an article's edits as a whole, or what is said across articles as a whole. */
type Change =
  | { article: string; key: string; before: Mark | undefined; after: Mark | undefined }
  | { article: string; before: readonly Edit[]; after: readonly Edit[] }
  | { before: readonly Join[]; after: readonly Join[] };
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

function put(changes: readonly Change[], which: 'before' | 'after'): void {
  const byArticle = new Map<string, Record<string, Mark | undefined>>();
  batch(() => {
    for (const change of changes) {
      if (!('article' in change)) {
        joins.value = change[which];
        continue;
      }
      if (!('key' in change)) {
        changeArticle(change.article, { edits: change[which] });
        continue;
      }
      const marks = byArticle.get(change.article) ?? {};
      marks[change.key] = change[which];
      byArticle.set(change.article, marks);
    }
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
  const changed = rows.filter(({ article, fact }) => !fact.added && markOf(article, fact)?.verdict !== verdict);
  const what = `${verdict === 'accepted' ? 'Accepted' : 'Rejected'} ${changed.length} facts`;
  perform(what, changed.map(({ article, fact }) => change(article, fact, { ...markOf(article, fact), verdict })));
}

/** One field of many facts; one step to undo. A value that the machine itself read takes a correction away. */
export function correctAll(rows: readonly { article: Article; fact: Fact }[], field: 'Type' | 'Status', value: string): void {
  const changed = rows.filter(({ fact }) => !fact.added && (field === 'Type' ? fact.type : fact.status) !== value);
  perform(`${field} of ${changed.length} facts: ${value}`, changed.map(({ article, fact }) => {
    const read = uncorrectedFacts(article).byId.get(fact.id);
    const { [field]: _, ...others } = markOf(article, fact)?.corrections ?? {};
    const same = (field === 'Type' ? read?.type : read?.status) === value;
    return change(article, fact, tidy({ ...markOf(article, fact), corrections: same ? others : { ...others, [field]: value } }));
  }));
}

export function correct(article: Article, fact: Fact, corrections: Record<string, string>, note: string): void {
  perform(`Corrected: ${fact.title}`, [change(article, fact, tidy({ ...markOf(article, fact), corrections, note }))]);
}

type New<T extends Edit> = Omit<T, 'id'>;

/** Puts an edit in: a new one last, one that has an id in its own place. Out: its id. */
export function edit(article: Article, what: string, made: New<Merge> | New<Split> | New<Add> | New<Assign>, id?: string): string {
  const edits = articles.peek().find((each) => each.id === article.id)?.edits ?? article.edits;
  const whole = { ...made, id: id ?? nextEditId(edits) } as Edit;
  const after = id === undefined ? [...edits, whole] : edits.map((each) => (each.id === id ? whole : each));
  perform(what, [{ article: article.id, before: edits, after }]);
  return whole.id;
}

/** Entities of several articles said to be one, or not; and with it, in the same step, new edits of single articles. */
export function joinAcross(what: string, after: readonly Join[], made: readonly { article: Article; edit: New<Merge> }[] = []): void {
  perform(what, [
    ...made.map(({ article, edit: each }) => ({ article: article.id, before: article.edits, after: [...article.edits, { ...each, id: nextEditId(article.edits) }] })),
    ...(after !== joins.peek() ? [{ before: joins.peek(), after }] : []),
  ]);
}

export function takeBack(article: Article, id: string, what: string): void {
  const edits = articles.peek().find((each) => each.id === article.id)?.edits ?? article.edits;
  perform(what, [{ article: article.id, before: edits, after: edits.filter((each) => each.id !== id) }]);
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
  /** Merges, splits, added facts and parts. */
  edited: number;
}

export const tally = computed<Tally>(() => {
  const sum: Tally = { accepted: 0, rejected: 0, corrected: 0, edited: joins.value.length };
  for (const article of articles.value) {
    sum.edited += article.edits.length;
    for (const mark of Object.values(article.marks)) {
      if (mark.verdict) sum[mark.verdict] += 1;
      if (mark.corrections) sum.corrected += 1;
    }
  }
  return sum;
});
