// The article as it reads, its facts lit. A click on lit words chooses their fact; a chosen fact's words scroll into view.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Fact } from '../report/facts';
import type { BlockKind, Span } from '../report/schema';
import { articleFacts, titleOf, type Article } from '../state/articles';
import { clearSelection, hiddenFamilies, hiddenKinds, isShown, selectedFact, selection, selectFact } from '../state/selection';
import { canHighlight, darken, lightFacts, lightFound, lightSelection, lookOf } from './highlights';
import { findings } from './find';
import { HoverCard, type Hover } from './hover_card';
import { useMarking } from './marking';
import { passagesOf, type Passage, type Run } from './passages';
import { liveRange, offsetAtPoint, piecesOf, type Piece } from './places';
import { segmentsOf, shareLights, type Light } from './segments';

const tags: Partial<Record<BlockKind, 'h2' | 'h3' | 'p' | 'blockquote'>> = { title: 'h2', heading: 'h3', quote: 'blockquote' };
const longText = 60_000; // characters from which passages out of view are not laid out
const passageStep = 2500; // passages drawn: far more than any article has, few enough for a book
const passagesAtOnce = 300; // of them in one go; the next follow by themselves
const none: readonly Light[] = [];
const hoverPause = 220; // milliseconds at rest before a card opens

export function TextView({ article }: { article: Article }) {
  const root = useRef<HTMLElement>(null);
  const pieces = useRef<readonly Piece[]>([]);
  const [hover, setHover] = useState<Hover | null>(null);
  // Where a changed text could not be read, the old report fits no longer: the text stands alone.
  const stale = article.reportText !== article.text && (article.reading.state === 'stopped' || article.reading.state === 'failed');
  const facts = articleFacts(stale ? null : article);
  const text = stale ? article.text : (article.reportText ?? article.text);
  const every = useMemo(() => passagesOf(text, stale ? undefined : article.report), [text, stale, article.report]);
  const [drawn, setDrawn] = useState(passagesAtOnce);
  const passages = useMemo(() => (every.length > drawn ? every.slice(0, drawn) : every), [every, drawn]);
  const marks = article.marks;
  const shown = useMemo(
    () => facts.all.filter((fact) => isShown(fact) && marks[fact.key]?.verdict !== 'rejected'),
    [facts, hiddenKinds.value, hiddenFamilies.value, marks],
  );
  const chosen = selection.value?.article === article.id ? selection.value : null;
  const chosenFact = selectedFact.value;
  const found = findings.value;

  useEffect(() => {
    if (drawn >= passageStep || passages.length === every.length) return;
    let later = 0;
    const frame = requestAnimationFrame(() => (later = window.setTimeout(() => setDrawn((count) => Math.min(passageStep, count + passagesAtOnce)))));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(later);
    };
  }, [drawn, every, passages]);

  // What is looked for may stand in a part that is not drawn yet.
  const wanted = Math.max(chosen?.span[0] ?? 0, found.spans[found.at]?.[0] ?? 0);
  useLayoutEffect(() => {
    if (passages.length < every.length && wanted >= passages.at(-1)!.end) setDrawn(every.findIndex((passage) => passage.end > wanted) + passageStep);
  }, [wanted, every, passages]);

  useLayoutEffect(() => {
    pieces.current = piecesOf(root.current!);
  }, [passages, !canHighlight && shown, !canHighlight && chosen, !canHighlight && found]);

  useLayoutEffect(() => {
    if (canHighlight) lightFacts(pieces.current, shown);
  }, [passages, shown]);

  useLayoutEffect(() => {
    if (!canHighlight) return;
    const focus = chosen && chosenFact ? chosen.span : null;
    lightSelection(pieces.current, focus, chosenFact?.spans ?? [], chosenFact?.evidence ?? []);
  }, [passages, chosen, chosenFact]);

  useLayoutEffect(() => {
    if (canHighlight) lightFound(pieces.current, found.spans, found.at);
  }, [passages, found]);

  useLayoutEffect(() => darken, []);

  // Another article starts at its top, unless one of its facts was chosen.
  useLayoutEffect(() => {
    setHover(null);
    setDrawn(passagesAtOnce);
    if (selection.peek()?.article !== article.id) root.current!.closest('.scroller')?.scrollTo({ top: 0 });
  }, [article.id]);

  useEffect(() => {
    if (chosen && chosen.from === 'facts') scrollTo(root.current!, pieces.current, chosen.span);
  }, [chosen, passages.length]);

  useMarking(root, pieces, article.id, text, (span) => scrollTo(root.current!, pieces.current, span));

  useEffect(() => {
    const span = found.spans[found.at];
    if (span) scrollTo(root.current!, pieces.current, span);
  }, [found, passages.length]);

  const factAt = (x: number, y: number): { fact: Fact; span: Span } | null => {
    const offset = offsetAtPoint(root.current!, pieces.current, x, y);
    return offset === null ? null : smallestAt(shown, offset);
  };

  const click = (event: MouseEvent) => {
    if (!document.getSelection()?.isCollapsed) return; // somebody marks words to copy them
    const hit = factAt(event.clientX, event.clientY);
    setHover(null);
    if (hit) selectFact(article.id, hit.fact, 'text', hit.span);
    else clearSelection();
  };

  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const move = (event: PointerEvent) => {
    clearTimeout(rest.current);
    if (event.pointerType !== 'mouse' || event.buttons) return;
    const { clientX, clientY } = event;
    rest.current = setTimeout(() => {
      const hit = factAt(clientX, clientY);
      const range = hit && liveRange(pieces.current, hit.span);
      root.current?.classList.toggle('over-fact', !!hit);
      if (!hit || !range) return setHover(null);
      const boxes = [...range.getClientRects()];
      const box = boxes.find((each) => clientY >= each.top - 3 && clientY <= each.bottom + 3) ?? boxes[0]!;
      setHover({ fact: hit.fact, box, x: clientX });
    }, hover ? 90 : hoverPause);
  };

  const lights = useMemo(
    () => (canHighlight ? [] : shareLights(passages, lightsOf(shown, chosen?.span ?? null, chosenFact, found.spans, found.at))),
    [passages, shown, chosen, chosenFact, found],
  );

  return (
    <>
      <article
        ref={root}
        class={`text ${text.length > longText ? 'is-long' : ''}`}
        aria-label={`Text: ${titleOf(article)}`}
        onClick={click}
        onPointerMove={move}
        onPointerLeave={() => {
          clearTimeout(rest.current);
          rest.current = setTimeout(() => setHover(null), 250);
        }}
      >
        {passages.map((passage, index) => (
          <PassageView key={`${article.id}:${passage.start}`} passage={passage} text={text} lights={lights[index] ?? none} />
        ))}
        {passages.length < every.length && drawn >= passageStep && (
          <button type="button" class="button" onClick={() => setDrawn(drawn + passageStep * 2)}>Show more of the text ({Math.round((passages.at(-1)!.end / text.length) * 100)} % is shown)</button>
        )}
      </article>
      {hover && <HoverCard hover={hover} article={article} keep={() => clearTimeout(rest.current)} close={() => setHover(null)} />}
    </>
  );
}

