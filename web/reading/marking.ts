// Words that a reader marks in the text, by pointer or by keys, to say something about them.
import { effect, signal } from '@preact/signals';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { Span } from '../report/schema';
import { current } from '../state/articles';
import { selection } from '../state/selection';
import { findings, stopFinding } from './find';
import { liveRange, type Piece } from './places';
import { wholeWords, wordAfter, wordAt, wordBefore } from './word_spans';

export interface Marked {
  article: string;
  span: Span;
  /** By keys: the word at which marking began, and the one that moves. */
  from?: Span;
  to?: Span;
}
export const marked = signal<Marked | null>(null);

/** Looking at another fact lets go of the words. */
effect(() => {
  void selection.value;
  marked.value = null;
});

const settle = 180; // milliseconds after which a drawn selection is taken as it is

/** What is selected in the text as a span of the article, or undefined. */
function selectedSpan(root: HTMLElement, pieces: readonly Piece[]): Span | undefined {
  const drawn = document.getSelection();
  if (!drawn || drawn.isCollapsed || !drawn.rangeCount) return undefined;
  const range = drawn.getRangeAt(0);
  if (!root.contains(range.startContainer) && !root.contains(range.endContainer)) return undefined;
  const search = (holds: (piece: Piece) => boolean) => {
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(pieces[middle]!)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const first = pieces[search(({ node }) => range.comparePoint(node, node.length) >= 0)];
  const last = pieces[search(({ node }) => range.comparePoint(node, 0) > 0) - 1];
  if (!first || !last || last.start < first.start) return undefined;
  const start = first.start + (first.node === range.startContainer ? range.startOffset : 0);
  const end = last.start + (last.node === range.endContainer ? range.endOffset : last.node.length);
  return start < end ? [start, end] : undefined;
}

/** Follows what is selected in the text, and selects what keys marked. */
export function useMarking(root: RefObject<HTMLElement | null>, pieces: { current: readonly Piece[] }, article: string, text: string, scrollTo: (span: Span) => void): void {
  const byKeys = marked.value?.article === article && marked.value.to ? marked.value : null;
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout>;
    const changed = () => {
      clearTimeout(pause);
      pause = setTimeout(() => {
        if (!root.current || document.activeElement?.closest('dialog, .mark-tools')) return;
        const drawn = selectedSpan(root.current, pieces.current);
        const span = drawn && wholeWords(text, drawn);
        const known = marked.peek();
        if (!span) {
          if (known) marked.value = null;
        } else if (known?.span[0] !== span[0] || known.span[1] !== span[1]) marked.value = { article, span };
      }, settle);
    };
    document.addEventListener('selectionchange', changed);
    return () => {
      clearTimeout(pause);
      document.removeEventListener('selectionchange', changed);
    };
  }, [article, text]);
  // Before the tools at the words look where these stand.
  useLayoutEffect(() => {
    const range = byKeys && liveRange(pieces.current, byKeys.span);
    if (!range) return;
    const drawn = document.getSelection()!;
    drawn.removeAllRanges();
    drawn.addRange(range);
    scrollTo(byKeys.to!);
  }, [byKeys]);
  useEffect(() => () => void (marked.value = null), [article, text]);
}

/** Begins at what is found, else at the chosen fact, else at the first word. */
export function startMarking(): void {
  const article = current.value;
  if (!article) return;
  const text = article.reportText ?? article.text;
  const found = findings.value.spans[findings.value.at];
  const chosen = selection.value?.article === article.id ? selection.value.span : undefined;
  const seed = found ?? chosen ?? wordAfter(text, 0);
  const span = seed && wholeWords(text, seed);
  if (!span) return;
  if (found) stopFinding();
  document.querySelector<HTMLElement>('.text-scroller')?.focus({ preventScroll: true }); // the arrow keys belong to the text now
  marked.value = { article: article.id, span, from: wordAt(text, span[0]) ?? span, to: wordBefore(text, span[1]) ?? span };
}

export function stopMarking(): void {
  marked.value = null;
  document.getSelection()?.removeAllRanges();
}

/** Arrow keys: on to another word; with Shift as far as that word. Out: whether the key was one of these. */
export function moveMark(key: string, widen: boolean): boolean {
  const mark = marked.value;
  const article = current.value;
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 }[key];
  if (!mark || !article || !steps) return false;
  const text = article.reportText ?? article.text;
  let to = mark.to ?? wordBefore(text, mark.span[1]) ?? mark.span;
  for (let step = 0; step < Math.abs(steps); step += 1) to = (steps > 0 ? wordAfter(text, to[1]) : wordBefore(text, to[0])) ?? to;
  const from = widen ? (mark.from ?? wordAfter(text, mark.span[0]) ?? mark.span) : to;
  marked.value = { article: article.id, from, to, span: [Math.min(from[0], to[0]), Math.max(from[1], to[1])] };
  return true;
}
