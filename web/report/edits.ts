// What a reader changes about an article's facts beyond marks on single ones: entities made one or two, facts added, words
// given a part in an event. Kept apart from the machine's report, in order; revise.ts puts them on top of it.
import { type Anchor } from './anchors';
import { argumentRoles, claimTypes, comparators, effects, entityTypes, eventTypes, modes, polarities, statuses, timeTypes, timeValue } from './vocabulary';

/** An entity by what it is called, so that a new reading finds it again; one that an edit made, by that edit. */
export interface EntityRef {
  name: string;
  type: string;
  /** Which of several with that name and type; the first where left out. */
  nth?: number;
  edit?: string;
}

export interface Merge {
  id: string;
  do: 'merge';
  entities: EntityRef[];
  name: string;
  type: string;
}
export interface Split {
  id: string;
  do: 'split';
  from: EntityRef;
  mentions: Anchor[];
  name: string;
  type: string;
}

export const addedKinds = ['entity', 'time', 'quantity', 'event', 'claim', 'proposal', 'assessment'] as const;
export type AddedKind = (typeof addedKinds)[number];

/** Who holds a role: an entity of the article, or words where there is none. */
export interface Holder {
  role: string;
  entity?: EntityRef;
  text?: string;
}
export interface Add {
  id: string;
  do: 'add';
  kind: AddedKind;
  words: Anchor;
  /** Fields by name, as the form asks for them: type, name, value, unit, status ... */
  values: Record<string, string>;
  holders: Holder[];
}

export const parts = [...argumentRoles, 'place', 'time', ...effects] as const;
export type Part = (typeof parts)[number];

export interface Assign {
  id: string;
  do: 'assign';
  /** The event's key, which outlives a new reading; of an added one "analyst|" and its edit. */
  event: string;
  part: Part;
  words: Anchor;
  entity?: EntityRef;
  /** Of a time or a casualty figure. */
  value?: string;
  comparator?: string;
}

export type Edit = Merge | Split | Add | Assign;

export function nextEditId(edits: readonly Edit[]): string {
  return `x${1 + edits.reduce((most, { id }) => Math.max(most, Number(id.slice(1))), 0)}`;
}

/** What a kind asks for: field → its word list, or a test of what is typed. Needed fields come first. */
interface Ask {
  name: string;
  label: string;
  needed?: boolean;
  from?: readonly string[];
  good?(value: string): boolean;
  hint?: string;
}
const number = (value: string) => /^\d+(\.\d+)?$/.test(value) && Number.isFinite(Number(value));
const figure: Pick<Ask, 'good' | 'hint'> = { good: number, hint: 'Digits only: 1200, 3.5' };
const moment: Pick<Ask, 'good' | 'hint'> = { good: (value) => timeValue.test(value), hint: 'ISO 8601: 2025-03-12, 2025-03, 2025-W11, 2025-03-12T14:30, P2Y' };

export const asks: Record<AddedKind, readonly Ask[]> = {
  entity: [{ name: 'name', label: 'Name', needed: true }, { name: 'type', label: 'Type', needed: true, from: entityTypes }],
  time: [{ name: 'value', label: 'Value', needed: true, ...moment }, { name: 'type', label: 'Type', needed: true, from: timeTypes }],
  quantity: [
    { name: 'value', label: 'Value', needed: true, ...figure }, { name: 'comparator', label: 'Bound', from: comparators },
    { name: 'max', label: 'Up to', ...figure }, { name: 'unit', label: 'Unit' }, { name: 'of', label: 'Of what' },
  ],
  event: [
    { name: 'type', label: 'What', needed: true, from: [...modes, ...eventTypes] }, { name: 'status', label: 'Status', needed: true, from: statuses },
    { name: 'time', label: 'When', ...moment }, { name: 'killed', label: 'Killed', ...figure }, { name: 'injured', label: 'Injured', ...figure },
  ],
  claim: [{ name: 'type', label: 'How', needed: true, from: claimTypes }],
  proposal: [],
  assessment: [{ name: 'polarity', label: 'Is called', needed: true, from: polarities }],
};

/** Roles that a kind offers, with their names for people. */
export const rolesOf: Record<AddedKind, readonly { role: string; label: string }[]> = {
  entity: [], time: [], quantity: [], assessment: [],
  event: [{ role: 'actor', label: 'Actor' }, { role: 'recipient', label: 'Recipient' }, { role: 'target', label: 'Target' }, { role: 'instrument', label: 'With' }, { role: 'place', label: 'Where' }],
  claim: [{ role: 'source', label: 'Source' }],
  proposal: [{ role: 'actor', label: 'Who should' }],
};

/** Field → what is wrong with it. Nothing wrong: an empty object. */
export function faultsOf(kind: AddedKind, values: Record<string, string>): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const ask of asks[kind]) {
    const value = values[ask.name]?.trim() ?? '';
    if (!value) {
      if (ask.needed) faults[ask.name] = `${ask.label} is needed.`;
    } else if (ask.from && !ask.from.includes(value)) faults[ask.name] = `${ask.label} is not on the list.`;
    else if (ask.good && !ask.good(value)) faults[ask.name] = ask.hint ?? '';
  }
  if (kind === 'quantity' && !faults.max && values.max && Number(values.max) <= Number(values.value)) faults.max = 'More than the value, or empty.';
  return faults;
}

export function faultOfAssign(part: Part, value: string): string {
  if (part === 'time') return timeValue.test(value.trim()) ? '' : moment.hint!;
  if ((effects as readonly string[]).includes(part)) return number(value.trim()) ? '' : figure.hint!;
  return '';
}
