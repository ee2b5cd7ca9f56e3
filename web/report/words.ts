// The schema's values in words for people. A value that is not listed is shown as it is, hyphens as blanks, so that
// a newer engine never breaks the page.
import type { Amount, Status } from './schema';

export const kinds = [
  'incident', 'relation', 'claim', 'proposal', 'assessment',
  'person', 'group', 'place', 'programme', 'time', 'figure',
] as const;
export type Kind = (typeof kinds)[number];

interface KindWords {
  one: string;
  many: string;
  /** What an empty table says: what such a fact looks like in a text. */
  teach: string;
}

export const kindWords: Record<Kind, KindWords> = {
  incident: { one: 'Incident', many: 'Incidents', teach: 'Attacks, arrests, raids and the like: “gunmen killed two guards”.' },
  relation: { one: 'Relation', many: 'Relations', teach: 'What one actor does to or with another: “A accused B”, “A and B agreed”.' },
  claim: { one: 'Claim', many: 'Claims', teach: 'Who says what: “police said …”, “according to the ministry …”.' },
  proposal: { one: 'Proposal', many: 'Proposals', teach: 'What somebody should or must do: “the state should …”.' },
  assessment: { one: 'Assessment', many: 'Assessments', teach: 'What the text calls an obstacle, an enabler, a risk or a benefit.' },
  person: { one: 'Person', many: 'People', teach: 'People by name, with their office where the text gives it.' },
  group: { one: 'Group', many: 'Groups', teach: 'States’ bodies, firms, parties, media, international bodies and armed groups.' },
  place: { one: 'Place', many: 'Places', teach: 'Countries, provinces, cities, bases and checkpoints by name.' },
  programme: { one: 'Programme', many: 'Programmes', teach: 'Named laws, plans, operations, treaties and exercises.' },
  time: { one: 'Time', many: 'Times', teach: 'Dates, hours and durations: “on 3 March”, “last week”, “for two years”.' },
  figure: { one: 'Figure', many: 'Figures', teach: 'Counts, money and shares: “at least 21 others”, “61 per cent”.' },
};

interface StatusWords {
  word: string;
  /** One sign per status, so that colour is never the only difference. */
  sign: string;
  means: string;
  /** done: it took place; called: wanted, planned, feared; not: denied or failed. */
  family: 'done' | 'called' | 'not' | 'general';
}

export const statusWords: Record<Status, StatusWords> = {
  happened: { word: 'Happened', sign: '●', means: 'stated as done', family: 'done' },
  ongoing: { word: 'Ongoing', sign: '◐', means: 'stated as going on', family: 'done' },
  planned: { word: 'Planned', sign: '◇', means: 'planned or announced, not done yet', family: 'called' },
  proposed: { word: 'Proposed', sign: '○', means: 'called for, not done', family: 'called' },
  possible: { word: 'Possible', sign: '?', means: 'feared, expected or hypothetical', family: 'called' },
  denied: { word: 'Denied', sign: '⊘', means: 'said not to be so', family: 'not' },
  failed: { word: 'Failed', sign: '✕', means: 'tried without success', family: 'not' },
  general: { word: 'General', sign: '≈', means: 'true in general, no single event', family: 'general' },
};

export function statusOf(status: string): StatusWords {
  return statusWords[status as Status] ?? { word: words(status), sign: '·', means: '', family: 'general' };
}

/** "armed-group" gives "Armed group". */
export function words(value: string): string {
  const plain = value.replace(/[-_]/g, ' ').trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

const verbs: Record<string, string> = {
  agree: 'agrees with', consult: 'meets', support: 'supports', concede: 'yields to', cooperate: 'works with', aid: 'aids', retreat: 'withdraws from',
  request: 'asks', accuse: 'accuses', reject: 'rejects', threaten: 'threatens', protest: 'protests against', sanction: 'sanctions',
  mobilize: 'mobilizes against', coerce: 'coerces', assault: 'attacks', bombing: 'bombs', 'suicide-bombing': 'bombs', 'armed-assault': 'attacks',
  assassination: 'assassinates', kidnapping: 'kidnaps', hijacking: 'hijacks', arson: 'sets fire to', robbery: 'robs', airstrike: 'strikes from the air',
  clash: 'clashes with', raid: 'raids', arrest: 'arrests', strike: 'strikes', cyberattack: 'attacks', 'other-violence': 'attacks',
};

/** An event's type as a verb between two names. */
export function verbOf(type: string): string {
  return verbs[type] ?? words(type).toLowerCase();
}

const numberFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });
const comparatorWords: Record<string, string> = { '>': 'more than ', '>=': 'at least ', '<': 'less than ', '<=': 'up to ', '~': 'about ' };

