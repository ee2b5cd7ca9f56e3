// The workspace file: every article with its text, report and marks, so that work can be put away and taken up again.
import { batch } from '@preact/signals';
import { readAll } from '../engine/reader';
import type { Edit } from '../report/edits';
import { factsOf } from '../report/facts';
import type { Report } from '../report/schema';
import { addArticles, freshId, type Article, type Mark } from '../state/articles';
import { notify } from '../state/notices';
import { joins, nextJoinId, type Join } from '../state/joins';
import { editsOf, joinsOf } from './edits';

const format = 'khabar-workspace/1';

interface Saved {
  text: string;
  published?: string;
  publisher?: string;
  file?: string;
  report?: Report;
  marks?: Record<string, Mark>;
  edits?: readonly Edit[];
}

export function workspaceOf(list: readonly Article[]): string {
  const saved: Saved[] = list.map((article) => ({
    text: article.text,
    ...(article.published && { published: article.published }),
    ...(article.publisher && { publisher: article.publisher }),
    ...(article.file && { file: article.file }),
    ...(article.report && article.reportText === article.text && { report: article.report }),
    ...(Object.keys(article.marks).length && { marks: article.marks }),
    ...(article.edits.length && { edits: article.edits }),
  }));
  // Articles have no names in the file: what is said across them counts them.
  const across = joins.value.flatMap(({ id: _, ...join }) => {
    const members = join.members.map(({ article, entity }) => ({ article: list.findIndex((each) => each.id === article), entity })).filter(({ article }) => article >= 0);
    return members.length > (join.do === 'same' ? 1 : 0) ? [{ ...join, members }] : [];
  });
  return JSON.stringify({ format, articles: saved, ...(across.length && { joins: across }) });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A report is taken over only where it has the shape that the page walks through; else the text is read again. */
function soundReport(value: unknown): Report | undefined {
  if (!isObject(value) || value.schema !== 'khabar/1' || value.offsets !== 'utf16' || !isObject(value.document)) return undefined;
  const lists = [value.entities, value.times, value.quantities, value.events, value.claims, value.proposals, value.assessments];
  if (!lists.every((list) => Array.isArray(list) && list.every((item) => isObject(item) && typeof item.id === 'string'))) return undefined;
  if (!Array.isArray(value.document.blocks) || !Array.isArray(value.document.sentences)) return undefined;
  const sound = (value.entities as unknown[]).every((entity) => Array.isArray((entity as { mentions?: unknown }).mentions))
    && (value.events as unknown[]).every((event) => Array.isArray((event as { arguments?: unknown }).arguments));
  return sound ? (value as unknown as Report) : undefined;
}

/** The report again, where all that the page would show of it is text and lies in the text. A file may come from anybody. */
function fittingReport(value: unknown, content: string): Report | undefined {
  try {
    const report = soundReport(value);
    if (!report) return undefined;
    const { document: info } = report;
    const quoted = [info.title, info.publisher, info.published, info.dateline, ...(info.authors ?? [])];
    const strings = [report.engine, info.language, ...quoted.flatMap((each) => (each ? [each.text, each.value ?? ''] : []))];
    for (const fact of factsOf(report, content).all) strings.push(fact.title, fact.type, fact.rule ?? '', fact.status ?? '', ...fact.fields.flatMap(({ name, value: shown, fact: id }) => [name, shown, id ?? '']));
    return strings.every((each) => typeof each === 'string') ? report : undefined;
  } catch {
    return undefined; // some part has another shape
  }
}

function marksOf(value: unknown): Record<string, Mark> {
  const marks: Record<string, Mark> = {};
  if (!isObject(value)) return marks;
  for (const [key, mark] of Object.entries(value)) {
    if (!isObject(mark)) continue;
    const corrections = isObject(mark.corrections) ? Object.fromEntries(Object.entries(mark.corrections).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : {};
    const sound: Mark = {
      ...((mark.verdict === 'accepted' || mark.verdict === 'rejected') && { verdict: mark.verdict }),
      ...(Object.keys(corrections).length && { corrections }),
      ...(text(mark.note) && { note: text(mark.note) }),
    };
    if (Object.keys(sound).length) marks[key] = sound;
  }
  return marks;
}

/** Articles with new ids, and what is said across them. */
export function readWorkspace(content: string): { list: Article[]; across: Join[] } {
  const value: unknown = JSON.parse(content);
  if (!isObject(value) || value.format !== format || !Array.isArray(value.articles)) throw new Error('not a workspace');
  const list: Article[] = [];
  const ids: (string | undefined)[] = [];
  for (const saved of value.articles as unknown[]) {
    if (!isObject(saved) || typeof saved.text !== 'string') {
      ids.push(undefined);
      continue;
    }
    const report = fittingReport(saved.report, saved.text);
    list.push({
      id: freshId(), text: saved.text, published: text(saved.published), publisher: text(saved.publisher), origin: 'workspace',
      ...(text(saved.file) && { file: text(saved.file) }),
      ...(report && { report, reportText: saved.text }),
      reading: report ? { state: 'done', milliseconds: 0 } : { state: 'waiting' },
      marks: marksOf(saved.marks), edits: editsOf(saved.edits),
    });
    ids.push(list.at(-1)!.id);
  }
  return { list, across: joinsOf(value.joins, ids) };
}

/** Puts a workspace on the desk beside what is there. */
export function takeWorkspace({ list, across }: ReturnType<typeof readWorkspace>): void {
  batch(() => {
    addArticles(list);
    for (const join of across) joins.value = [...joins.value, { ...join, id: nextJoinId() }];
  });
  readAll(list);
}

export function openWorkspace(content: string, name: string): void {
  let taken: ReturnType<typeof readWorkspace>;
  try {
    taken = readWorkspace(content);
  } catch {
    notify(`“${name}” is not a Khabar workspace. Open text, Markdown or HTML files, or a workspace saved by this page.`, 'error');
    return;
  }
  const { list } = taken;
  if (!list.length) return notify(`The workspace “${name}” is empty.`, 'error');
  takeWorkspace(taken);
  notify(`Opened ${list.length === 1 ? 'one article' : `${list.length} articles`} from ${name}`);
}