function PassageView({ passage, text, lights }: { passage: Passage; text: string; lights: readonly Light[] }) {
  const Tag = tags[passage.kind] ?? 'p';
  const words = (run: Run) => (canHighlight ? text.slice(run.start, run.end) : marked(run, text, lights));
  return (
    <Tag class={`passage is-${passage.kind}`} data-start={passage.start} dir="auto">
      {passage.runs ? passage.runs.map((run) => <span key={run.start} class={run.kind === passage.kind ? '' : `run is-${run.kind}`}>{words(run)}</span>) : words(passage)}
    </Tag>
  );
}

function marked(run: Run, text: string, lights: readonly Light[]) {
  return segmentsOf(run.start, run.end, lights).map(({ start, end, looks }) =>
    looks.length ? <mark key={start} class={looks.map((look) => `kh-${look}`).join(' ')}>{text.slice(start, end)}</mark> : text.slice(start, end),
  );
}

/** The narrowest lit span over an offset: a name inside a claim is the name. */
function smallestAt(facts: readonly Fact[], offset: number): { fact: Fact; span: Span } | null {
  let best: { fact: Fact; span: Span } | null = null;
  for (const fact of facts)
    for (const span of fact.spans)
      if (span[0] <= offset && offset < span[1] && (!best || span[1] - span[0] < best.span[1] - best.span[0])) best = { fact, span };
  return best;
}

function lightsOf(facts: readonly Fact[], focus: Span | null, chosen: Fact | null, found: readonly Span[], at: number): Light[] {
  const lights: Light[] = facts.flatMap((fact) => fact.spans.map((span) => ({ span, look: lookOf(fact) })));
  for (const span of chosen?.evidence ?? []) lights.push({ span, look: 'evidence' });
  for (const span of chosen?.spans ?? []) lights.push({ span, look: 'other' });
  if (focus) lights.push({ span: focus, look: 'focus' });
  for (const span of found) lights.push({ span, look: 'found' });
  if (found[at]) lights.push({ span: found[at]!, look: 'found-at' });
  return lights;
}

/**
 * Brings the words to the upper third of their scroller, unless they already stand well in view. In a long text the passages
 * between are only now laid out and may push the words away again: so it looks again, a few frames long.
 */
function scrollTo(root: HTMLElement, pieces: readonly Piece[], span: Span, again = 3): void {
  const range = liveRange(pieces, span);
  const scroller = root.closest<HTMLElement>('.scroller');
  if (!range || !scroller) return;
  const box = range.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const bottom = Math.min(view.bottom, innerHeight);
  if (box.top >= view.top + 60 && box.bottom <= bottom - 60) return;
  const long = root.classList.contains('is-long');
  const smooth = !long && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroller.scrollBy({ top: box.top - view.top - (bottom - view.top) / 3, behavior: smooth ? 'smooth' : 'auto' });
  if (long && again) requestAnimationFrame(() => scrollTo(root, pieces, span, again - 1));
}
