// One kind's facts: sortable, filterable, every row a way to the words. A table where its columns fit, else a list of cards.
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { signal } from '@preact/signals';
import { isEntity } from '../report/facts';
import { statuses } from '../report/vocabulary';
import { kindWords, statusOf, words, type Kind } from '../report/words';
import { titleOf } from '../state/articles';
import { correctAll, judgeAll } from '../state/review';
import { selection, selectFact } from '../state/selection';
import { typesOf } from '../review/correct_form';
import { startMerge } from '../review/tasks';
import { columns, type Column } from './columns';
import { useGrowing } from '../page/slices';
import { membersOf, scopeKey, type Located } from './scope';
import { MarkTag, StatusTag } from './tags';

interface Order {
  column: string;
  down: boolean;
}
/** Sorting is remembered per kind while the page is open. */
const orders = signal<Partial<Record<Kind, Order>>>({});
const step = 200; // rows drawn at first, and more at each wish: ten thousand at once would stall a phone
const columnRoom = 96; // pixels that a column needs to read well; a wide one takes three times that

interface Shown {
  all: readonly Column[];
  rows: readonly Located[];
  several: boolean;
  order: Order | undefined;
  sort(column: Column, down?: boolean): void;
  picked: ReadonlySet<string>;
  pick(row: Located): void;
}
const keyOf = (row: Located) => `${row.article.id} ${row.fact.id}`;

export function FactTable({ kind, rows, several }: { kind: Kind; rows: readonly Located[]; several: boolean }) {
  const [filter, setFilter] = useState('');
  const [marks, setMarks] = useState<MarkFilter>('');
  const [limit, setLimit] = useState(step);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!frame.current) return;
    const watch = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width));
    watch.observe(frame.current);
    setWidth(frame.current.clientWidth);
    return () => watch.disconnect();
  }, [rows.length > 0]);

  const order = orders.value[kind];
  const many = kindWords[kind].many.toLowerCase();
  // A column that says nothing in any row only takes room.
  const all = useMemo(() => columns[kind].filter((column) => column.main || rows.some(({ fact }) => column.value(fact))), [kind, rows]);
  const shown = useMemo(() => sorted(filtered(rows, all, filter, marks), all, order), [rows, filter, marks, order, all]);

  const growing = useGrowing(Math.min(limit, shown.length), `${scopeKey.value}|${filter}|${marks}|${order?.column}${order?.down}`);

  if (!rows.length)
    return (
      <div class="empty">
        <p>No {many} were read from {several ? 'these articles' : 'this article'}.</p>
        <p class="muted">{kindWords[kind].teach}</p>
      </div>
    );

  const sort = (column: Column, down = order?.column === column.name ? !order.down : !!column.number) => {
    orders.value = { ...orders.value, [kind]: { column: column.name, down } };
  };
  const room = all.reduce((sum, column) => sum + (column.wide ? 3 : 1), several ? 1 : 0) * columnRoom;
  const pick = (row: Located) => {
    const next = new Set(picked);
    if (!next.delete(keyOf(row))) next.add(keyOf(row));
    setPicked(next);
  };
  const parts: Shown = { all, rows: shown.slice(0, growing), several, order, sort, picked, pick };
  const chosen = shown.filter((row) => picked.has(keyOf(row)));
  const meant = chosen.length ? chosen : shown; // what a button at the foot is about

  return (
    <div ref={frame}>
      <div class="table-tools">
        <label class="filter">
          <span class="visually-hidden">Filter {many}</span>
          <input type="search" placeholder={`Filter ${many}`} value={filter} onInput={(event) => setFilter(event.currentTarget.value)} />
        </label>
        {width < room && <SortChoice {...parts} />}
        <label>
          <span class="visually-hidden">Marks</span>
          <select value={marks} onChange={(event) => setMarks(event.currentTarget.value as MarkFilter)}>
            {Object.entries(markFilters).map(([value, name]) => <option key={value} value={value}>{name}</option>)}
          </select>
        </label>
        <span class="muted small" role="status">{filter || marks ? `${shown.length} of ${rows.length}` : ''}</span>
      </div>
      {!width ? null : width < room ? <Cards {...parts} /> : <Table {...parts} name={kindWords[kind].many} />}
      {shown.length > limit && (
        <button type="button" class="button" onClick={() => setLimit(limit + step * 5)}>Show more ({shown.length - limit} left)</button>
      )}
      {shown.length > 1 && (
        <p class="row table-foot">
          <span class="muted small" role="status">{chosen.length ? `${chosen.length} chosen` : `All ${shown.length}${shown.length < rows.length ? ' shown' : ''}`}:</span>
          <button type="button" class="button small" onClick={() => judgeAll(membersOf(meant), 'accepted')}>✓ Accept</button>
          <button type="button" class="button small" onClick={() => judgeAll(membersOf(meant), 'rejected')}>✕ Reject</button>
          <SetAll rows={meant} />
          {chosen.length > 1 && isEntity(chosen[0]!.fact) && <button type="button" class="button small" onClick={() => { startMerge(chosen); setPicked(new Set()); }}>Make one…</button>}
          {chosen.length > 0 && <button type="button" class="link small" onClick={() => setPicked(new Set())}>None</button>}
        </p>
      )}
    </div>
  );
}

