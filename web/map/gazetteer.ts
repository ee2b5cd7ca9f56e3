// Where a place is, as far as its name and state tell. Names that could mean several places, and names that nobody listed, have
// no point: the map says so instead of guessing.
//
//   find('Bannu', 'PK')  →  { longitude: 70.6, latitude: 32.99, kind: 'town' }
import table from './places.tsv?raw';

export interface Point {
  longitude: number;
  latitude: number;
  kind: 'town' | 'area' | 'country';
  /** The town whose point an area is given; none: its own middle. */
  seat?: string;
  /** Of countries: the number of their outline. */
  number?: string;
}
export type Unplaced = 'unknown' | 'several';

interface Known {
  /** By name, then by state ('' where it belongs to none). */
  rows: Map<string, Map<string, Point>>;
  states: Map<string, Point>;
}
let known: Known | undefined;

/** The key under which two spellings are one: case, marks, hyphens and apostrophes fall away, as in the engine's lexicons. */
function fold(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}|['’ʻʼ`]/gu, '').toLowerCase().replace(/[\s\-‐-―]+/g, ' ').trim();
}

/** Reads the table, a part at a time; done ahead, so that the first look at the map need not wait. */
export function* read(): Generator<void, void> {
  const [rows, states] = [new Map<string, Map<string, Point>>(), new Map<string, Point>()];
  let count = 0;
  for (const line of table.split('\n')) {
    count += 1;
    if (count % 200 === 0) yield;
    if (!line || line.startsWith('#')) continue;
    const [name, state, kind, latitude, longitude, seat, number] = line.split('\t') as [string, string, string, string, string, string, string];
    if (kind !== 'town' && kind !== 'area' && kind !== 'country') continue; // the row that names the columns
    const point: Point = { longitude: Number(longitude), latitude: Number(latitude), kind, ...(seat && { seat }), ...(number && { number }) };
    if (kind === 'country') {
      states.set(state, point);
      continue;
    }
    const key = fold(name);
    let same = rows.get(key);
    if (!same) rows.set(key, (same = new Map()));
    same.set(state, point);
  }
  known = { rows, states };
}

function all(): Known {
  if (!known) for (const part of read()) void part;
  return known!;
}

const generic = /^(?:the |city of |province of |district of |state of )|(?: (?:province|district|region|state|governorate|oblast|county|city|town|village|valley|department|agency|area))$/g;

/** In: a name and an ISO 3166-1 code, if the report gives one. Out: its point, or why it has none. */
export function find(name: string, state: string | undefined): Point | Unplaced {
  const whole = fold(name);
  for (const key of new Set([whole, whole.replace(generic, '').trim()])) {
    const same = all().rows.get(key);
    if (!same) continue;
    const own = state ? (same.get(state) ?? same.get('')) : same.get('');
    if (own) return own;
    if (state) continue;
    if (same.size === 1) return [...same.values()][0]!;
    return 'several';
  }
  return 'unknown';
}

export function findState(code: string): Point | undefined {
  return all().states.get(code);
}
