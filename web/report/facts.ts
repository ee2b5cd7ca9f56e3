// A report flattened into facts of one shape: what every table, highlight, card and writer of the page works on.
//
//   report.events[0]  →  { id: 'v1', kind: 'incident', title: 'Suicide bombing', status: 'happened', spans: [[190, 203], ...],
//                          fields: [{ name: 'Killed', value: '9', span: [240, 259] }, ...] }
import type { Argument, Claim, Entity, Event, Report, Source, Span, Status } from './schema';
import type { Revised } from './revise';
import { amountWords, kinds, quotedWords, statusOf, timeWords, words, type Kind } from './words';

export interface Field {
  name: string;
  value: string;
  span?: Span;
  /** The fact this value is: a click goes there. */
  fact?: string;
  /** People of the state that the fact is, and not the state: "two Chadian rebels". */
  people?: true;
}

export interface Fact {
  id: string;
  /** Stays the same when the text is read again, so that review marks hold. */
  key: string;
  kind: Kind;
  title: string;
  /** The schema's own type: "armed-group", "suicide-bombing", "accuse" ... */
  type: string;
  status?: Status;
  /** Words to highlight, in order. Never empty: facts without words are not shown as facts. */
  spans: Span[];
  /** Where a reader is led first, and only, where the spans say one thing: a claim's content, not its cue. */
  anchor?: Span;
  /** Whole passages the fact rests on. */
  evidence: Span[];
  fields: Field[];
  rule?: string;
  /** For sorting and charts. */
  number?: number;
  date?: string;
  /** All its words stand in boilerplate: share buttons, agency lines, related articles. */
  aside?: boolean;
  /** A reader's edits that made the fact or changed what it joins (report/edits.ts). */
  edits?: readonly string[];
  /** Added by a reader: the machine knows nothing of it. */
  added?: boolean;
}

export interface Facts {
  all: Fact[];
  byId: Map<string, Fact>;
  byKind: Record<Kind, Fact[]>;
}

/** Modes that make an incident of an event whatever its PLOVER type (DESIGN.md, "mode"). */
export const violentModes: ReadonlySet<string> = new Set([
  'bombing', 'suicide-bombing', 'armed-assault', 'assassination', 'hijacking', 'kidnapping', 'arson', 'robbery',
  'airstrike', 'clash', 'raid', 'arrest', 'strike', 'cyberattack', 'other-violence',
]);

export function isIncident(event: Event): boolean {
  return isViolent(event.type) || isViolent(event.mode ?? '');
}

/** Of a type or a mode. */
export function isViolent(word: string): boolean {
  return word === 'assault' || violentModes.has(word);
}

export const entityKinds: Readonly<Record<string, Kind>> = {
  person: 'person', 'group-of-people': 'group', organization: 'group', 'armed-group': 'group',
  country: 'place', place: 'place', facility: 'place', programme: 'programme',
};

/** By kind in the order of the text, and by id. */
export function indexed(facts: readonly Fact[]): Facts {
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, [] as Fact[]])) as Record<Kind, Fact[]>;
  const byId = new Map<string, Fact>();
  for (const fact of facts) {
    byKind[fact.kind].push(fact);
    byId.set(fact.id, fact);
  }
  for (const kind of kinds) byKind[kind].sort((a, b) => a.spans[0]![0] - b.spans[0]![0]);
  return { all: kinds.flatMap((kind) => byKind[kind]), byId, byKind };
}

/** By kind: the unit of a figure may be "person" too. */
export const isEntity = (fact: Fact): boolean => ['person', 'group', 'place', 'programme'].includes(fact.kind);

const cache = new WeakMap<Report, Facts>();

/** In: a report and its text. Out: its facts, in the order of the text within a kind. Linear; remembered per report. */
export function factsOf(report: Report, text: string): Facts {
  let facts = cache.get(report);
  if (!facts) cache.set(report, (facts = new Collector(report, text).collect()));
  return facts;
}

/** The facts of a report with a reader's edits in it; each of the machine's keeps the key that it had without them. */
export function revisedFacts({ report, touched, added }: Revised, text: string, plain: Facts): Facts {
  const facts = new Collector(report, text, (id) => plain.byId.get(id)?.key ?? (touched.has(id) ? `analyst|${touched.get(id)![0]}` : undefined)).collect();
  for (const [id, edits] of touched) {
    const fact = facts.byId.get(id);
    if (!fact) continue;
    fact.edits = edits;
    if (!added.has(id)) continue;
    fact.added = true;
    fact.rule = 'analyst';
  }
  return facts;
}

