// The places of the scope, each with the events that happened, are wanted or are denied there. One place for one name in one
// state, however many articles name it.
import { countryName } from '../report/facts';
import { statusOf } from '../report/words';
import { membersOf, scoped, standing, type Located } from '../facts/scope';
import type { Entity } from '../report/schema';
import { revisedReport } from '../state/articles';
import { find, findState, type Point, type Unplaced } from './gazetteer';

export interface Place {
  key: string;
  name: string;
  /** Its state in words; empty for states themselves and where the report gives none. */
  state: string;
  /** The facts that name it, one an article. */
  rows: Located[];
  events: Located[];
  /** Events by family of status. */
  done: number;
  called: number;
  not: number;
  mentions: number;
  point: Point | undefined;
  why: Unplaced | undefined;
}

function entitiesOf(rows: readonly Located[]): Map<string, Entity> {
  const known = new Map<string, Entity>();
  for (const article of new Set(rows.map((row) => row.article)))
    for (const entity of revisedReport(article)?.entities ?? []) known.set(`${article.id} ${entity.id}`, entity);
  return known;
}

/** In the order of how much happens there, then of how often they are named. */
export function placesOfScope(): Place[] {
  const rows = standing(scoped.value.place);
  const entities = entitiesOf(rows);
  const places = new Map<string, Place>();
  const byFact = new Map<string, Place>();
  for (const row of rows) {
    const entity = entities.get(`${row.article.id} ${row.fact.id}`);
    const code = entity?.country ?? entity?.ids?.iso3166;
    const isState = row.fact.type === 'country';
    const key = isState && code ? code : `${row.fact.title.toLowerCase()}|${code ?? ''}`;
    let place = places.get(key);
    if (!place) {
      const found = (isState && code && findState(code)) || find(row.fact.title, code);
      place = {
        key, name: row.fact.title, state: code && !isState ? countryName(code) : '', rows: [], events: [], done: 0, called: 0, not: 0, mentions: 0,
        point: typeof found === 'string' ? undefined : found, why: typeof found === 'string' ? found : undefined,
      };
      places.set(key, place);
    }
    place.rows.push(row);
    place.mentions += row.fact.number ?? row.fact.spans.length;
    for (const { article, fact } of membersOf([row])) byFact.set(`${article.id} ${fact.id}`, place);
  }
  for (const event of standing([...scoped.value.incident, ...scoped.value.relation])) {
    const at = new Set(event.fact.fields.filter((field) => field.name === 'Where' && field.fact).map((field) => byFact.get(`${event.article.id} ${field.fact}`)));
    for (const place of at) {
      if (!place) continue;
      place.events.push(event);
      const { family } = statusOf(event.fact.status ?? 'general');
      if (family !== 'general') place[family] += 1;
    }
  }
  return [...places.values()].sort((a, b) => b.events.length - a.events.length || b.mentions - a.mentions);
}

/** The look of a place: by the strongest of what is said to happen there. */
export function familyOf(place: Place): 'done' | 'called' | 'not' | 'general' | 'bare' {
  if (place.done) return 'done';
  if (place.called) return 'called';
  if (place.not) return 'not';
  return place.events.length ? 'general' : 'bare';
}
