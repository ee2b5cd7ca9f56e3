// What can be taken away: report, tables, brief, workspace, print.
import { useState } from 'preact/hooks';
import type { Located } from '../facts/scope';
import { tableKind } from '../facts/views';
import { dialog } from '../page/panes';
import { kinds, kindWords, type Kind } from '../report/words';
import { articleFacts, articles, current, titleOf } from '../state/articles';
import { tally } from '../state/review';
import { briefOf } from './brief';
import { csvOf, tsvOf } from './csv';
import { jsonOf } from './json';
import { copy, download, fileName } from './save';
import { workspaceOf } from './workspace';

export function Export() {
  const [all, setAll] = useState(false);
  const [kind, setKind] = useState<Kind>(tableKind.value);
  const one = current.value;
  const chosen = all || !one ? articles.value : [one];
  const name = chosen.length === 1 ? titleOf(chosen[0]!) : 'articles';
  const rows = (of: Kind): Located[] => chosen.flatMap((article) => articleFacts(article).byKind[of].map((fact) => ({ article, fact })));
  const { accepted, rejected, corrected, edited } = tally.value;
  return (
    <div class="export">
      {articles.value.length > 1 && (
        <label class="switch"><input type="checkbox" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} /> All {articles.value.length} articles</label>
      )}
      <p class="muted small">Your marks go along: {accepted} accepted, {rejected} rejected, {corrected} corrected{edited > 0 && <>, {edited} merged, split or added</>}.</p>
      <ul class="exports">
        <li>
          <h3>Brief</h3>
          <p class="muted small">Markdown with quotes; rejected facts left out</p>
          <div class="row">
            <button type="button" class="button" onClick={() => download(fileName(name, 'md'), briefOf(chosen), 'text/markdown')}>Download</button>
            <button type="button" class="button" onClick={() => void copy(briefOf(chosen), 'Brief')}>Copy</button>
          </div>
        </li>
        <li>
          <h3>JSON</h3>
          <p class="muted small">Schema khabar/1 with your marks under “review”</p>
          <div class="row">
            <button type="button" class="button" onClick={() => download(fileName(name, 'json'), jsonOf(chosen), 'application/json')}>Download</button>
            <button type="button" class="button" onClick={() => void copy(jsonOf(chosen), 'JSON')}>Copy</button>
          </div>
        </li>
        <li>
          <h3>Table</h3>
          <p class="muted small">CSV for spreadsheets, with the words and where they stand</p>
          <div class="row">
            <select aria-label="Kind of fact" value={kind} onChange={(event) => setKind(event.currentTarget.value as Kind)}>
              {kinds.map((each) => <option key={each} value={each}>{kindWords[each].many} ({rows(each).length})</option>)}
            </select>
            <button type="button" class="button" onClick={() => download(fileName(`${name} ${kindWords[kind].many}`, 'csv'), csvOf(kind, rows(kind)), 'text/csv')}>Download</button>
            <button type="button" class="button" onClick={() => void copy(tsvOf(kind, rows(kind)), 'Table')}>Copy</button>
          </div>
        </li>
        <li>
          <h3>Workspace</h3>
          <p class="muted small">Texts, facts and marks in one file; “Open files” takes it back</p>
          <div class="row">
            <button type="button" class="button" onClick={() => download(fileName(name, 'khabar'), workspaceOf(chosen), 'application/json')}>Download</button>
          </div>
        </li>
        <li>
          <h3>Paper</h3>
          <p class="muted small">The text with its lights, then the open view of its facts</p>
          <div class="row">
            <button type="button" class="button" onClick={() => { dialog.value = null; setTimeout(() => print(), 50); }}>Print…</button>
          </div>
        </li>
      </ul>
    </div>
  );
}
