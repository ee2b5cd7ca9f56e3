// What a fact should say: title, type, status, and who holds which role, each beside what the machine read. An empty field takes
// a value away; one that the machine left empty can be filled.
import { signal } from '@preact/signals';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { isEntity, type Fact } from '../report/facts';
import { eventTypes, modes, claimTypes, entityTypes, polarities, statuses, timeTypes, timeValue } from '../report/vocabulary';
import { statusOf, timeOfWords, words } from '../report/words';
import { uncorrectedFacts, type Article } from '../state/articles';
import { correct, markOf } from '../state/review';
import { correcting } from '../state/selection';
import { entitiesOf } from '../state/entities';

const fixed = new Set(['Cue', 'Content', 'Form', 'ISO 3166', 'Wikidata']); // the text's own words, or said by another field

/** The word list that a fact's type is chosen from. */
export function typesOf(fact: Fact): readonly string[] {
  if (isEntity(fact)) return entityTypes;
  switch (fact.kind) {
    case 'incident':
    case 'relation': return [...modes, ...eventTypes];
    case 'claim': return claimTypes;
    case 'assessment': return polarities;
    case 'time': return timeTypes;
    default: return [];
  }
}

/** Fields that a fact of its kind may have, though this one has them not. */
function askable(fact: Fact): string[] {
  if (isEntity(fact)) return fact.kind === 'person' ? ['Role', 'Belongs to', 'Also'] : ['Also'];
  switch (fact.kind) {
    case 'incident': return ['Actor', 'Recipient', 'Target', 'With', 'When', 'Where', 'Killed', 'Injured'];
    case 'relation': return ['Actor', 'Recipient', 'Target', 'When', 'Where'];
    case 'claim': return ['Source'];
    case 'proposal': return ['Who'];
    case 'figure': return ['Value', 'Unit', 'Of'];
    default: return [];
  }
}
const named = new Set(['Actor', 'Recipient', 'Target', 'With', 'Where', 'Source', 'Who', 'Belongs to', 'According to', 'Said by']);

function faultOf(fact: Fact, name: string, value: string): string {
  if (name === 'Title' && !value.trim()) return 'A title is needed.';
  if (!value.trim()) return fact.kind === 'time' && name === 'Value' ? 'A value is needed.' : '';
  if (fact.kind === 'time' && name === 'Value' && !timeValue.test(value.trim())) return 'ISO 8601: 2025-03-12, 2025-03, 2025-W11, P2Y';
  if (name === 'When' && !timeValue.test(timeOfWords(value))) return 'A date: 12 March 2025, 2025-03-12, 2025-03';
  if ((fact.kind === 'figure' && name === 'Value') || ['Killed', 'Injured', 'Count'].includes(name)) return /\d/.test(value) ? '' : 'A figure is needed: 12, at least 20';
  return '';
}

export function CorrectForm({ article, fact }: { article: Article; fact: Fact }) {
  const mark = markOf(article, fact);
  const read = uncorrectedFacts(article).byId.get(fact.id) ?? fact;
  const types = typesOf(read);
  const names = useMemo(() => [...new Set([...askable(read), ...read.fields.map((field) => field.name)])].filter((name) => !fixed.has(name)), [read]);
  const entities = useMemo(() => entitiesOf(article), [article]);
  const original = (name: string) =>
    name === 'Title' ? read.title
    : name === 'Status' ? (read.status ?? '')
    : name === 'Type' ? read.type
    : read.fields.filter((field) => field.name === name).map((field) => field.value).join(', ');
  const [values, setValues] = useState<Record<string, string>>({ ...mark?.corrections });
  const [note, setNote] = useState(mark?.note ?? '');
  const now = (name: string) => values[name] ?? original(name);
  const faults = Object.fromEntries(['Title', ...names].map((name) => [name, now(name) === original(name) ? '' : faultOf(read, name, now(name))]));
  useLayoutEffect(() => void (faulty.value = Object.values(faults).some(Boolean)));
  const set = (name: string, value: string) => setValues({ ...values, [name]: value });
  const other = now('Recipient') || !now('Target') ? 'Recipient' : 'Target';
  const save = (event: Event) => {
    event.preventDefault();
    if (faulty.value) return;
    const changed = Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== original(name)));
    correct(article, fact, changed, note.trim());
    closeCorrection();
  };
  return (
    <form id="correct-form" class="correct" aria-label="Correct this fact" onSubmit={save}>
      <datalist id="correct-names">{entities.map((entity) => <option key={entity.id} value={entity.title} />)}</datalist>
      {['Title', ...names].map((name, index) => (
        <label key={name}>
          <span>{name}</span>
          <input
            type="text"
            dir="auto"
            list={named.has(name) ? 'correct-names' : undefined}
            value={now(name)}
            aria-invalid={!!faults[name]}
            aria-describedby={faults[name] ? `wrong-${index}` : undefined}
            onInput={(event) => set(name, event.currentTarget.value)}
            ref={index ? undefined : (element) => { if (element && !element.form?.contains(document.activeElement)) element.focus(); }}
          />
          {faults[name] && <span class="fault" id={`wrong-${index}`}>{faults[name]}</span>}
        </label>
      ))}
      {names.includes('Actor') && (
        <p class="swap"><button type="button" class="button small" onClick={() => setValues({ ...values, Actor: now(other), [other]: now('Actor') })}>⇄ Swap actor and {other.toLowerCase()}</button></p>
      )}
      {types.length > 0 && (
        <label>
          <span>Type</span>
          <select value={now('Type')} onChange={(event) => set('Type', event.currentTarget.value)}>
            {!types.includes(now('Type')) && <option value={now('Type')}>{words(now('Type'))}</option>}
            {types.map((type) => <option key={type} value={type}>{words(type)}</option>)}
          </select>
        </label>
      )}
      {read.status && read.kind !== 'proposal' && (
        <label>
          <span>Status</span>
          <select value={now('Status')} onChange={(event) => set('Status', event.currentTarget.value)}>
            {statuses.map((value) => <option key={value} value={value}>{statusOf(value).sign} {statusOf(value).word}</option>)}
          </select>
        </label>
      )}
      <label>
        <span>Note</span>
        <input type="text" dir="auto" value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
    </form>
  );
}

const faulty = signal(false);

function closeCorrection(): void {
  correcting.value = false;
  setTimeout(() => document.querySelector<HTMLElement>('.inspector footer [data-does=correct]')?.focus());
}

/** At the foot of the chosen fact, where they cover no field. */
export function CorrectButtons() {
  return (
    <footer class="row">
      <button type="submit" form="correct-form" class="button is-primary" disabled={faulty.value}>Save correction</button>
      <button type="button" class="button" onClick={closeCorrection}>Cancel</button>
    </footer>
  );
}
