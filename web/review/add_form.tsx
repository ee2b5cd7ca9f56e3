// A fact that the machine missed: what the marked words are, and what a fact of that kind needs. Checked while it is typed.
import { useMemo, useState } from 'preact/hooks';
import { dialog } from '../page/panes';
import { stopMarking } from '../reading/marking';
import { anchorOf } from '../report/anchors';
import { asks, faultOfAssign, faultsOf, parts, rolesOf, type Add, type AddedKind, type Holder, type Part } from '../report/edits';
import { lineOf, type Fact } from '../report/facts';
import { idOfEdit } from '../report/revise';
import type { Span } from '../report/schema';
import { effects, timeValue } from '../report/vocabulary';
import { statusOf, timeOfWords, words } from '../report/words';
import { articleFacts, articles, type Article } from '../state/articles';
import { entitiesOf, refOfEntity } from '../state/entities';
import { notify } from '../state/notices';
import { edit, undo } from '../state/review';
import { selectFact } from '../state/selection';
import { adding, type Adding } from './tasks';

const kindNames: Record<Adding['kind'], string> = {
  entity: 'Name', time: 'Time', quantity: 'Figure', event: 'Event', claim: 'Claim', proposal: 'Proposal', assessment: 'Assessment', part: 'Part of an event',
};
const letters: Record<AddedKind, string> = { entity: 'e', time: 't', quantity: 'q', event: 'v', claim: 'c', proposal: 'p', assessment: 'a' };
const comparatorNames: Record<string, string> = { '': 'exactly', '>=': 'at least', '>': 'more than', '<=': 'up to', '<': 'less than', '~': 'about' };

const overlaps = (a: Span, b: Span) => a[0] < b[1] && b[0] < a[1];

/** What the words themselves say, as far as a glance tells. */
function guesses(article: Article, span: Span, said: string): Record<string, string> {
  const facts = articleFacts(article);
  const digits = /\d[\d,.]*\d|\d/.exec(said)?.[0].replace(/,/g, '') ?? '';
  const time = facts.byKind.time.find((fact) => fact.spans.some((each) => overlaps(each, span)));
  const iso = timeOfWords(said);
  return {
    name: said, digits, date: time?.fields.find((field) => field.name === 'Value')?.value ?? (timeValue.test(iso) ? iso : ''),
    entity: entitiesOf(article).find((fact) => fact.spans.some((each) => overlaps(each, span)))?.title ?? '',
  };
}

function firstValues(kind: AddedKind, guess: Record<string, string>): Record<string, string> {
  switch (kind) {
    case 'entity': return { name: guess.name!, type: 'person' };
    case 'time': return { value: guess.date!, type: 'DATE' };
    case 'quantity': return { value: guess.digits! };
    case 'event': return { type: 'armed-assault', status: 'happened' };
    case 'claim': return { type: 'say' };
    case 'assessment': return { polarity: 'obstacle' };
    case 'proposal': return {};
  }
}

const optionWords = (ask: string, value: string) => (ask === 'comparator' ? comparatorNames[value]! : ask === 'status' ? `${statusOf(value).sign} ${statusOf(value).word}` : words(value));

export function AddForm() {
  const { article, span, kind: first, editing } = adding.value!;
  const text = article.reportText ?? '';
  const said = text.slice(span[0], span[1]).replace(/\s+/g, ' ');
  const guess = useMemo(() => guesses(article, span, said), []);
  const [kind, setKind] = useState<Adding['kind']>(first);
  const [values, setValues] = useState<Record<string, string>>(editing?.values ?? (first === 'part' ? {} : firstValues(first, guess)));
  const [holders, setHolders] = useState<Record<string, string>>(() => Object.fromEntries((editing?.holders ?? []).map((holder) => [holder.role, nameOf(article, holder)])));
  const entities = useMemo(() => entitiesOf(article), []);
  const choose = (next: Adding['kind']) => {
    setKind(next);
    if (next !== 'part') setValues(firstValues(next, guess));
    setHolders({});
  };
  const close = () => {
    dialog.value = null;
    stopMarking();
  };
  return (
    <div class="edit-form">
      <Quote text={text} span={span} />
      {!editing && (
        <fieldset class="kind-choice">
          <legend>These words are</legend>
          {(Object.keys(kindNames) as Adding['kind'][]).map((each) => (
            <label key={each} class={kind === each ? 'is-chosen' : ''}>
              <input type="radio" name="kind" checked={kind === each} onChange={() => choose(each)} autofocus={kind === each} /> {kindNames[each]}
            </label>
          ))}
        </fieldset>
      )}
      <datalist id="entity-names">{entities.map((fact) => <option key={fact.id} value={fact.title}>{words(fact.type)}</option>)}</datalist>
      {kind === 'part'
        ? <PartForm article={article} span={span} said={said} guess={guess} entities={entities} close={close} />
        : <FactForm {...{ article, span, said, kind, values, setValues, holders, setHolders, entities, editing, close }} />}
    </div>
  );
}

