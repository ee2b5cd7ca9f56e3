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

const longest = 60_000; // characters that are lit while they are edited; laying out more twice would hold up the typing
const long = 30_000; // from here on lights wait for a pause in the typing
const pause = 120; // milliseconds

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
    const top = mirror && topOf(linesOf(mirror), box.selectionStart);
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

/** The mirror's text nodes, a line each. */
function linesOf(mirror: HTMLElement): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const line of mirror.children) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node as Text;
      pieces.push({ start: at, end: at + length, node: node as Text });
      at += length;
    }
  }
  return pieces;
}

interface Line {
  id: number;
  start: number;
  words: string;
}
let lastLine = 0;

/** The text in lines. A line that did not change keeps its id and so its element, its layout and its lights. */
function linesFrom(before: readonly Line[], text: string): Line[] {
  const lines = text.split('\n');
  let same = 0;
  while (same < lines.length && same < before.length && before[same]!.words === lines[same]) same += 1;
  let tail = 0;
  while (tail < lines.length - same && tail < before.length - same && before[before.length - 1 - tail]!.words === lines[lines.length - 1 - tail]) tail += 1;
  let start = 0;
  return lines.map((words, index) => {
    const known = index < same ? before[index] : index >= lines.length - tail ? before[before.length - lines.length + index] : undefined;
    // One line edited is one line still.
    const edited = !known && lines.length === before.length ? before[index] : undefined;
    const line = { id: (known ?? edited)?.id ?? ++lastLine, start, words };
    start += words.length + 1;
    return line;
  });
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
  const top = shown && topOf(shown.classList.contains('text') ? piecesOf(shown) : linesOf(shown), known.offset);
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
  const before = useRef<readonly Line[]>([]);
  const lines = useMemo(() => (before.current = lit ? linesFrom(before.current, article.text) : []), [lit, article.text]);
  const begun = useRef(false); // the first lights come at once
  useLayoutEffect(() => {
    if (!canHighlight || !mirror.current) return undefined;
    const light = () => {
      begun.current = true;
      if (mirror.current) lightFacts(linesOf(mirror.current), shown);
    };
    if (article.text.length < long || !begun.current) return light();
    const timer = setTimeout(light, pause);
    return () => clearTimeout(timer);
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
          <div ref={mirror} class="editor-mirror" aria-hidden="true">
            {lines.map((line) => <div key={line.id} dir="auto">{canHighlight ? `${line.words}\n` : marked(line, article.text, shown)}</div>)}
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

function marked({ start: from, words }: Line, text: string, facts: ReturnType<typeof shiftedFacts>) {
  const to = from + words.length;
  const lights = facts.flatMap((fact) => fact.spans.filter((span) => span[0] < to && span[1] > from).map((span) => ({ span, look: lookOf(fact) })));
  return [...segmentsOf(from, to, lights).map(({ start, end, looks }) =>
    looks.length ? <mark key={start} class={looks.map((look) => `kh-${look}`).join(' ')}>{text.slice(start, end)}</mark> : text.slice(start, end),
  ), '\n'];
}
