// A reader's edits read back from a file that anybody may have written: whatever has not the shape is left out.
import type { Anchor } from '../report/anchors';
import { addedKinds, faultOfAssign, faultsOf, parts, rolesOf, type Edit, type EntityRef, type Holder } from '../report/edits';
import type { Join, Member } from '../state/joins';
import { comparators, entityTypes } from '../report/vocabulary';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isId = (value: unknown): value is string => typeof value === 'string' && /^x[1-9]\d{0,5}$/.test(value);
const isType = (value: unknown): value is string => (entityTypes as readonly unknown[]).includes(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const all = <T>(values: unknown, read: (value: unknown) => T | undefined): T[] => list(values).map(read).filter((value) => value !== undefined);

export function refOf(value: unknown): EntityRef | undefined {
  if (!isObject(value) || !isText(value.name) || !isText(value.type)) return undefined;
  const { name, type, nth, edit } = value;
  return { name, type, ...(Number.isInteger(nth) && (nth as number) > 1 && { nth: nth as number }), ...(isId(edit) && { edit }) };
}

function anchor(value: unknown): Anchor | undefined {
  if (!isObject(value) || !isText(value.words) || typeof value.before !== 'string' || typeof value.after !== 'string' || !Number.isInteger(value.at) || (value.at as number) < 0) return undefined;
  return { words: value.words, before: value.before, after: value.after, at: value.at as number };
}

function holder(value: unknown): Holder | undefined {
  if (!isObject(value) || !isText(value.role)) return undefined;
  const entity = refOf(value.entity);
  if (!entity && !isText(value.text)) return undefined;
  return { role: value.role, ...(entity && { entity }), ...(isText(value.text) && { text: value.text }) };
}

function edit(value: unknown): Edit | undefined {
  if (!isObject(value) || !isId(value.id)) return undefined;
  const { id, name, type } = value;
  const words = anchor(value.words);
  if (value.do === 'merge') {
    const entities = all(value.entities, refOf);
    return entities.length > 1 && isText(name) && isType(type) ? { id, do: 'merge', entities, name, type } : undefined;
  }
  if (value.do === 'split') {
    const from = refOf(value.from);
    const mentions = all(value.mentions, anchor);
    return from && mentions.length && isText(name) && isType(type) ? { id, do: 'split', from, mentions, name, type } : undefined;
  }
  if (value.do === 'add') {
    const kind = addedKinds.find((each) => each === value.kind);
    if (!kind || !words || !isObject(value.values)) return undefined;
    const values = Object.fromEntries(Object.entries(value.values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
    const holders = all(value.holders, holder).filter(({ role }) => role === 'same' || rolesOf[kind].some((each) => each.role === role));
    return Object.keys(faultsOf(kind, values)).length ? undefined : { id, do: 'add', kind, words, values, holders };
  }
  if (value.do === 'assign') {
    const part = parts.find((each) => each === value.part);
    const entity = refOf(value.entity);
    if (!part || !words || !isText(value.event) || faultOfAssign(part, String(value.value ?? '')) || (part === 'place' && !entity)) return undefined;
    const comparator = comparators.find((each) => each && each === value.comparator);
    return { id, do: 'assign', event: value.event, part, words, ...(entity && { entity }), ...(isText(value.value) && { value: value.value }), ...(comparator && { comparator }) };
  }
  return undefined;
}

/** What is said across articles; `ids`: of the articles in the file's order. */
export function joinsOf(value: unknown, ids: readonly (string | undefined)[]): Join[] {
  return all(value, (join): Join | undefined => {
    if (!isObject(join)) return undefined;
    const members = all(join.members, (member): Member | undefined => {
      const entity = isObject(member) ? refOf(member.entity) : undefined;
      const article = isObject(member) ? ids[member.article as number] : undefined;
      return entity && article !== undefined ? { article, entity } : undefined;
    });
    if (join.do === 'same') return members.length > 1 && isText(join.name) ? { id: '', do: 'same', members, name: join.name } : undefined;
    return join.do === 'apart' && members.length ? { id: '', do: 'apart', members } : undefined;
  });
}

/** Of several with one id the first stays. */
export function editsOf(value: unknown): Edit[] {
  const seen = new Set<string>();
  return all(value, edit).filter(({ id }) => !seen.has(id) && seen.add(id));
}
