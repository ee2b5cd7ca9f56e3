// The text of a PDF: lines put together from its pieces, paragraphs from lines by the space between them; what repeats at the head
// or foot of pages is left out, and a sentence that runs over a page's end is made whole.
import * as work from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

// pdf.js looks for its own worker's part here before it would start one: this thread is a worker already.
(globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = work;

export interface Line {
  text: string;
  /** Distance of its foot from the page's foot, and the height of its letters. */
  y: number;
  height: number;
}

export async function textOfPdf(bytes: ArrayBuffer): Promise<string> {
  const task = getDocument({
    data: new Uint8Array(bytes), isEvalSupported: false, disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, isOffscreenCanvasSupported: false, stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const file = await task.promise;
  const pages: Line[][] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(linesOf(items.filter((item) => 'str' in item)));
    page.cleanup();
  }
  await task.destroy();
  return paragraphsOf(withoutRunningHeads(pages));
}

interface Piece {
  str: string;
  hasEOL: boolean;
  transform: number[];
  width: number;
  height: number;
}

/** Pieces on one height are one line; a gap between two of them is a blank. */
function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: (Line & { right: number })[] = [];
  let line: (typeof lines)[number] | undefined;
  for (const piece of pieces) {
    const [x, y] = [piece.transform[4] ?? 0, piece.transform[5] ?? 0];
    const height = piece.height || Math.abs(piece.transform[3] ?? 0) || line?.height || 10;
    if (line && piece.str && Math.abs(line.y - y) < Math.max(2, Math.min(line.height, height) * 0.5) && x > line.right - height) {
      const apart = x - line.right > height * 0.15 && !/\s$/.test(line.text) && !/^\s/.test(piece.str);
      line.text += (apart ? ' ' : '') + piece.str;
      line.right = x + piece.width;
      line.height = Math.max(line.height, height);
    } else if (piece.str.trim()) lines.push((line = { text: piece.str, y, height, right: x + piece.width }));
    if (piece.hasEOL) line = undefined;
  }
  return lines.map(({ text, y, height }) => ({ text: text.replace(/\s+/g, ' ').trim(), y, height }));
}

/** Page numbers and titles that stand on most pages: three pages or more, the same but for digits. */
function withoutRunningHeads(pages: Line[][]): Line[][] {
  const mask = (line: Line) => line.text.replace(/\d+/g, '0');
  const edges = (lines: Line[]) => [...lines.slice(0, 2), ...lines.slice(-2)];
  const seen = new Map<string, number>();
  for (const lines of pages) for (const text of new Set(edges(lines).map(mask))) seen.set(text, (seen.get(text) ?? 0) + 1);
  const least = Math.max(3, pages.length / 2);
  return pages.map((lines) => {
    const edge = new Set(edges(lines));
    return lines.filter((line) => !edge.has(line) || (seen.get(mask(line)) ?? 0) < least);
  });
}

function paragraphsOf(pages: Line[][]): string {
  const steps: number[] = [];
  for (const lines of pages) lines.forEach((line, index) => index > 0 && lines[index - 1]!.y > line.y && steps.push((lines[index - 1]!.y - line.y) / line.height));
  steps.sort((a, b) => a - b);
  const usual = steps[Math.floor(steps.length * 0.3)] ?? 1.2; // from line to line within a paragraph, in letters' heights
  const paragraphs: string[] = [];
  let last: Line | undefined;
  for (const lines of pages) {
    let first = true;
    for (const line of lines) {
      const open = paragraphs.at(-1);
      const runsOn = open !== undefined && !/[.!?:”"’)\]]$/.test(open) && /^[\p{Ll}\d(“"]/u.test(line.text);
      const step = last ? (last.y - line.y) / line.height : 0;
      const sameSize = last !== undefined && Math.abs(last.height - line.height) < line.height * 0.12;
      const together = open !== undefined && sameSize && (first ? runsOn : (step > 0 && step < usual * 1.3) || (step <= 0 && runsOn)) && !/^[•●▪◦–-]\s/.test(line.text);
      if (!together) paragraphs.push(line.text);
      // A word broken at the line's end is one word; a hyphen before a capital belongs to the name.
      else if (/\p{Ll}[-\u00ad]$/u.test(open) && /^\p{Ll}/u.test(line.text)) paragraphs[paragraphs.length - 1] = open.slice(0, -1) + line.text;
      else paragraphs[paragraphs.length - 1] = `${open} ${line.text}`;
      last = line;
      first = false;
    }
  }
  return paragraphs.join('\n\n');
}