class Collector {
  private readonly entities = new Map<string, Entity>();
  private readonly times = new Map<string, string>();
  private readonly claims = new Map<string, Claim>();
  private readonly boilerplate: Span[] = [];
  private readonly facts: Fact[] = [];
  private readonly seen = new Map<string, number>();

  constructor(private readonly report: Report, private readonly text: string, private readonly knownKey?: (id: string) => string | undefined) {
    for (const entity of report.entities) this.entities.set(entity.id, entity);
    for (const time of report.times) this.times.set(time.id, time.value);
    for (const claim of report.claims) this.claims.set(claim.id, claim);
    for (const block of report.document.blocks) if (block.kind === 'boilerplate' && block.span) this.boilerplate.push(block.span);
  }

  collect(): Facts {
    this.addEntities();
    this.addTimes();
    this.addFigures();
    for (const event of this.report.events) this.addEvent(event);
    this.addClaims();
    this.addProposals();
    this.addAssessments();
    return indexed(this.facts);
  }

  private words(span: Span | undefined): string {
    return span ? this.text.slice(span[0], span[1]).replace(/\s+/g, ' ').trim() : '';
  }

  private name(id: string | undefined): string {
    return (id && this.entities.get(id)?.name) || '';
  }

  private add(fact: Omit<Fact, 'key'>): void {
    const length = this.text.length;
    const sound = (span: Span) => Array.isArray(span) && span[0] >= 0 && span[0] < span[1] && span[1] <= length;
    fact.spans = fact.spans.filter(sound).sort((a, b) => a[0] - b[0]);
    fact.evidence = fact.evidence.filter(sound);
    if (fact.anchor && !sound(fact.anchor)) delete fact.anchor;
    if (!fact.spans.length) return;
    const key = this.knownKey ? this.knownKey(fact.id) : this.keyOf(fact);
    if (key === undefined) return; // a part of another fact, none of its own
    const aside = fact.spans.every((span) => this.inBoilerplate(span));
    this.facts.push({ ...fact, key, ...(aside && { aside }) });
  }

  private keyOf(fact: Omit<Fact, 'key'>): string {
    const base = `${fact.kind}|${fact.title}|${this.words(fact.spans[0])}`;
    const times = (this.seen.get(base) ?? 0) + 1;
    this.seen.set(base, times);
    return times > 1 ? `${base}|${times}` : base;
  }