/** One type, or one status, for all rows that are meant. */
function SetAll({ rows }: { rows: readonly Located[] }) {
  const { fact } = rows[0]!;
  const field = fact.status && fact.kind !== 'proposal' ? 'Status' : isEntity(fact) || fact.kind === 'claim' || fact.kind === 'assessment' ? 'Type' : undefined;
  if (!field) return null;
  const options = field === 'Status' ? statuses : typesOf(fact);
  return (
    <select
      class="set-all"
      aria-label={`Set the ${field.toLowerCase()} of these`}
      value=""
      onChange={(event) => {
        const { value } = event.currentTarget;
        event.currentTarget.value = '';
        if (value) correctAll(membersOf(rows), field, value);
      }}
    >
      <option value="">✎ {field}…</option>
      {options.map((value) => <option key={value} value={value}>{field === 'Status' ? statusOf(value).word : words(value)}</option>)}
    </select>
  );
}

const markFilters = { '': 'All marks', none: 'Not marked', accepted: 'Accepted', rejected: 'Rejected', corrected: 'Corrected', edited: 'Edited or added' };
type MarkFilter = keyof typeof markFilters;

function filtered(rows: readonly Located[], all: readonly Column[], filter: string, marks: MarkFilter): readonly Located[] {
  const wanted = filter.trim().toLowerCase();
  return rows.filter(({ article, fact }) => {
    const mark = article.marks[fact.key];
    if (marks === 'none' ? mark || fact.edits : marks === 'edited' ? !fact.edits : marks === 'corrected' ? !mark?.corrections : marks && mark?.verdict !== marks) return false;
    return !wanted || all.some((column) => column.value(fact).toLowerCase().includes(wanted));
  });
}

function sorted(rows: readonly Located[], all: readonly Column[], order: Order | undefined): readonly Located[] {
  const by = order && all.find((column) => column.name === order.column);
  if (!by) return rows;
  const key = by.rank ?? by.value;
  const sign = order.down ? -1 : 1;
  return rows
    .map((row) => ({ row, key: key(row.fact) }))
    .sort((a, b) => sign * (typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : String(a.key).localeCompare(String(b.key), 'en')))
    .map(({ row }) => row);
}

function SortChoice({ all, order, sort }: Shown) {
  return (
    <label class="row tight small">
      <span class="muted">Sort</span>
      <select
        value={order ? `${order.column}|${order.down ? 'down' : 'up'}` : ''}
        onChange={(event) => {
          const [name, way] = event.currentTarget.value.split('|');
          const column = all.find((each) => each.name === name);
          if (column) sort(column, way === 'down');
        }}
      >
        <option value="" disabled>as in the text</option>
        {all.flatMap((column) => ['up', 'down'].map((way) => <option key={column.name + way} value={`${column.name}|${way}`}>{column.name} {way === 'up' ? '▴' : '▾'}</option>))}
      </select>
    </label>
  );
}

