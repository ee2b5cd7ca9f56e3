// How many: figures of one unit beside each other as bars. Every bar is a row with its words and value, so that the chart is
// its own table.
import { fieldOf, type Fact } from '../report/facts';
import { amountWords } from '../report/words';
import type { Quantity } from '../report/schema';
import { revisedReport, titleOf, type Article } from '../state/articles';
import { selection, selectFact } from '../state/selection';
import { useGrowing } from '../page/slices';
import { scopeKey, scoped, several, standing, type Located } from './scope';
import { ByYou } from './tags';

interface Bar {
  article: Article;
  fact: Fact;
  label: string;
  value: number;
  max: number;
  shown: string;
  open: 'up' | 'down' | 'about' | '';
}

interface ChartOf {
  key: string;
  title: string;
  unit?: string;
  bars: Bar[];
  tone: 'figure' | 'incident' | 'none';
}
const most = 60; // bars of a chart; the tables have the rest

export function Figures() {
  const groups = unitsOf(standing(scoped.value.figure));
  const alone = groups.filter(([, bars]) => bars.length === 1).map(([unit, bars]) => ({ ...bars[0]!, shown: `${bars[0]!.shown} ${unit}`.trim() }));
  const tolls = tollsOf(standing(scoped.value.incident));
  const charts: ChartOf[] = [
    ...tolls.map(([name, bars]): ChartOf => ({ key: name, title: `${name}, by incident`, bars, tone: 'incident' })),
    ...groups.filter(([, bars]) => bars.length > 1).map(([unit, bars]): ChartOf => ({ key: unit, title: unitTitle(unit), unit, bars, tone: 'figure' })),
    ...(alone.length ? [{ key: ' ', title: alone.length < scoped.value.figure.length ? 'Figures with nothing to compare to' : 'Figures', bars: alone, tone: 'none' } as const] : []),
  ];
  let room = useGrowing(charts.reduce((sum, { bars }) => sum + Math.min(bars.length, most), 0), scopeKey.value);
  if (!groups.length && !tolls.length)
    return <div class="empty"><p>No figures were read.</p><p class="muted">Figures are counts, money, shares and lengths: “at least 21 others”, “61 per cent”.</p></div>;
  return (
    <div class="charts">
      {charts.map(({ key, ...chart }) => {
        const rows = Math.min(room, chart.bars.length, most);
        room -= rows;
        return rows > 0 && <Chart key={key} {...chart} rows={rows} />;
      })}
    </div>
  );
}

const unitNames: Record<string, string> = { '%': 'Per cent', USD: 'US dollars', EUR: 'Euros', GBP: 'Pounds', km: 'Kilometres', person: 'People' };
function unitTitle(unit: string): string {
  return unitNames[unit] ?? (unit ? unit.charAt(0).toUpperCase() + unit.slice(1) : 'Without a unit');
}

function unitsOf(rows: readonly Located[]): [string, Bar[]][] {
  const groups = new Map<string, Bar[]>();
  const quantities = new Map<Article, Map<string, Quantity>>();
  for (const row of rows) {
    let known = quantities.get(row.article);
    if (!known) quantities.set(row.article, (known = new Map(revisedReport(row.article)?.quantities.map((quantity) => [quantity.id, quantity]))));
    const quantity = known.get(row.fact.id);
    if (!quantity || !Number.isFinite(quantity.value) || quantity.value < 0) continue;
    const unit = quantity.unit ?? '';
    const list = groups.get(unit) ?? [];
    groups.set(unit, list);
    // A figure that the reader corrected is the reader's.
    const said = row.fact.number !== undefined && row.fact.number !== quantity.value ? row.fact.number : undefined;
    const by = said === undefined ? quantity.comparator : undefined;
    list.push({
      ...row, label: row.fact.title, value: said ?? quantity.value, max: said ?? quantity.max ?? quantity.value, shown: said === undefined ? amountWords(quantity) : fieldOf(row.fact, 'Value'),
      open: by === '>' || by === '>=' ? 'up' : by === '<' || by === '<=' ? 'down' : by === '~' ? 'about' : '',
    });
  }
  for (const list of groups.values()) list.sort((a, b) => b.max - a.max);
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}

function tollsOf(rows: readonly Located[]): [string, Bar[]][] {
  const groups: [string, Bar[]][] = [];
  for (const [name, effect] of [['Killed', 'killed'], ['Injured', 'injured']] as const) {
    const bars: Bar[] = [];
    for (const { article, fact } of rows) {
      const casualties = revisedReport(article)?.events.find((event) => event.id === fact.id)?.casualties?.filter((each) => each.effect === effect) ?? [];
      if (!casualties.length) continue;
      const value = casualties.reduce((sum, each) => sum + each.value, 0);
      const by = casualties.find((each) => each.comparator)?.comparator;
      bars.push({
        article, fact, value, max: casualties.reduce((sum, each) => sum + (each.max ?? each.value), 0), shown: fieldOf(fact, name),
        label: [fact.title, fieldOf(fact, 'Where'), fieldOf(fact, 'When')].filter(Boolean).join(', '),
        open: by === '>' || by === '>=' ? 'up' : by === '~' ? 'about' : '',
      });
    }
    if (bars.length) groups.push([name, bars.sort((a, b) => b.max - a.max)]);
  }
  return groups;
}

function Chart({ title, unit, bars, tone, rows }: Omit<ChartOf, 'key'> & { rows: number }) {
  const most = Math.max(unit === '%' ? 100 : 0, ...bars.map((bar) => bar.max)) || 1;
  const least = Math.min(...bars.filter((bar) => bar.max > 0).map((bar) => bar.max));
  // A million beside a dozen: in proportion the dozen would vanish.
  const logarithmic = tone !== 'none' && most / least > 200;
  const share = (value: number) => (value <= 0 ? 0 : logarithmic ? (Math.log10(value / least) + 0.5) / (Math.log10(most / least) + 0.5) : value / most);
  return (
    <section class="chart">
      <h3>{title} <span class="count">{bars.length}</span>{logarithmic && <span class="muted small"> each step of the scale is ten times the last</span>}</h3>
      <ul>
        {bars.slice(0, rows).map((bar) => {
          const chosen = selection.value?.article === bar.article.id && selection.value.fact === bar.fact.id;
          return (
            <li key={bar.article.id + bar.fact.id}>
              <button type="button" class="bar-row" aria-pressed={chosen} onClick={() => selectFact(bar.article.id, bar.fact, 'facts')}>
                <span class="bar-label" dir="auto">{bar.label}<ByYou fact={bar.fact} />{several.value && <span class="muted small"> {titleOf(bar.article)}</span>}</span>
                <span class="bar-track" aria-hidden="true">{tone !== 'none' && <span class={`bar-fill of-${tone} ${bar.open ? `is-${bar.open}` : ''}`} style={{ width: `${Math.max(1, share(bar.max) * 100)}%` }} />}</span>
                <span class="bar-value">{bar.shown}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
