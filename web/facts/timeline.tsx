// When: dated facts on an axis, and under it the same as a list by date. The list is the way for keyboard and screen reader;
// the axis shows what lies close together and what far apart.
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { sharedOf } from '../dossier/desk';
import { fieldOf, lineOf, type Fact } from '../report/facts';
import { plural, statusOf, timeWords } from '../report/words';
import { titleOf } from '../state/articles';
import { selection, selectFact } from '../state/selection';
import { reachOf, ticksOf, type Reach } from './dates';
import { useGrowing } from '../page/slices';
import { scopeKey, scoped, several, standing, type Located } from './scope';
import { ByYou, StatusTag } from './tags';

const most = 400; // entries drawn; the tables have the rest

const showBare = signal<boolean | null>(null);

interface Dated extends Located {
  date: string;
  reach: Reach;
}

/** Events with a date; and dates that no event has, so that nothing dated is lost. */
function datedFacts(): { dated: Dated[]; undated: Located[] } {
  const facts = scoped.value;
  const events = standing([...facts.incident, ...facts.relation]);
  const taken = new Set<string>();
  for (const { article, fact } of events) for (const field of fact.fields) if (field.name === 'When' && field.fact) taken.add(article.id + field.fact);
  const times = standing(facts.time).filter(({ article, fact }) => !fact.aside && !taken.has(article.id + fact.id));
  const dated: Dated[] = [];
  for (const row of [...events, ...times]) {
    const reach = row.fact.date && reachOf(row.fact.date);
    if (reach) dated.push({ ...row, date: row.fact.date!, reach });
  }
  dated.sort((a, b) => a.reach.from - b.reach.from || a.reach.to - b.reach.to);
  return { dated, undated: events.filter(({ fact }) => !fact.date) };
}

export function Timeline() {
  const { dated: every, undated } = datedFacts();
  const bare = every.filter(({ fact }) => !fact.status).length;
  // Dates that no event has are of use where there is little else.
  const withBare = showBare.value ?? every.length - bare < 3;
  const dated = withBare ? every : every.filter(({ fact }) => fact.status);
  const growing = useGrowing(Math.min(dated.length, most) + Math.min(undated.length, most), `${scopeKey.value}|${withBare}`);
  if (!every.length && !undated.length)
    return <div class="empty"><p>No dated facts were read.</p><p class="muted">Dates such as “on 3 March” are counted from the date of publication: see “Published” above the text.</p></div>;
  const byDate = grouped(dated.slice(0, Math.min(growing, most)));
  return (
    <div class="timeline">
      {bare > 0 && (
        <label class="switch small"><input type="checkbox" checked={withBare} onChange={(event) => (showBare.value = event.currentTarget.checked)} /> Also {plural(bare, 'date')} without an event</label>
      )}
      {dated.length > 1 && <Axis dated={dated.slice(0, most)} />}
      <ol class="dates">
        {[...byDate].map(([date, rows]) => (
          <li key={date}>
            <h3>{timeWords(date)}</h3>
            <ul>{rows.map((row) => <Entry key={row.article.id + row.fact.id} row={row} />)}</ul>
          </li>
        ))}
        {undated.length > 0 && growing > Math.min(dated.length, most) && (
          <li class="is-undated">
            <h3>Without a date</h3>
            <ul>{undated.slice(0, growing - Math.min(dated.length, most)).map((row) => <Entry key={row.article.id + row.fact.id} row={row} />)}</ul>
          </li>
        )}
      </ol>
      {dated.length > most && <p class="muted">The first {most} of {dated.length} are shown here; the tables have all.</p>}
    </div>
  );
}

function grouped(rows: Dated[]): Map<string, Dated[]> {
  const byDate = new Map<string, Dated[]>();
  for (const row of rows) {
    const list = byDate.get(row.date);
    if (list) list.push(row);
    else byDate.set(row.date, [row]);
  }
  return byDate;
}

