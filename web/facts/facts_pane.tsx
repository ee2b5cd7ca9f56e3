// The right side: views of the facts of one article or of all, and the chosen fact in full below.
import { useEffect, useRef } from 'preact/hooks';
import { kinds, kindWords, type Kind } from '../report/words';
import { articles } from '../state/articles';
import { selectedFact, selection } from '../state/selection';
import { Figures } from './figures';
import { Network } from './network';
import { Overview } from './overview';
import { everyArticle, scoped, several } from './scope';
import { FactTable } from './table';
import { Swatch } from './tags';
import { Timeline } from './timeline';
import { tableKind, view, viewNames, viewTitles, wide, type View } from './views';
import { Divider } from '../page/divider';
import { Icon } from '../page/icons';
import { Later, mapView } from '../page/later';

export function FactsPane() {
  const body = useRef<HTMLDivElement>(null);
  const chosen = selection.value;
  const fact = selectedFact.value;
  useEffect(() => {
    // A click in the text brings the fact's row into view, where a table shows it.
    if (!chosen || !fact) return;
    if (view.value === 'tables' && chosen.from === 'text' && tableKind.value !== fact.kind) tableKind.value = fact.kind;
    requestAnimationFrame(() => {
      const row = body.current?.querySelector(`[data-fact="${CSS.escape(chosen.fact)}"], [aria-pressed="true"].line, [aria-pressed="true"].bar-row`);
      row?.scrollIntoView({ block: 'nearest' });
    });
  }, [chosen]);
  return (
    <section class="facts" aria-label="Facts">
      <h2 class="visually-hidden">Facts</h2>
      <Divider />
      <div class="facts-head">
        <Tabs />
        {articles.value.length > 1 && (
          <label class="switch small" title="Facts of all articles laid over each other, or of this one">
            <input type="checkbox" checked={everyArticle.value} onChange={(event) => (everyArticle.value = event.currentTarget.checked)} />
            All {articles.value.length}<span class="visually-hidden"> articles</span>
          </label>
        )}
        <button type="button" class="icon only-wide" aria-pressed={wide.value} aria-label="Facts over the whole width" title="Facts over the whole width (w)" onClick={() => (wide.value = !wide.value)}><Icon name="widen" /></button>
      </div>
      <div class="facts-body scroller" ref={body} id="facts-panel" role="tabpanel" tabIndex={0} aria-labelledby={`tab-${view.value}`}>
        {view.value === 'overview' && <Overview />}
        {view.value === 'tables' && <Tables />}
        {view.value === 'timeline' && <Timeline />}
        {view.value === 'figures' && <Figures />}
        {view.value === 'network' && <Network />}
        {view.value === 'map' && <Later part={mapView} what="map" />}
      </div>
    </section>
  );
}

function Tabs() {
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const index = event.key === 'Home' ? 0 : event.key === 'End' ? viewNames.length - 1
      : step ? (viewNames.indexOf(view.value) + step + viewNames.length) % viewNames.length : -1;
    if (index < 0) return;
    event.preventDefault();
    view.value = viewNames[index]!;
    document.getElementById(`tab-${view.value}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Views of the facts" onKeyDown={move}>
      {viewNames.map((name: View) => (
        <button key={name} id={`tab-${name}`} type="button" role="tab" aria-selected={view.value === name} aria-controls="facts-panel" tabIndex={view.value === name ? 0 : -1} onClick={() => (view.value = name)}>
          {viewTitles[name]}
        </button>
      ))}
    </div>
  );
}

function Tables() {
  const facts = scoped.value;
  const kind = tableKind.value;
  return (
    <>
      <div class="kind-picker" role="group" aria-label="Kind of fact">
        {kinds.map((each: Kind) => (
          <button key={each} type="button" aria-pressed={kind === each} class={facts[each].length ? '' : 'is-empty'} onClick={() => (tableKind.value = each)}>
            <Swatch kind={each} />
            {kindWords[each].many} <span class="count">{facts[each].length}</span>
          </button>
        ))}
      </div>
      <FactTable key={kind} kind={kind} rows={facts[kind]} several={several.value} />
    </>
  );
}