  /** Blocks are in order: a binary search finds the one that a span begins in. */
  private inBoilerplate(span: Span): boolean {
    let low = 0;
    let high = this.boilerplate.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.boilerplate[middle]![1] > span[0]) high = middle;
      else low = middle + 1;
    }
    const block = this.boilerplate[low];
    return block !== undefined && block[0] <= span[0];
  }

  private addEntities(): void {
    for (const entity of this.report.entities) {
      const fields: Field[] = [];
      for (const role of entity.roles ?? []) fields.push({ name: 'Role', value: role.title, span: role.span });
      if (entity.affiliation) fields.push({ name: 'Belongs to', value: this.name(entity.affiliation), fact: entity.affiliation });
      if (entity.country) fields.push({ name: 'Country', value: countryName(entity.country) });
      if (entity.sector) fields.push({ name: 'Sector', value: entity.sector });
      const aliases = (entity.aliases ?? []).filter((alias) => alias !== entity.name);
      if (aliases.length) fields.push({ name: 'Also', value: aliases.join(', ') });
      if (entity.ids?.iso3166) fields.push({ name: 'ISO 3166', value: entity.ids.iso3166 });
      if (entity.ids?.wikidata) fields.push({ name: 'Wikidata', value: entity.ids.wikidata });
      this.add({
        id: entity.id, kind: entityKinds[entity.type] ?? 'group', title: entity.name, type: entity.type,
        spans: entity.mentions.map((mention) => mention.span), evidence: [], fields, number: entity.mentions.length,
      });
    }
  }

  private addTimes(): void {
    for (const time of this.report.times) {
      const fields: Field[] = [{ name: 'Value', value: time.value }];
      if (time.mod) fields.push({ name: 'Modifier', value: time.mod.toLowerCase() });
      this.add({
        id: time.id, kind: 'time', title: time.text, type: time.type, spans: [time.span], evidence: [], fields,
        date: dateOf(time.value),
      });
    }
  }

  private addFigures(): void {
    for (const quantity of this.report.quantities) {
      const fields: Field[] = [{ name: 'Value', value: amountWords(quantity) }];
      if (quantity.unit) fields.push({ name: 'Unit', value: quantity.unit });
      if (quantity.of) fields.push({ name: 'Of', value: quantity.of });
      this.add({
        id: quantity.id, kind: 'figure', title: quantity.text, type: quantity.unit ?? '', spans: [quantity.span],
        evidence: [], fields, number: quantity.value,
      });
    }
  }

  private party(argument: Argument): Field {
    // Two Chinese engineers were abducted, not China.
    const people = argument.class === 'group-of-people' && this.entities.get(argument.entity ?? '')?.type === 'country';
    const name = (people && this.words(argument.span)) || this.name(argument.entity) || this.words(argument.span) || argument.text || words(argument.class ?? '');
    const via = this.name(argument.via);
    return {
      name: { actor: 'Actor', recipient: 'Recipient', target: 'Target', instrument: 'With' }[argument.role] ?? words(argument.role),
      value: (via && via !== name ? `${name} (${via})` : name) + (argument.alleged ? ' (alleged)' : ''),
      span: argument.span, fact: argument.entity, ...(people && { people: true as const }),
    };
  }

  private addEvent(event: Event): void {
    const incident = isIncident(event);
    const roles = ['actor', 'recipient', 'target', 'instrument'];
    const order = [...event.arguments].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
    const fields: Field[] = order.map((argument) => this.party(argument));
    const value = event.time ? this.times.get(event.time) : undefined;
    if (value !== undefined) fields.push({ name: 'When', value: timeWords(value), fact: event.time });
    const stated = (event.places?.length ?? 0) - (event.place_inferred ? event.place_inferred.places ?? 1 : 0);
    for (const [nth, place] of (event.places ?? []).entries()) {
      const inferred = nth >= stated;
      fields.push({
        name: 'Where', value: this.name(place) + (inferred ? ' (inferred)' : ''), fact: place,
        ...(inferred ? { span: event.place_inferred!.span } : {}),
      });
    }
    for (const casualty of event.casualties ?? []) {
      const side = casualty.side === 'perpetrator' ? ' (attackers)' : '';
      fields.push({
        name: words(casualty.effect),
        value: amountWords(casualty) + (/\p{L}/u.test(casualty.who ?? '') ? ' ' + casualty.who : '') + side,
        span: casualty.span, fact: casualty.quantity,
      });
    }
    if (event.count) fields.push({ name: 'Count', value: amountWords(event.count), fact: event.count.quantity });
    if (event.stage) fields.push({ name: 'Stage', value: words(event.stage) });
    if (event.topics?.length) fields.push({ name: 'About', value: event.topics.map(words).join(', ') });
    if (event.contexts?.length) fields.push({ name: 'Context', value: event.contexts.map(words).join(', ') });
    if (event.attribution) fields.push({ name: 'According to', value: this.sourceOfClaim(event.attribution), fact: event.attribution });
    const count = event.count ? amountWords(event.count) + ' × ' : '';
    this.add({
      id: event.id, kind: incident ? 'incident' : 'relation',
      title: count + words(event.mode || event.type), type: event.mode || event.type, status: event.status,
      spans: event.trigger ? [event.trigger] : (event.evidence ?? []).slice(0, 1),
      evidence: event.evidence ?? [], fields, rule: event.rule,
      date: value === undefined ? undefined : dateOf(value),
      number: event.casualties?.filter((c) => c.effect === 'killed').reduce((sum, c) => sum + c.value, 0),
    });
  }

  private source(source: Source | undefined): string {
    return source ? this.name(source.entity) || this.words(source.span) || source.text || '' : '';
  }

  private sourceOfClaim(id: string): string {
    const claim = this.claims.get(id);
    return claim ? this.source(claim.source) || 'a source' : '';
  }

  private addClaims(): void {
    for (const claim of this.report.claims) {
      const fields: Field[] = [];
      if (claim.source) fields.push({ name: 'Source', value: this.source(claim.source), span: claim.source.span, fact: claim.source.entity });
      if (claim.cue) fields.push({ name: 'Cue', value: this.words(claim.cue), span: claim.cue });
      if (claim.content) fields.push({ name: 'Content', value: this.words(claim.content), span: claim.content });
      if (claim.quoted) fields.push({ name: 'Form', value: 'Direct quotation' });
      const spans = [claim.content, claim.cue].filter((span): span is Span => !!span);
      this.add({
        id: claim.id, kind: 'claim', title: (claim.quoted ? quotedWords(this.words(claim.content)) : this.words(claim.content)) || this.words(claim.cue), type: claim.type,
        spans, ...(claim.content && { anchor: claim.content }), evidence: claim.evidence ?? [], fields, rule: claim.rule,
      });
    }
  }

  private addProposals(): void {
    for (const proposal of this.report.proposals) {
      const fields: Field[] = [];
      if (proposal.actor) fields.push({ name: 'Who', value: this.source(proposal.actor), span: proposal.actor.span, fact: proposal.actor.entity });
      if (proposal.cue) fields.push({ name: 'Cue', value: this.words(proposal.cue), span: proposal.cue });
      if (proposal.attribution) fields.push({ name: 'Said by', value: this.sourceOfClaim(proposal.attribution), fact: proposal.attribution });
      const span = proposal.span ?? proposal.cue;
      this.add({
        id: proposal.id, kind: 'proposal', title: this.words(span), type: 'proposal', status: 'proposed',
        spans: span ? [span] : [], evidence: proposal.evidence ?? [], fields, rule: proposal.rule,
      });
    }
  }

  private addAssessments(): void {
    for (const assessment of this.report.assessments) {
      const fields: Field[] = [];
      if (assessment.of) fields.push({ name: 'For', value: this.words(assessment.of), span: assessment.of });
      this.add({
        id: assessment.id, kind: 'assessment', title: this.words(assessment.span), type: assessment.polarity,
        spans: assessment.span ? [assessment.span] : [], evidence: assessment.evidence ?? [], fields, rule: assessment.rule,
      });
    }
  }
}

