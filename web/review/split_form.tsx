// Some of an entity's mentions are another entity: which, and what that one is called.
import { useState } from 'preact/hooks';
import { dialog } from '../page/panes';
import { anchorOf } from '../report/anchors';
import { idOfEdit } from '../report/revise';
import type { Span } from '../report/schema';
import { entityTypes } from '../report/vocabulary';
import { plural, words } from '../report/words';
import { articleFacts, articles } from '../state/articles';
import { refOfEntity } from '../state/entities';
import { notify } from '../state/notices';
import { edit, undo } from '../state/review';
import { selectFact } from '../state/selection';
import { splitting } from './tasks';

const around = 48; // characters of context on either side
const most = 400; // mentions listed

export function SplitForm() {
  const { article, fact, at } = splitting.value!;
  const text = article.reportText ?? '';
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(at > 0 ? [at] : []));
  const [named, setNamed] = useState<string | null>(null);
  const [type, setType] = useState(fact.type);
  const said = (span: Span) => text.slice(span[0], span[1]).replace(/\s+/g, ' ');
  // The longest form among the chosen mentions is the likeliest name.
  const likely = [...chosen].map((index) => said(fact.spans[index]!)).sort((a, b) => b.length - a.length)[0] ?? '';
  const name = named ?? likely;
  const trouble = !chosen.size ? 'Choose the mentions that are another.' : chosen.size === fact.spans.length ? 'One mention at least must stay.' : !name.trim() ? 'The other one needs a name.' : '';
  const toggle = (index: number) => {
    const next = new Set(chosen);
    if (!next.delete(index)) next.add(index);
    setChosen(next);
  };
  const save = (event: Event) => {
    event.preventDefault();
    const from = refOfEntity(article, fact.id);
    if (trouble || !from) return;
    const mentions = [...chosen].sort((a, b) => a - b).map((index) => anchorOf(text, fact.spans[index]!));
    const id = edit(article, `Split: ${fact.title}`, { do: 'split', from, mentions, name: name.trim(), type });
    dialog.value = null;
    notify(`${plural(mentions.length, 'mention')} of ${fact.title} now ${mentions.length === 1 ? 'is' : 'are'} ${name.trim()}`, 'info', { label: 'Undo', run: undo });
    const now = articles.peek().find((each) => each.id === article.id);
    const made = now && articleFacts(now).byId.get(idOfEdit('e', id));
    if (made) selectFact(article.id, made, 'facts');
  };
  return (
    <form class="edit-form" onSubmit={save}>
      <p class="muted small">Facts whose words lie in the mentions you choose go with them.</p>
      <fieldset>
        <legend>Another than “{fact.title}”</legend>
        <ul class="choices is-mentions">
          {fact.spans.slice(0, most).map((span, index) => (
            <li key={index}>
              <label dir="auto">
                <input type="checkbox" checked={chosen.has(index)} onChange={() => toggle(index)} />
                <span class="context">
                  <span class="muted">{text.slice(Math.max(0, span[0] - around), span[0]).replace(/^\S*\s/, '… ').replace(/\n+/g, ' ')}</span>
                  <strong>{said(span)}</strong>
                  <span class="muted">{text.slice(span[1], span[1] + around).replace(/\s\S*$/, ' …').replace(/\n+/g, ' ')}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <div class="pair">
        <label><span>Name of the other</span><input type="text" value={name} onInput={(event) => setNamed(event.currentTarget.value)} dir="auto" /></label>
        <label>
          <span>Type</span>
          <select value={type} onChange={(event) => setType(event.currentTarget.value)}>
            {entityTypes.map((each) => <option key={each} value={each}>{words(each)}</option>)}
          </select>
        </label>
      </div>
      <div class="row form-foot">
        <button type="submit" class="button is-primary" disabled={!!trouble}>Make it another</button>
        <button type="button" class="button" onClick={() => (dialog.value = null)}>Cancel</button>
        <span class="muted small" role="status">{trouble}</span>
      </div>
    </form>
  );
}