function nameOf(article: Article, { entity, text }: Holder): string {
  if (!entity) return text ?? '';
  return entitiesOf(article).find((fact) => sameRef(refOfEntity(article, fact.id), entity))?.title ?? entity.name;
}
const sameRef = (a: Holder['entity'], b: Holder['entity']) => a?.name === b?.name && a?.type === b?.type && a?.nth === b?.nth && a?.edit === b?.edit;

function Quote({ text, span }: { text: string; span: Span }) {
  const before = text.slice(Math.max(0, span[0] - 90), span[0]).split('\n').at(-1)!.replace(/^\S{0,30}\s(?=[^]{40})/, '… ');
  const after = text.slice(span[1], span[1] + 90).split('\n')[0]!.replace(/(?<=[^]{40})\s\S{0,30}$/, ' …');
  return <blockquote class="quote" dir="auto"><span class="muted">{before}</span><mark class="kh-focus">{text.slice(span[0], span[1])}</mark><span class="muted">{after}</span></blockquote>;
}

const entityNamed = (entities: readonly Fact[], name: string) => entities.find((fact) => fact.title.toLowerCase() === name.trim().toLowerCase());

interface FormOf {
  article: Article;
  span: Span;
  said: string;
  kind: AddedKind;
  values: Record<string, string>;
  setValues(values: Record<string, string>): void;
  holders: Record<string, string>;
  setHolders(holders: Record<string, string>): void;
  entities: readonly Fact[];
  editing: Add | undefined;
  close(): void;
}

function FactForm({ article, span, said, kind, values, setValues, holders, setHolders, entities, editing, close }: FormOf) {
  const same = kind === 'entity' ? entityNamed(entities, holders.same ?? '') : undefined;
  const used = same ? { name: same.title, type: same.type } : values;
  const faults = faultsOf(kind, used);
  if (kind === 'entity' && holders.same && !same) faults.same = 'No entity has that name: leave this empty for a new one.';
  if (holders.place && !entityNamed(entities, holders.place)) faults.place = 'Choose a place that is in the article; a new one is added as a name first.';
  const save = (event: Event) => {
    event.preventDefault();
    if (Object.keys(faults).length) return;
    const roles = kind === 'entity' ? ['same'] : rolesOf[kind].map(({ role }) => role);
    const list = roles.flatMap((role): Holder[] => {
      const name = holders[role]?.trim();
      if (!name) return [];
      const known = entityNamed(entities, name);
      const entity = known && refOfEntity(article, known.id);
      return [entity ? { role, entity } : { role, text: name }];
    });
    const kept = Object.fromEntries(Object.entries(used).map(([name, value]) => [name, value.trim()]).filter(([name, value]) => value && asks[kind].some((ask) => ask.name === name)));
    const made: Omit<Add, 'id'> = { do: 'add', kind, words: editing?.words ?? anchorOf(article.reportText ?? '', span), values: kept, holders: list };
    const id = edit(article, `${editing ? 'Changed' : 'Added'}: ${said.slice(0, 60)}`, made, editing?.id);
    close();
    notify(`${kindNames[kind]} ${editing ? 'changed' : 'added'}`, 'info', { label: 'Undo', run: undo });
    const now = articles.peek().find((each) => each.id === article.id);
    const fact = now && articleFacts(now).byId.get(same?.id ?? idOfEdit(letters[kind], id));
    if (fact) selectFact(article.id, fact, 'facts');
  };
  return (
    <form class="edit-form" aria-label={`${kindNames[kind]}: what it needs`} onSubmit={save}>
      {kind === 'entity' && !editing && <Role role="same" label="Another mention of" {...{ holders, setHolders }} fault={faults.same} hint="empty for a new name" />}
      <div class="pair">
        {!same && asks[kind].map((ask) => (
          <label key={ask.name} class="field">
            <span>{ask.label}</span>
            {ask.from
              ? <select value={values[ask.name] ?? ''} onChange={(event) => setValues({ ...values, [ask.name]: event.currentTarget.value })}>{ask.from.map((value) => <option key={value} value={value}>{optionWords(ask.name, value)}</option>)}</select>
              : <input type="text" dir="auto" value={values[ask.name] ?? ''} aria-invalid={!!faults[ask.name]} aria-describedby={faults[ask.name] ? `fault-${ask.name}` : undefined} onInput={(event) => setValues({ ...values, [ask.name]: event.currentTarget.value })} />}
            {faults[ask.name] && <span class="fault" id={`fault-${ask.name}`}>{faults[ask.name]}</span>}
          </label>
        ))}
        {rolesOf[kind].map(({ role, label }) => <Role key={role} role={role} label={label} {...{ holders, setHolders }} fault={faults[role]} hint="name or words" />)}
      </div>
      <Foot say={editing ? 'Save' : 'Add'} faults={Object.values(faults)} close={close} />
    </form>
  );
}