export function amountWords(amount: Amount, unit = ''): string {
  let number = numberFormat.format(amount.value);
  if (amount.max !== undefined) number += '–' + numberFormat.format(amount.max);
  const lead = comparatorWords[amount.comparator ?? ''] ?? '';
  if (!unit) return lead + number;
  return lead + (unit === '%' ? number + ' %' : number + ' ' + unit);
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const seasons: Record<string, string> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' };
const ordinals = ['first', 'second', 'third', 'fourth'];
const units: Record<string, string> = { Y: 'year', Q: 'quarter', M: 'month', W: 'week', D: 'day', DE: 'decade', CE: 'century', WE: 'weekend', TH: 'hour', TM: 'minute', TS: 'second' };

/** A TIMEX3 value for reading: "2025-03-03" gives "3 March 2025"; what has no plain form stays as it is. */
export function timeWords(value: string): string {
  const day = /^(\d{4}|XXXX)-(\d{2})-(\d{2})(T.*)?$/.exec(value);
  if (day) {
    const month = months[Number(day[2]) - 1];
    if (month) return `${Number(day[3])} ${month}${day[1] === 'XXXX' ? '' : ' ' + day[1]}${day[4] ? ', ' + clock(day[4]) : ''}`;
  }
  const weekday = /^XXXX-WXX-([1-7])(T.*)?$/.exec(value);
  if (weekday) return weekdays[Number(weekday[1]) - 1]! + (weekday[2] ? ', ' + clock(weekday[2]) : '');
  if (value === 'XXXX-WXX-WE') return 'a weekend';
  const hour = /^XXXX-XX-XX(T.+)$/.exec(value);
  if (hour) return clock(hour[1]!);
  const month = /^(\d{4}|XXXX)-(\d{2})$/.exec(value);
  if (month && months[Number(month[2]) - 1]) return `${months[Number(month[2]) - 1]}${month[1] === 'XXXX' ? '' : ' ' + month[1]}`;
  const part = /^(\d{4}|XXXX)-(?:(SP|SU|FA|WI)|(Q|H)([1-4]))$/.exec(value);
  if (part) {
    const year = part[1] === 'XXXX' ? '' : ' ' + part[1];
    return part[2] ? seasons[part[2]]! + year : `${ordinals[Number(part[4]) - 1]} ${part[3] === 'Q' ? 'quarter' : 'half'}${year && ' of' + year}`;
  }
  const week = /^(\d{4})-W(\d{2})(-WE)?$/.exec(value);
  if (week) return `${week[3] ? 'weekend of ' : ''}week ${Number(week[2])} of ${week[1]}`;
  const decade = /^(\d{3})X?$/.exec(value);
  if (decade) return `${decade[1]}0s`;
  const length = /^P(T?)(\d+(?:\.\d+)?|X)([A-Z]{1,2})$/.exec(value);
  const unit = length && units[length[1]! + length[3]!];
  if (unit) return length[2] === 'X' ? `some ${many(unit)}` : plural(Number(length[2]), unit, many(unit));
  if (value === 'PRESENT_REF') return 'now';
  if (value === 'PAST_REF') return 'in the past';
  if (value === 'FUTURE_REF') return 'in the future';
  return value;
}

const many = (unit: string) => unit.replace(/([^aeiou])y$/, '$1ie') + 's';

/** What timeWords() says of a date, back to its value: "3 March 2025" gives "2025-03-03". What it cannot read stays as it is. */
export function timeOfWords(said: string): string {
  const plain = said.trim();
  const day = /^(?:(\d{1,2}) )?([A-Z][a-z]+) (\d{4})$/.exec(plain);
  const month = day ? months.indexOf(day[2]!) + 1 : 0;
  if (month) return [day![3], String(month).padStart(2, '0'), day![1]?.padStart(2, '0')].filter(Boolean).join('-');
  const season = /^(spring|summer|autumn|winter) (\d{4})$/i.exec(plain);
  if (season) return `${season[2]}-${Object.keys(seasons).find((key) => seasons[key] === season[1]!.toLowerCase())}`;
  const part = /^(first|second|third|fourth) (quarter|half) of (\d{4})$/i.exec(plain);
  if (part) return `${part[3]}-${part[2]!.charAt(0).toUpperCase()}${ordinals.indexOf(part[1]!.toLowerCase()) + 1}`;
  const week = /^(weekend of )?week (\d{1,2}) of (\d{4})$/i.exec(plain);
  if (week) return `${week[3]}-W${week[2]!.padStart(2, '0')}${week[1] ? '-WE' : ''}`;
  return plain;
}

function clock(part: string): string {
  const names: Record<string, string> = { TMO: 'morning', TAF: 'afternoon', TEV: 'evening', TNI: 'night', TDT: 'daytime' };
  return names[part] ?? part.slice(1);
}

/** A quotation without what stands between its parts: "It is new,” he said. “It works" gives "It is new, … It works". */
export function quotedWords(content: string): string {
  let said = '';
  let depth = 1;
  for (const char of content) {
    const closes = char === '”' || char === '»' || (char === '"' && depth > 0);
    const opens = char === '“' || char === '«' || (char === '"' && depth === 0);
    if (closes) depth = Math.max(0, depth - 1);
    if (opens) depth += 1;
    if (closes && depth === 0) said += ' … ';
    else if (depth > 0 && !(opens && depth === 1)) said += char;
  }
  return depth > 0 ? said.replace(/\s+/g, ' ') : content;
}

export function plural(count: number, one: string, many = one + 's'): string {
  return `${numberFormat.format(count)} ${count === 1 ? one : many}`;
}
