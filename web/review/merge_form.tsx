// Two or more entities are one: which, and what it is called.
import { useState } from 'preact/hooks';
import { Swatch } from '../facts/tags';
import type { Located } from '../facts/scope';
import { dialog } from '../page/panes';
import { entityTypes } from '../report/vocabulary';
import { plural, words } from '../report/words';
import { publisherOf, titleOf } from '../state/articles';
import { notify } from '../state/notices';
import { undo } from '../state/review';
import { selectFact } from '../state/selection';
import { Icon } from '../page/icons';
import { foundEntities } from './entity_search';
import { mergeable, mergeRows } from './merge';
import { merging } from './tasks';

const few = 7; // found entities shown

const sourceOf = ({ article, also }: Located) => (also?.length ? `${also.length + 1} articles` : publisherOf(article) || titleOf(article));

export function MergeForm() {
  const [rows, setRows] = useState<readonly Located[]>(merging.value);
  const [query, setQuery] = useState('');
  const most = rows.reduce<Located | undefined>((best, row) => (best && best.fact.spans.length >= row.fact.spans.length ? best : row), undefined);
  const [keep, setKeep] = useState('');
  const [named, setNamed] = useState('');
  const [type, setType] = useState('');
  const id = (row: Located) => `${row.article.id} ${row.fact.id}`;
  const chosen = rows.find((row) => id(row) === keep) ?? most;
  const name = named.trim() || chosen?.fact.title || '';
  const others = foundEntities(mergeable(rows).filter((row) => !rows.some((each) => id(each) === id(row))), query, few);
  const several = new Set(rows.map((row) => row.article.id)).size > 1 || new Set(others.map((row) => row.article.id)).size > 1;
  const save = (event: Event) => {
    event.preventDefault();
    if (rows.length < 2 || !chosen) return;
    const kept = mergeRows(chosen, rows, name, type || chosen.fact.type);
    dialog.value = null;
    notify(`${plural(rows.length, 'entity', 'entities')} made one: ${name}`, 'info', { label: 'Undo', run: undo });
    if (kept) selectFact(kept.article.id, kept.fact, 'facts');
  };
  return (
    <form class="edit-form" onSubmit={save}>
      <p class="muted small">Mentions, aliases and every fact that names one of them go together. The machine’s report stays as it is.</p>
      <fieldset>
        <legend>These are one; it is called</legend>
        {rows.length === 0 && <p class="muted">Choose at least two below.</p>}
        <ul class="choices">
          {rows.map((row) => (
            <li key={id(row)}>
              <label>
                <input type="radio" name="keep" checked={row === chosen} onChange={() => setKeep(id(row))} />
                <Swatch kind={row.fact.kind} type={row.fact.type} />
                <span dir="auto">{row.fact.title}</span>
                <span class="muted small">{words(row.fact.type)}, {plural(row.fact.spans.length, 'place')}{several && <>, {sourceOf(row)}</>}</span>
              </label>
              <button type="button" class="icon" aria-label={`Leave out ${row.fact.title}`} title="Leave out" onClick={() => setRows(rows.filter((each) => each !== row))}><Icon name="close" /></button>
            </li>
          ))}
        </ul>
      </fieldset>
      <div class="search-add">
        <label>
          <span>Same as</span>
          <input type="search" placeholder="Name or alias" value={query} autofocus onInput={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (query.trim() && others[0]) setRows([...rows, others[0]]), setQuery('');
            }} />
        </label>
        <ul class="found" aria-label="Entities found">
          {others.map((row) => (
            <li key={id(row)}>
              <button type="button" class="line" dir="auto" onClick={() => { setRows([...rows, row]); setQuery(''); }}>
                <Swatch kind={row.fact.kind} type={row.fact.type} /> {row.fact.title} <span class="muted">{words(row.fact.type)}{several && <>, {sourceOf(row)}</>}</span>
              </button>
            </li>
          ))}
        </ul>
        {!others.length && <p class="muted small" role="status">{query ? 'No other entity has that name.' : 'There is no other entity.'}</p>}
      </div>
      <div class="pair">
        <label><span>Name</span><input type="text" value={named} placeholder={chosen?.fact.title ?? ''} onInput={(event) => setNamed(event.currentTarget.value)} dir="auto" /></label>
        <label>
          <span>Type</span>
          <select value={type || chosen?.fact.type || ''} onChange={(event) => setType(event.currentTarget.value)}>
            {entityTypes.map((each) => <option key={each} value={each}>{words(each)}</option>)}
          </select>
        </label>
      </div>
      <div class="row form-foot">
        <button type="submit" class="button is-primary" disabled={rows.length < 2}>Make them one</button>
        <button type="button" class="button" onClick={() => (dialog.value = null)}>Cancel</button>
        {rows.length === 1 && <span class="muted small">Choose what it is the same as.</span>}
      </div>
    </form>
  );
}
