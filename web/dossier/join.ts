// Several articles laid over each other: which of their entities are one, and which of their incidents are likely the same.
// Nothing is melted down: a joined entity is the list of those it stands for, an incident told twice is two facts side by side.
//
//   castOf(desk)                       one entry per entity of the whole desk
//   sharedIncidents(desk, cast)        incidents of one day, place and kind that several articles tell, with their figures compared
import { fieldOf, isEntity, type Fact } from '../report/facts';

export interface Told {
  article: string;
  fact: Fact;
}

/** One article as the joining sees it. */
export interface Desk {
  id: string;
  /** Who published it; what one publisher says twice is said once. */
  source: string;
  text: string;
  facts: readonly Fact[];
}

export interface Entry {
  id: string;
  name: string;
  /** The most mentioned first. */
  members: Told[];
}

/** What a reader said: these are one (and called so), this one stands alone. Members as memberKey() writes them. */
export interface Said {
  same: readonly { members: readonly string[]; name: string }[];
  apart: ReadonlySet<string>;
}

export interface Cast {
  entries: Entry[];
  of: Map<string, Entry>;
}

export const memberKey = (article: string, fact: string): string => `${article} ${fact}`;

class Sets {
  private readonly up: number[];
  constructor(size: number) {
    this.up = Array.from({ length: size }, (_, index) => index);
  }
  find(index: number): number {
    let at = index;
    while (this.up[at] !== at) at = this.up[at] = this.up[this.up[at]!]!;
    return at;
  }
  /** The earlier one stays first, so that the same desk gives the same sets. */
  join(a: number, b: number): number {
    const [first, second] = [this.find(a), this.find(b)].sort((x, y) => x - y) as [number, number];
    this.up[second] = first;
    return first;
  }
}

const plain = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase();

/** What an entity is known by beyond its article: ids; its type and name. A surname alone says too little, and so does a common noun. */
function keysOf(fact: Fact): string[] {
  const keys: string[] = [];
  const wikidata = fieldOf(fact, 'Wikidata');
  const country = fieldOf(fact, 'ISO 3166');
  if (wikidata) keys.push(`wikidata ${wikidata}`);
  if (country) keys.push(`iso ${country}`);
  const name = plain(fact.title);
  const proper = /\p{Lu}/u.test(fact.title) && (fact.type !== 'person' || name.includes(' '));
  if (name && proper) keys.push(`${fact.type} ${name}`);
  if (fact.kind === 'group')
    for (const alias of fieldOf(fact, 'Also').split(', ')) if (/^[A-Z][A-Z0-9&-]{2,}$/.test(alias)) keys.push(`${fact.type} ${plain(alias)}`);
  return keys;
}

const identity = (fact: Fact) => ({ wikidata: fieldOf(fact, 'Wikidata'), country: fieldOf(fact, 'ISO 3166') });

/** Time grows with the number of entities. */
export function castOf(desk: readonly Desk[], said: Said = { same: [], apart: new Set() }): Cast {
  const all: Told[] = desk.flatMap(({ id, facts }) => facts.filter(isEntity).map((fact) => ({ article: id, fact })));
  const places = new Map(all.map(({ article, fact }, index) => [memberKey(article, fact.id), index]));
  const sets = new Sets(all.length);
  const known = all.map(({ fact }) => identity(fact)); // of a set, at its first member
  const join = (a: number, b: number, asked = false) => {
    const [left, right] = [sets.find(a), sets.find(b)];
    if (left === right) return;
    const [x, y] = [known[left]!, known[right]!];
    const clash = (x.wikidata && y.wikidata && x.wikidata !== y.wikidata) || (x.country && y.country && x.country !== y.country);
    if (clash && !asked) return; // one name, two ids: two entities
    known[sets.join(left, right)] = { wikidata: x.wikidata || y.wikidata, country: x.country || y.country };
  };
  const byKey = new Map<string, number>();
  all.forEach(({ article, fact }, index) => {
    if (said.apart.has(memberKey(article, fact.id))) return;
    for (const key of keysOf(fact)) {
      const other = byKey.get(key);
      if (other === undefined) byKey.set(key, index);
      // Within an article the engine and the reader have the word; a second of that name is another.
      else if (all[other]!.article !== article) join(index, other);
    }
  });
  const names = new Map<number, string>();
  for (const { members, name } of said.same) {
    const found = members.map((member) => places.get(member)).filter((index) => index !== undefined);
    for (const index of found) join(found[0]!, index, true);
    if (found.length > 1) names.set(found[0]!, name);
  }
  const entries = new Map<number, Entry>();
  const of = new Map<string, Entry>();
  all.forEach((told, index) => {
    const set = sets.find(index);
    let entry = entries.get(set);
    if (!entry) entries.set(set, (entry = { id: memberKey(all[set]!.article, all[set]!.fact.id), name: '', members: [] }));
    entry.members.push(told);
    of.set(memberKey(told.article, told.fact.id), entry);
  });
  for (const entry of entries.values()) {
    entry.members.sort((a, b) => b.fact.spans.length - a.fact.spans.length);
    entry.name = entry.members[0]!.fact.title;
  }
  for (const [index, name] of names) entries.get(sets.find(index))!.name = name;
  return { entries: [...entries.values()], of };
}

export type Agreement = 'agree' | 'differ' | 'one source';

export interface Comparison {
  /** "Killed", "Injured" ... */
  name: string;
  agreement: Agreement;
  /** Who gives a figure, in its own words. */
  figures: { told: Told; words: string }[];
  /** How many sources that do not copy each other agree. */
  sources: number;
}