function Entry({ row: { article, fact } }: { row: Located }) {
  const chosen = selection.value?.article === article.id && selection.value.fact === fact.id;
  const family = fact.status ? statusOf(fact.status).family : 'time';
  const told = several.value ? sharedOf(article.id, fact.id)?.told : undefined;
  const also = told ? new Set(told.map((each) => each.article)).size - 1 : 0;
  return (
    <li class={`entry is-${family}`} data-fact={fact.id}>
      <button type="button" class="line" aria-pressed={chosen} onClick={() => selectFact(article.id, fact, 'facts')} dir="auto">
        {fact.status ? <><StatusTag status={fact.status} /> {lineOf(fact)}</> : <span class="muted">“{fact.title}” {context(article.reportText ?? '', fact)}</span>}
        <ByYou fact={fact} />
        {fieldOf(fact, 'Killed') && <span class="muted small"> killed {fieldOf(fact, 'Killed')}</span>}
        {several.value && <span class="muted small"> {titleOf(article)}{also > 0 && <strong> · likely also in {plural(also, 'other article')}</strong>}</span>}
      </button>
    </li>
  );
}

/** A few words after a bare date, to say what it is about. */
function context(text: string, fact: Fact): string {
  const from = fact.spans[0]![1];
  const words = text.slice(from, from + 70).split(/[.;\n]/)[0]!.replace(/\s+/g, ' ').trim();
  return words ? `… ${words}${words.length > 60 ? ' …' : ''}` : '';
}

const height = 96;
const margin = 14;

function Axis({ dated }: { dated: Dated[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(480);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.max(200, entry!.contentRect.width)));
    watch.observe(frame.current!);
    return () => watch.disconnect();
  }, []);
  const from = Math.min(...dated.map((row) => row.reach.from));
  const to = Math.max(...dated.map((row) => row.reach.to));
  const x = (at: number) => margin + ((at - from) / (to - from || 1)) * (width - 2 * margin);
  const lanes: number[] = []; // right edge of the last mark in each lane
  const marks = dated.map((row) => {
    const middle = x((row.reach.from + row.reach.to) / 2);
    const half = Math.max(5, Math.min(60, (x(row.reach.to) - x(row.reach.from)) / 2));
    let lane = lanes.findIndex((edge) => edge < middle - half - 2);
    if (lane < 0) lane = lanes.length < 5 ? lanes.length : lanes.indexOf(Math.min(...lanes));
    lanes[lane] = middle + half;
    return { row, middle, half, y: height - 32 - lane * 13 };
  });
  return (
    <div class="axis" ref={frame}>
      <svg width={width} height={height} role="img" aria-label={`${dated.length} dated facts from ${timeWords(dated[0]!.date)} to ${timeWords(dated.at(-1)!.date)}; the list below says the same`}>
        <line class="rule-line" x1={margin / 2} x2={width - margin / 2} y1={height - 22} y2={height - 22} />
        {ticksOf({ from, to }, Math.max(3, Math.floor(width / 80))).map((tick) => (
          <g key={tick.at}>
            <line class="rule-line" x1={x(tick.at)} x2={x(tick.at)} y1={height - 22} y2={height - 17} />
            <text x={Math.min(width - 26, Math.max(26, x(tick.at)))} y={height - 4} text-anchor="middle">{tick.label}</text>
          </g>
        ))}
        {marks.map(({ row, middle, half, y }) => {
          const family = row.fact.status ? statusOf(row.fact.status).family : 'time';
          const chosen = selection.value?.article === row.article.id && selection.value.fact === row.fact.id;
          return (
            <rect
              key={row.article.id + row.fact.id}
              class={`mark is-${family} ${chosen ? 'is-chosen' : ''}`}
              x={middle - half} y={y - 5} width={half * 2} height={10} rx={family === 'called' ? 0 : 5}
              onClick={() => selectFact(row.article.id, row.fact, 'facts')}
            >
              <title>{`${timeWords(row.date)}: ${lineOf(row.fact)}`}</title>
            </rect>
          );
        })}
      </svg>
    </div>
  );
}
