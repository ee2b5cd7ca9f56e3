// What the words under the pointer are: kind, normalised value, rule. Stays while the pointer is on it; Escape closes it.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { groupedFields, lineOf, type Fact } from '../report/facts';
import { KindTag, StatusTag } from '../facts/tags';
import { selectFact } from '../state/selection';
import type { Article } from '../state/articles';

export interface Hover {
  fact: Fact;
  box: DOMRect;
  x: number;
}

export function HoverCard({ hover, article, keep, close }: { hover: Hover; article: Article; keep(): void; close(): void }) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current!;
    const { width, height } = element.getBoundingClientRect();
    const left = Math.max(8, Math.min(hover.x - 40, innerWidth - width - 8));
    const below = hover.box.bottom + 6;
    const top = below + height < innerHeight - 8 ? below : Math.max(8, hover.box.top - height - 6);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  }, [hover]);
  useEffect(() => {
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && close();
    document.addEventListener('keydown', escape);
    document.addEventListener('scroll', close, { capture: true, once: true, passive: true });
    return () => {
      document.removeEventListener('keydown', escape);
      document.removeEventListener('scroll', close, { capture: true });
    };
  }, [close]);
  const { fact } = hover;
  return (
    <div ref={card} class="hover-card" role="tooltip" onPointerEnter={keep} onPointerLeave={close} onClick={() => (selectFact(article.id, fact, 'text'), close())}>
      <div class="row tight">
        <KindTag kind={fact.kind} type={fact.type} />
        {fact.status && <StatusTag status={fact.status} />}
      </div>
      <p class="card-title">{lineOf(fact)}</p>
      <dl class="fields">
        {groupedFields(fact).slice(0, 6).map(({ name, fields }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{fields.map((field) => field.value).join(', ')}</dd>
          </div>
        ))}
      </dl>
      {fact.rule && <p class="rule">{fact.rule === 'analyst' ? 'Why: added by you' : <>Why: rule <code>{fact.rule}</code></>}</p>}
    </div>
  );
}
