// The text to be edited, with its lights: the field's own words lie over a mirror of the same words, whose facts are lit. Both
// grow with the text and scroll as one, so that nothing lags behind.
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { readSoon } from '../engine/reader';
import { canHighlight, darken, lightFacts, lookOf } from '../reading/highlights';
import { liveRange, piecesOf, type Piece } from '../reading/places';
import { segmentsOf } from '../reading/segments';
import { shiftedFacts } from '../reading/shift';
import { articleFacts, changeArticle, type Article } from '../state/articles';
import { hiddenFamilies, hiddenKinds, isShown } from '../state/selection';
import { signal } from '@preact/signals';

const longest = 300_000; // characters that are lit while they are edited; laying out more twice would hold up the typing

/** Where one reads: an offset, and how far below the upper edge it stands. Kept from reading to editing and back. */
const place = signal<{ article: string; offset: number; below: number } | null>(null);

/** Remembers what stands at the upper edge of the text that is shown now. */
export function rememberPlace(article: string): void {
  place.value = null;
  const scroller = document.querySelector<HTMLElement>('.text-scroller, .editor-scroller');
  if (!scroller) return;
  const edge = scroller.getBoundingClientRect().top;
  const box = scroller.querySelector('textarea');
  if (box) {
    const mirror = scroller.querySelector<HTMLElement>('.editor-mirror');
    const top = mirror && topOf(piecesOf(mirror), box.selectionStart);
    if (top) place.value = { article, offset: box.selectionStart, below: top - edge };
    return;
  }
  const root = scroller.querySelector<HTMLElement>('.text');
  const first = root && [...root.querySelectorAll<HTMLElement>('[data-start]')].find((passage) => passage.getBoundingClientRect().bottom > edge + 30);
  if (!first) return;
  // The first line of it that is wholly in view: lines go down as offsets go up.
  const pieces = piecesOf(root);
  let low = Number(first.dataset.start);
  let high = low + Math.max(0, (first.textContent?.length ?? 0) - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((topOf(pieces, middle) ?? edge) >= edge) high = middle;
    else low = middle + 1;
  }
  const top = topOf(pieces, low);
  if (top !== undefined) place.value = { article, offset: low, below: top - edge };
}

function topOf(pieces: readonly Piece[], offset: number): number | undefined {
  const range = liveRange(pieces, [offset, offset + 1]) ?? liveRange(pieces, [Math.max(0, offset - 1), offset]);
  return range?.getClientRects()[0]?.top;
}

/** Brings the text that is shown now to the remembered place. */
export function restorePlace(article: string): void {
  const known = place.peek();
  const scroller = document.querySelector<HTMLElement>('.text-scroller, .editor-scroller');
  if (!scroller || known?.article !== article) return;
  const shown = scroller.querySelector<HTMLElement>('.text, .editor-mirror');
  const top = shown && topOf(piecesOf(shown), known.offset);
  if (top !== undefined && top !== null) scroller.scrollTop += top - scroller.getBoundingClientRect().top - known.below;
}

export function Editor({ article }: { article: Article }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const lit = article.text.length <= longest;
  const facts = articleFacts(article).all;
  const marks = article.marks;
  const shown = useMemo(
    () => (lit && article.reportText !== undefined ? shiftedFacts(facts.filter((fact) => isShown(fact) && marks[fact.key]?.verdict !== 'rejected'), article.reportText, article.text) : []),
    [facts, article.reportText, article.text, hiddenKinds.value, hiddenFamilies.value, marks],
  );
  useLayoutEffect(() => {
    if (canHighlight && mirror.current) lightFacts(piecesOf(mirror.current), shown);
  }, [shown]);
  useLayoutEffect(() => darken, []);
  useLayoutEffect(() => {
    const at = place.peek()?.article === article.id ? place.peek()!.offset : 0;
    box.current?.setSelectionRange(at, at);
    box.current?.focus({ preventScroll: true });
    restorePlace(article.id);
  }, [article.id]);
  return (
    <div class="scroller editor-scroller">
      <div class={`editor-frame ${lit ? '' : 'is-plain'}`}>
        {lit && (
          <div ref={mirror} class="editor-mirror" aria-hidden="true" dir="auto">
            <div data-start="0">{canHighlight ? article.text : marked(article.text, shown)}</div>{'\u200b'}
          </div>
        )}
        <textarea
          ref={box}
          class="editor"
          aria-label="Text of the article"
          spellcheck={false}
          dir="auto"
          value={article.text}
          onInput={(event) => {
            changeArticle(article.id, { text: event.currentTarget.value });
            readSoon(article.id);
          }}
        />
      </div>
    </div>
  );
}

function marked(text: string, facts: ReturnType<typeof shiftedFacts>) {
  const lights = facts.flatMap((fact) => fact.spans.map((span) => ({ span, look: lookOf(fact) })));
  return segmentsOf(0, text.length, lights).map(({ start, end, looks }) =>
    looks.length ? <mark key={start} class={looks.map((look) => `kh-${look}`).join(' ')}>{text.slice(start, end)}</mark> : text.slice(start, end),
  );
}
