// One kind's facts as CSV (RFC 4180), for spreadsheets: the table's columns, then the words and where they stand.
import { columns } from '../facts/columns';
import type { Located } from '../facts/scope';
import type { Kind } from '../report/words';
import { titleOf } from '../state/articles';

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"): the text comes
 * from strangers. Plain numbers stay as they are.
 */
function guard(value: string): string {
  const plain = value.replace(/\0/g, '');
  return /^[\s]*[=+\-@\t\r＝＋－＠]/.test(plain) && !/^-?\d+(\.\d+)?$/.test(plain) ? `'${plain}` : plain;
}

function cell(value: string): string {
  const guarded = guard(value);
  return /[",\r\n;]/.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded;
}

/** With tabs, as the clipboard of spreadsheets wants it. */
export function tsvOf(kind: Kind, rows: readonly Located[]): string {
  return linesOf(kind, rows).map((line) => line.map((value) => guard(value).replace(/\s+/g, ' ')).join('\t')).join('\n') + '\n';
}

export function csvOf(kind: Kind, rows: readonly Located[]): string {
  return '\uFEFF' + linesOf(kind, rows).map((line) => line.map(cell).join(',')).join('\r\n') + '\r\n'; // the mark at the front tells Excel that this is UTF-8
}

function linesOf(kind: Kind, rows: readonly Located[]): string[][] {
  const all = columns[kind];
  const head = ['Article', ...all.map((column) => column.name), 'Words', 'Start', 'End', 'Rule', 'Verdict', 'Corrections', 'Edits', 'Note'];
  const lines = [head];
  for (const { article, fact } of rows) {
    const mark = article.marks[fact.key];
    const span = fact.evidence[0] ?? fact.spans[0]!;
    lines.push([
        titleOf(article),
        ...all.map((column) => column.value(fact)),
        (article.reportText ?? '').slice(span[0], span[1]), String(span[0]), String(span[1]),
        fact.rule ?? '', mark?.verdict ?? '',
        Object.entries(mark?.corrections ?? {}).map(([name, value]) => `${name}: ${value}`).join('; '),
        (fact.edits ?? []).map((id) => article.edits.find((edit) => edit.id === id)?.do ?? '').join('; '), mark?.note ?? '',
    ]);
  }
  return lines;
}