/** What a field says, or '' where the fact has no such field; several are joined. */
export function fieldOf(fact: Fact, name: string): string {
  let all = '';
  for (const field of fact.fields) if (field.name === name && field.value) all += (all ? ', ' : '') + field.value;
  return all;
}

/** Fields of one name together, in the order of their first: "Where" with three places. */
export function groupedFields(fact: Fact): { name: string; fields: Field[] }[] {
  const groups = new Map<string, Field[]>();
  for (const field of fact.fields) {
    if (!field.value) continue;
    const group = groups.get(field.name);
    if (!group) groups.set(field.name, [field]);
    else if (!group.some((each) => each.value === field.value)) group.push(field);
  }
  return [...groups].map(([name, fields]) => ({ name, fields }));
}

/** "2025-03", sortable; undefined where a TIMEX3 value names no date. */
export function dateOf(value: string): string | undefined {
  return /^\d{4}(-\d{2}(-\d{2})?|-W\d{2})?/.exec(value)?.[0];
}

let regions: Intl.DisplayNames | undefined;
export function countryName(code: string): string {
  try {
    regions ??= new Intl.DisplayNames('en', { type: 'region' });
    return regions.of(code) ?? code;
  } catch {
    return code;
  }
}

/** One line for lists and cards: "Suicide bombing: Tehreek-e-Taliban Pakistan → Police, Bannu". */
export function lineOf(fact: Fact): string {
  if (fact.kind === 'incident' || fact.kind === 'relation') {
    const actor = fieldOf(fact, 'Actor');
    const other = fieldOf(fact, 'Recipient') || fieldOf(fact, 'Target');
    const where = fieldOf(fact, 'Where');
    if (fact.kind === 'relation' && actor && !other) return [`${actor}: ${fact.title.toLowerCase()}`, where].filter(Boolean).join(', ');
    const parties = other ? `${actor ? `: ${actor}` : ''} → ${other}` : actor ? `: ${actor}` : '';
    return fact.title + parties + (where ? `${parties ? ', ' : ': '}${where}` : '');
  }
  if (fact.kind === 'claim') {
    const source = fieldOf(fact, 'Source');
    return source ? `${source}: ${fact.title}` : fact.title;
  }
  if (fact.kind === 'time') return `${fact.title} = ${timeWords(fieldOf(fact, 'Value'))}`;
  return fact.title;
}

export function describeStatus(fact: Fact): string {
  return fact.status ? `${statusOf(fact.status).word}: ${statusOf(fact.status).means}` : '';
}
