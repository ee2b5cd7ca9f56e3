// A reader's corrections put in place of what they correct: what every view and export shows.
import { dateOf, entityKinds, indexed, isEntity, isViolent, type Fact, type Facts, type Field } from '../report/facts';
import type { Status } from '../report/schema';
import { timeOfWords, timeWords, words } from '../report/words';
import type { Mark } from './articles';

interface Done {
  /** The marks with corrections, in order: the same ones give the same facts. */
  marks: readonly Mark[];
  facts: Facts;
}
const done = new WeakMap<Facts, Done>();

export function corrected(facts: Facts, marks: Record<string, Mark>): Facts {
  const correcting = Object.values(marks).filter((mark) => mark.corrections);
  if (!correcting.length) return facts;
  const known = done.get(facts);
  if (known && known.marks.length === correcting.length && known.marks.every((mark, index) => mark === correcting[index])) return known.facts;
  const names = new Map<string, string>();
  for (const fact of facts.all) if (isEntity(fact)) names.set((marks[fact.key]?.corrections?.Title ?? fact.title).toLowerCase(), fact.id);
  const made = indexed(facts.all.map((fact) => correctedFact(fact, marks[fact.key]?.corrections, names)));
  done.set(facts, { marks: correcting, facts: made });
  return made;
}

function correctedFact(fact: Fact, corrections: Mark['corrections'], names: ReadonlyMap<string, string>): Fact {
  if (!corrections) return fact;
  const fields: Field[] = [];
  const used = new Set(['Title', 'Status', 'Type']);
  const linked = (name: string, value: string, span?: Field['span']): Field => {
    const id = names.get(value.trim().toLowerCase());
    return { name, value: name === 'When' ? timeWords(value.trim()) : value, ...(span && { span }), ...(id && { fact: id }) };
  };
  for (const field of fact.fields) {
    const value = corrections[field.name];
    if (value === undefined) fields.push(field);
    else if (!used.has(field.name)) {
      used.add(field.name); // one correction stands for all fields of that name
      if (value) fields.push(linked(field.name, value, field.span));
    }
  }
  for (const [name, value] of Object.entries(corrections)) if (!used.has(name) && value) fields.push(linked(name, value));
  const type = corrections.Type ?? fact.type;
  const event = fact.kind === 'incident' || fact.kind === 'relation';
  const when = fact.kind === 'time' ? corrections.Value : event ? corrections.When : undefined;
  const killed = /\d[\d,]*/.exec(corrections.Killed ?? '')?.[0];
  const value = fact.kind === 'figure' && corrections.Value ? Number(/\d[\d,.]*/.exec(corrections.Value)?.[0].replace(/,/g, '')) : NaN;
  const retitled = event && corrections.Type !== undefined && fact.title.endsWith(words(fact.type)) ? fact.title.slice(0, -words(fact.type).length) + words(type) : fact.title;
  return {
    ...fact, fields, type, title: corrections.Title ?? retitled,
    kind: corrections.Type === undefined ? fact.kind : event ? (isViolent(type) ? 'incident' : 'relation') : (entityKinds[type] ?? fact.kind),
    ...(corrections.Status && { status: corrections.Status as Status }),
    ...(when !== undefined && { date: dateOf(timeOfWords(when)) }),
    ...(Number.isFinite(value) ? { number: value } : event && killed ? { number: Number(killed.replace(/,/g, '')) } : {}),
  };
}