function Role({ role, label, holders, setHolders, fault, hint }: Pick<FormOf, 'holders' | 'setHolders'> & { role: string; label: string; fault: string | undefined; hint: string }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input type="text" list="entity-names" dir="auto" placeholder={hint} value={holders[role] ?? ''} aria-invalid={!!fault} aria-describedby={fault ? `fault-${role}` : undefined} onInput={(event) => setHolders({ ...holders, [role]: event.currentTarget.value })} />
      {fault && <span class="fault" id={`fault-${role}`}>{fault}</span>}
    </label>
  );
}

function Foot({ say, faults, close }: { say: string; faults: readonly string[]; close(): void }) {
  return (
    <div class="row form-foot">
      <button type="submit" class="button is-primary" disabled={faults.length > 0}>{say}</button>
      <button type="button" class="button" onClick={close}>Cancel</button>
      <span class="visually-hidden" role="status">{faults.join(' ')}</span>
    </div>
  );
}

function PartForm({ article, span, said, guess, entities, close }: Pick<FormOf, 'article' | 'span' | 'said' | 'entities' | 'close'> & { guess: Record<string, string> }) {
  const facts = articleFacts(article).byKind;
  const far = (fact: Fact) => Math.abs(fact.spans[0]![0] - span[0]);
  const events = useMemo(() => [...facts.incident, ...facts.relation].sort((a, b) => far(a) - far(b)), []);
  const [key, setKey] = useState(events[0]?.key ?? '');
  const [part, setPart] = useState<Part>('actor');
  const isEffect = (effects as readonly string[]).includes(part);
  const [name, setName] = useState(guess.entity!);
  const [value, setValue] = useState('');
  const shown = value || (part === 'time' ? guess.date! : isEffect ? guess.digits! : '');
  const known = entityNamed(entities, name);
  const fault = part === 'time' || isEffect ? faultOfAssign(part, shown) : part === 'place' && !known ? 'Choose a place that is in the article; a new one is added as a name first.' : '';
  const event = events.find((each) => each.key === key);
  if (!events.length) return <p class="muted">No event was read from this article. Add one first.</p>;
  const save = (submitted: Event) => {
    submitted.preventDefault();
    if (fault || !event) return;
    const entity = known && refOfEntity(article, known.id);
    edit(article, `${words(part)} of ${event.title}: ${said.slice(0, 60)}`, {
      do: 'assign', event: event.key, part, words: anchorOf(article.reportText ?? '', span),
      ...(part === 'time' || isEffect ? { value: shown.trim() } : entity && { entity }),
    });
    close();
    notify(`${words(part)} of “${event.title}” set`, 'info', { label: 'Undo', run: undo });
    const now = articles.peek().find((each) => each.id === article.id);
    const fact = now && articleFacts(now).byId.get(event.id);
    if (fact) selectFact(article.id, fact, 'facts');
  };
  return (
    <form class="edit-form" aria-label="Part of an event" onSubmit={save}>
      <label class="field">
        <span>Event</span>
        <select value={key} onChange={(change) => setKey(change.currentTarget.value)}>
          {events.slice(0, 200).map((each) => <option key={each.key} value={each.key}>{lineOf(each).slice(0, 90)}</option>)}
        </select>
      </label>
      <div class="pair">
        <label class="field">
          <span>Part</span>
          <select value={part} onChange={(change) => { setPart(change.currentTarget.value as Part); setValue(''); }}>
            {parts.map((each) => <option key={each} value={each}>{words(each)}</option>)}
          </select>
        </label>
        <label class="field">
          <span>{part === 'time' ? 'Value' : isEffect ? 'How many' : 'Entity'}</span>
          {part === 'time' || isEffect
            ? <input type="text" value={shown} aria-invalid={!!fault} aria-describedby={fault ? 'fault-part' : undefined} onInput={(typed) => setValue(typed.currentTarget.value)} />
            : <input type="text" list="entity-names" dir="auto" placeholder="empty: the words themselves" value={name} aria-invalid={!!fault} aria-describedby={fault ? 'fault-part' : undefined} onInput={(typed) => setName(typed.currentTarget.value)} />}
          {fault && <span class="fault" id="fault-part">{fault}</span>}
        </label>
      </div>
      <Foot say="Set" faults={fault ? [fault] : []} close={close} />
    </form>
  );
}
