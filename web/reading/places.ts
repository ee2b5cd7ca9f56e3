// Places in the text ↔ places in the document tree. Each passage is one element with text nodes whose joined length is the
// passage's, so that a binary search finds the node of any offset.
import type { Span } from '../report/schema';

export interface Piece {
  start: number;
  end: number;
  node: Text;
}

/** In: the element that shows the article. Out: its text nodes with their offsets, in order. */
export function piecesOf(root: HTMLElement): Piece[] {
  const pieces: Piece[] = [];
  for (const passage of root.querySelectorAll<HTMLElement>('[data-start]')) {
    let at = Number(passage.dataset.start);
    const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = (node as Text).length;
      if (length) pieces.push({ start: at, end: at + length, node: node as Text });
      at += length;
    }
  }
  return pieces;
}

/** Index of the first piece that ends after `offset`. */
function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** One static range per piece that the span touches: a range over several blocks would light their margins too. */
export function rangesOf(pieces: readonly Piece[], span: Span): StaticRange[] {
  const ranges: StaticRange[] = [];
  for (let index = pieceAt(pieces, span[0]); index < pieces.length; index += 1) {
    const piece = pieces[index]!;
    if (piece.start >= span[1]) break;
    const from = Math.max(span[0], piece.start) - piece.start;
    const to = Math.min(span[1], piece.end) - piece.start;
    if (from < to) ranges.push(new StaticRange({ startContainer: piece.node, startOffset: from, endContainer: piece.node, endOffset: to }));
  }
  return ranges;
}

export function liveRange(pieces: readonly Piece[], span: Span): Range | null {
  const found = rangesOf(pieces, span);
  if (!found.length) return null;
  const range = document.createRange();
  range.setStart(found[0]!.startContainer, found[0]!.startOffset);
  range.setEnd(found.at(-1)!.endContainer, found.at(-1)!.endOffset);
  return range;
}

/** The offset in the article under a point of the window, or null beside the words. */
export function offsetAtPoint(root: HTMLElement, pieces: readonly Piece[], x: number, y: number): number | null {
  let node: Node | null = null;
  let offset = 0;
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    if (caret) [node, offset] = [caret.offsetNode, caret.offset];
  } else {
    const range = (document as unknown as { caretRangeFromPoint?(x: number, y: number): Range | null }).caretRangeFromPoint?.(x, y);
    if (range) [node, offset] = [range.startContainer, range.startOffset];
  }
  if (!node || node.nodeType !== Node.TEXT_NODE || !root.contains(node)) return null;
  const passage = node.parentElement?.closest<HTMLElement>('[data-start]');
  if (!passage) return null;
  let index = pieceAt(pieces, Number(passage.dataset.start));
  while (index < pieces.length && pieces[index]!.node !== node) index += 1;
  const found = pieces[index];
  if (!found) return null;
  // The caret snaps to the nearest gap, even from the far end of the line: only a hit on the letter itself counts.
  for (const from of [offset - 1, offset]) {
    if (from < 0 || from >= found.node.length) continue;
    const range = document.createRange();
    range.setStart(found.node, from);
    range.setEnd(found.node, from + 1);
    for (const box of range.getClientRects())
      if (x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 2 && y <= box.bottom + 2) return found.start + from;
  }
  return null;
}