/** What a row is and does, for table and cards alike. */
function useRow({ article, fact }: Located) {
  const chosen = selection.value?.article === article.id && selection.value.fact === fact.id;
  const mark = article.marks[fact.key];
  const choose = () => selectFact(article.id, fact, 'facts');
  return {
    chosen, mark, choose,
    look: [chosen && 'is-chosen', mark?.verdict && `is-${mark.verdict}`].filter(Boolean).join(' '),
    // The button in the row is the keyboard's way; a click anywhere else in the row does the same.
    click: (event: MouseEvent) => {
      if (!(event.target as Element).closest('button, a, input') && document.getSelection()?.isCollapsed) choose();
    },
  };
}

function Cell({ row, column }: { row: Located; column: Column }) {
  if (column.status && row.fact.status) return <StatusTag status={row.fact.status} />;
  return <span dir="auto">{column.value(row.fact)}</span>;
}

function Name({ row, column }: { row: Located; column: Column }) {
  const { chosen, choose, mark } = useRow(row);
  return (
    <>
      <button type="button" class={`link ${column.wide ? 'is-long' : ''}`} aria-pressed={chosen} onClick={choose} dir="auto">{column.value(row.fact) || '(no words)'}</button>
      <MarkTag mark={mark} fact={row.fact} />
    </>
  );
}

function PickBox({ row, picked, pick }: Pick<Shown, 'picked' | 'pick'> & { row: Located }) {
  return <input type="checkbox" class="pick" aria-label={`Choose ${row.fact.title.slice(0, 80)}`} checked={picked.has(keyOf(row))} onChange={() => pick(row)} />;
}

function Table({ all, rows, several, order, sort, name, ...picking }: Shown & { name: string }) {
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={`${name}, table`}>
      <table>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">Choose</span></th>
            {all.map((column) => (
              <th key={column.name} scope="col" class={column.number ? 'number' : ''} {...(order?.column === column.name && { 'aria-sort': order.down ? 'descending' : 'ascending' })}>
                <button type="button" class="sort" onClick={() => sort(column)}>
                  {column.name}
                  <span class="arrow" aria-hidden="true">{order?.column === column.name ? (order.down ? '▾' : '▴') : ''}</span>
                </button>
              </th>
            ))}
            {several && <th scope="col"><span class="sort">Article</span></th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => <TableRow key={keyOf(row)} row={row} all={all} several={several} {...picking} />)}
        </tbody>
      </table>
    </div>
  );
}

type RowShown = Pick<Shown, 'all' | 'several' | 'picked' | 'pick'> & { row: Located };

function TableRow({ row, all, several, ...picking }: RowShown) {
  const { look, click } = useRow(row);
  return (
    <tr class={look} data-fact={row.fact.id} onClick={click}>
      <td class="pick-cell"><PickBox row={row} {...picking} /></td>
      {all.map((column) => (
        <td key={column.name} class={[column.number && 'number', column.wide && 'wide'].filter(Boolean).join(' ')}>
          {column.main ? <Name row={row} column={column} /> : <Cell row={row} column={column} />}
        </td>
      ))}
      {several && <td class="muted"><From row={row} /></td>}
    </tr>
  );
}

/** The article, or how many: their titles under the pointer. */
function From({ row: { article, also } }: { row: Located }) {
  const titles = [...new Set([article, ...(also ?? []).map((each) => each.article)])].map(titleOf);
  return titles.length > 1 ? <span title={titles.join('\n')}>{titles.length} articles</span> : <>{titles[0]}</>;
}

function Cards({ rows, ...shown }: Shown) {
  return (
    <ul class="cards">
      {rows.map((row) => <Card key={keyOf(row)} row={row} {...shown} />)}
    </ul>
  );
}

function Card({ row, all, several, ...picking }: RowShown) {
  const { look, click } = useRow(row);
  return (
    <li class={`fact-card ${look}`} data-fact={row.fact.id} onClick={click}>
      <PickBox row={row} {...picking} />
      <Name row={row} column={all.find((column) => column.main)!} />
      <dl>
        {all.filter((column) => !column.main && column.value(row.fact)).map((column) => (
          <div key={column.name}>
            <dt class={column.status ? 'visually-hidden' : ''}>{column.name}</dt>
            <dd><Cell row={row} column={column} /></dd>
          </div>
        ))}
        {several && <div><dt>In</dt><dd><From row={row} /></dd></div>}
      </dl>
    </li>
  );
}
