// At marked words: what they are. Each button opens the form for that kind; Enter opens it too.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Swatch } from '../facts/tags';
import { dialog } from '../page/panes';
import { marked, stopMarking } from '../reading/marking';
import type { Kind } from '../report/words';
import type { Article } from '../state/articles';
import { startAdding, type Adding } from './tasks';

const buttons: { kind: Adding['kind']; say: string; swatch: Kind }[] = [
  { kind: 'entity', say: 'Name', swatch: 'person' },
  { kind: 'time', say: 'Time', swatch: 'time' },
  { kind: 'quantity', say: 'Figure', swatch: 'figure' },
  { kind: 'event', say: 'Event', swatch: 'incident' },
  { kind: 'claim', say: 'Claim', swatch: 'claim' },
  { kind: 'proposal', say: 'Proposal', swatch: 'proposal' },
  { kind: 'assessment', say: 'Assessment', swatch: 'assessment' },
];

export function MarkTools({ article }: { article: Article }) {
  const mark = marked.value?.article === article.id ? marked.value : null;
  const tools = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const resized = () => setRoom(innerWidth);
    addEventListener('resize', resized);
    return () => removeEventListener('resize', resized);
  }, []);
  useLayoutEffect(() => {
    const element = tools.current;
    const drawn = document.getSelection();
    const scroller = element?.closest<HTMLElement>('.scroller');
    if (!element || !scroller || !drawn?.rangeCount) return;
    const boxes = drawn.getRangeAt(0).getClientRects();
    const box = boxes[boxes.length - 1];
    if (!box) return;
    const frame = scroller.getBoundingClientRect();
    const { width, height } = element.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left - frame.left, scroller.clientWidth - width - 8));
    // Under the words, where fingers and their handles are not; above them at the foot of the view.
    const below = box.bottom + 12 + height < frame.bottom;
    const top = (below ? box.bottom + 10 : boxes[0]!.top - height - 10) - frame.top + scroller.scrollTop;
    element.style.left = `${left}px`;
    element.style.top = `${Math.max(0, top)}px`;
  }, [mark, room, dialog.value]);
  if (!mark || dialog.value) return null;
  const open = (kind: Adding['kind']) => startAdding({ article, span: mark.span, kind });
  return (
    <div ref={tools} class="mark-tools" role="toolbar" aria-label="These words are" onPointerDown={(event) => event.preventDefault()}>
      <span class="muted small">Add as</span>
      {buttons.map(({ kind, say, swatch }) => (
        <button key={kind} type="button" class="button small" onClick={() => open(kind)}><Swatch kind={swatch} /> {say}</button>
      ))}
      <button type="button" class="button small" onClick={() => open('part')}>Part of an event</button>
      <button type="button" class="link small" onClick={stopMarking}>Not now</button>
    </div>
  );
}