export interface Shared {
  id: string;
  day: string;
  place: string;
  /** In the order of the articles. */
  told: Told[];
  tolls: Comparison[];
  /** One says it happened, another denies it. */
  disputed: boolean;
  /** Articles that tell it in the same words. */
  echoes: string[];
}

const tollNames = ['Killed', 'Injured', 'Abducted', 'Arrested', 'Missing', 'Displaced'];
const alike: Record<string, string> = { 'suicide-bombing': 'bombing', 'armed-assault': 'attack', assault: 'attack', 'other-violence': 'attack' };

/** How far a figure in words reaches: "at least 21 others" from 21 on. */
export function reachOfFigure(words: string): [number, number] | undefined {
  const found = /(\d[\d,]*(?:\.\d+)?)(?:–(\d[\d,]*(?:\.\d+)?))?/.exec(words);
  if (!found) return undefined;
  const from = Number(found[1]!.replace(/,/g, ''));
  const to = found[2] ? Number(found[2].replace(/,/g, '')) : from;
  if (/^at least/.test(words)) return [from, Infinity];
  if (/^more than/.test(words)) return [from + 1, Infinity];
  if (/^up to/.test(words)) return [0, to];
  if (/^less than/.test(words)) return [0, to - 1];
  if (/^about/.test(words)) return [from * 0.8, to * 1.2];
  return [from, to];
}

/** Incidents that more than one article tells: one day, one place, one kind of deed. Time grows with the number of incidents. */
export function sharedIncidents(desk: readonly Desk[], cast: Cast): Shared[] {
  const all: Told[] = desk.flatMap(({ id, facts }) => facts.filter((fact) => fact.kind === 'incident' && isOne(fact)).map((fact) => ({ article: id, fact })));
  const sets = new Sets(all.length);
  const byKey = new Map<string, number>();
  const where = all.map(({ article, fact }) => fact.fields.filter((field) => field.name === 'Where' && field.value).map((field) => (field.fact && cast.of.get(memberKey(article, field.fact))) || { id: plain(field.value), name: field.value }));
  all.forEach(({ fact }, index) => {
    for (const { id } of where[index]!) {
      const key = `${fact.date} ${id} ${alike[fact.type] ?? fact.type}`;
      const other = byKey.get(key);
      if (other === undefined) byKey.set(key, index);
      else sets.join(index, other);
    }
  });
  const groups = new Map<number, number[]>();
  all.forEach((_, index) => {
    const set = sets.find(index);
    const group = groups.get(set);
    if (group) group.push(index);
    else groups.set(set, [index]);
  });
  const byId = new Map(desk.map((one) => [one.id, one]));
  const shared: Shared[] = [];
  for (const group of groups.values()) {
    const told = group.map((index) => all[index]!);
    if (new Set(told.map(({ article }) => article)).size < 2) continue;
    const first = told[0]!;
    const sources = sourcesOf(told, byId);
    shared.push({
      id: memberKey(first.article, first.fact.id), day: first.fact.date!, place: where[group[0]!]![0]!.name, told,
      tolls: tollNames.map((name) => compare(name, told, sources.of)).filter((each) => each !== undefined),
      disputed: new Set(told.map(({ fact }) => (fact.status === 'denied' || fact.status === 'failed' ? 'not' : 'done'))).size > 1,
      echoes: sources.echoes,
    });
  }
  return shared.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

/** An incident on a known day that took place or is denied: no total, no plan. */
function isOne(fact: Fact): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(fact.date ?? '') && !fieldOf(fact, 'Count') && ['happened', 'ongoing', 'denied', 'failed'].includes(fact.status ?? '');
}

/** Articles of one publisher, or in the same words, are one source. */
function sourcesOf(told: readonly Told[], byId: ReadonlyMap<string, Desk>): { of: Map<string, string>; echoes: string[] } {
  const of = new Map<string, string>();
  const byWords = new Map<string, string>();
  const echoes = new Set<string>();
  for (const { article, fact } of told) {
    const desk = byId.get(article)!;
    const own = plain(desk.source) || `article ${article}`;
    if (!of.has(article)) of.set(article, own);
    const span = fact.evidence[0] ?? fact.spans[0]!;
    const words = plain(desk.text.slice(span[0], span[1]));
    const other = byWords.get(words);
    if (other === undefined) byWords.set(words, article);
    else if (other !== article && words.split(' ').length > 5) {
      of.set(article, of.get(other)!);
      echoes.add(other).add(article);
    }
  }
  return { of, echoes: [...echoes] };
}

function compare(name: string, told: readonly Told[], sources: ReadonlyMap<string, string>): Comparison | undefined {
  // One account may give its toll in parts ("4 police", "2 guards"): it is their sum that is compared.
  const figures = told.flatMap((each) => {
    const parts = each.fact.fields.filter((field) => field.name === name && field.value && !/\(attackers\)$/.test(field.value)).map((field) => field.value);
    return parts.length ? [{ told: each, words: parts.join(' + '), parts }] : [];
  });
  if (!figures.length) return undefined;
  const reaches = figures.map(({ parts }) => parts.map(reachOfFigure).filter((reach) => reach !== undefined).reduce((sum, [from, to]) => [sum[0]! + from, sum[1]! + to], [0, 0]));
  const fit = Math.max(...reaches.map(([from]) => from!)) <= Math.min(...reaches.map(([, to]) => to!));
  const count = new Set(figures.map((figure) => sources.get(figure.told.article))).size;
  return { name, figures, sources: count, agreement: !fit ? 'differ' : count > 1 ? 'agree' : 'one source' };
}
