// A reader's edits put on top of the machine's report: one entity made of two, two made of one, facts added, words given a part
// in an event. The report itself stays as it is; what comes out is another of the same schema, and which of its facts are whose.
import { findAnchor } from './anchors';
import { parts, type Add, type Assign, type Edit, type EntityRef, type Holder, type Merge, type Split } from './edits';
import { argumentRoles, eventOf } from './vocabulary';
import type { Argument, Casualty, Comparator, Entity, Event, Report, Source, Span } from './schema';

export interface Revised {
  report: Report;
  /** Fact id → the edits that made it or had a hand in it, in order. */
  touched: Map<string, string[]>;
  /** Ids of facts that only the reader's edits know. */
  added: Set<string>;
  /** Edits that found nothing to work on: their words or entities are gone from the text. */
  idle: string[];
  /** Merge → the ids that it made one, the one that stays first. */
  members: Map<string, string[]>;
  /** The entity that an edit's name for it means now. */
  find(ref: EntityRef): string | undefined;
}

/** Ids of what edits make lie far above the machine's: "e1000003" is the entity of edit x3. */
const above = 1_000_000;

export function idOfEdit(letter: string, edit: string): string {
  return `${letter}${above + Number(edit.slice(1))}`;
}

/** Time grows with the report and the edits together, not with their product, but for splits: each looks at every fact. */
export function revise(report: Report, text: string, edits: readonly Edit[], keyOf: (id: string) => string | undefined): Revised {
  return new Reviser(report, text, keyOf).run(edits);
}

const within = (inner: Span | undefined, outer: Span) => !!inner && inner[0] < outer[1] && outer[0] < inner[1];

class Reviser {
  private readonly entities: Map<string, Entity>;
  /** Where an entity went that was merged into another. */
  private readonly into = new Map<string, string>();
  private readonly named = new Map<string, string[]>();
  private readonly byKey = new Map<string, Event>();
  private readonly out: Report;
  private readonly touched = new Map<string, string[]>();
  private readonly added = new Set<string>();
  private readonly idle: string[] = [];
  private readonly members = new Map<string, string[]>();

  constructor(report: Report, private readonly text: string, keyOf: (id: string) => string | undefined) {
    this.out = {
      ...report,
      times: [...report.times],
      quantities: [...report.quantities],
      events: report.events.map((event) => ({ ...event, arguments: event.arguments.map((each) => ({ ...each })), ...(event.places && { places: [...event.places] }) })),
      claims: report.claims.map((claim) => ({ ...claim, ...(claim.source && { source: { ...claim.source } }) })),
      proposals: report.proposals.map((proposal) => ({ ...proposal, ...(proposal.actor && { actor: { ...proposal.actor } }) })),
      assessments: [...report.assessments],
    };
    this.entities = new Map(report.entities.map((entity) => [entity.id, entity]));
    for (const { id, name, type } of report.entities) {
      const same = this.named.get(`${type}|${name}`);
      if (same) same.push(id);
      else this.named.set(`${type}|${name}`, [id]);
    }
    for (const event of this.out.events) {
      const key = keyOf(event.id);
      if (key !== undefined) this.byKey.set(key, event);
    }
  }

  run(edits: readonly Edit[]): Revised {
    for (const edit of edits) {
      const worked =
        edit.do === 'merge' ? this.merge(edit)
        : edit.do === 'split' ? this.split(edit)
        : edit.do === 'add' ? this.add(edit)
        : this.assign(edit);
      if (!worked) this.idle.push(edit.id);
    }
    this.settle();
    this.out.entities = [...this.entities.values()];
    return { report: this.out, touched: this.touched, added: this.added, idle: this.idle, members: this.members, find: (ref) => this.resolve(ref) };
  }

  private touch(id: string, edit: string): void {
    const known = this.touched.get(id);
    if (!known) this.touched.set(id, [edit]);
    else if (!known.includes(edit)) known.push(edit);
  }

  /** The entity that stands for `id` now. */
  private now(id: string): string {
    let at = id;
    for (let next = this.into.get(at); next !== undefined; next = this.into.get(at)) at = next;
    return at;
  }

  private resolve(ref: EntityRef | undefined): string | undefined {
    if (!ref) return undefined;
    const id = ref.edit ? idOfEdit('e', ref.edit) : this.named.get(`${ref.type}|${ref.name}`)?.[(ref.nth ?? 1) - 1];
    const at = id === undefined ? undefined : this.now(id);
    return at !== undefined && this.entities.has(at) ? at : undefined;
  }

  private merge(edit: Merge): boolean {
    const ids = [...new Set(edit.entities.map((ref) => this.resolve(ref)).filter((id) => id !== undefined))];
    const [first, ...others] = ids;
    if (first === undefined || !others.length) return false;
    const all = ids.map((id) => this.entities.get(id)!);
    const mentions = new Map(all.flatMap((entity) => entity.mentions).map((mention) => [mention.span.join(), mention]));
    const roles = all.flatMap((entity) => entity.roles ?? []);
    const aliases = [...new Set(all.flatMap((entity) => [entity.name, ...(entity.aliases ?? [])]))].filter((alias) => alias !== edit.name);
    const affiliation = all.find((entity) => entity.affiliation)?.affiliation;
    const country = all.find((entity) => entity.country)?.country;
    const sector = all.find((entity) => entity.sector)?.sector;
    const ids_ = Object.assign({}, ...[...all].reverse().map((entity) => entity.ids)) as Entity['ids'];
    this.entities.set(first, {
      id: first as Entity['id'], type: edit.type as Entity['type'], name: edit.name,
      ...(aliases.length && { aliases }), ...(Object.keys(ids_!).length && { ids: ids_ }), ...(roles.length && { roles }),
      ...(affiliation && { affiliation }), ...(country && { country }), ...(sector && { sector }),
      mentions: [...mentions.values()].sort((a, b) => a.span[0] - b.span[0]),
    });
    for (const other of others) {
      for (const before of this.touched.get(other) ?? []) this.touch(first, before);
      this.entities.delete(other);
      this.into.set(other, first);
      this.added.delete(other);
    }
    this.touch(first, edit.id);
    this.members.set(edit.id, ids);
    return true;
  }

  private split(edit: Split): boolean {
    const from = this.resolve(edit.from);
    const old = from === undefined ? undefined : this.entities.get(from)!;
    if (!old || from === undefined) return false;
    const spans = edit.mentions.map((anchor) => findAnchor(this.text, anchor)).filter((span) => span !== undefined);
    const chosen = (span: Span | undefined) => !!span && spans.some((each) => within(span, each));
    const mentions = old.mentions.filter((mention) => chosen(mention.span));
    const left = old.mentions.filter((mention) => !chosen(mention.span));
    if (!mentions.length || !left.length) return false;
    const id = idOfEdit('e', edit.id) as Entity['id'];
    // A title goes with the mention that it stands nearest to.
    const nearest = (list: Entity['mentions'], span: Span) => Math.min(...list.map((each) => Math.max(0, each.span[0] - span[1], span[0] - each.span[1])));
    const moves = (span: Span | undefined) => !!span && nearest(mentions, span) < nearest(left, span);
    const roles = old.roles?.filter((role) => moves(role.span));
    const kept = old.roles?.filter((role) => !moves(role.span));
    const forms = (list: Entity['mentions'], name: string) => [...new Set(list.filter((each) => each.kind !== 'pronoun' && each.kind !== 'nominal').map((each) => each.text))].filter((each) => each !== name);
    const { aliases: _, roles: __, ...bare } = old;
    const aliases = forms(left, old.name);
    this.entities.set(from, { ...bare, mentions: left, ...(aliases.length && { aliases }), ...(kept?.length && { roles: kept }) });
    const others = forms(mentions, edit.name);
    this.entities.set(id, { id, type: edit.type as Entity['type'], name: edit.name, ...(others.length && { aliases: others }), ...(roles?.length && { roles }), mentions });
    this.added.add(id);
    this.touch(id, edit.id);
    this.touch(from, edit.id);
    this.follow(from, id, chosen, left.map((mention) => mention.span));
    return true;
  }

  /** Facts whose words lie in the mentions that are another entity now go with them. */
  private follow(from: string, to: Entity['id'], chosen: (span: Span | undefined) => boolean, left: readonly Span[]): void {
    const is = (id: string | undefined) => id !== undefined && this.now(id) === from;
    // Where a role has no words of its own, the fact's passage says: the new one stands in it and the old one does not.
    const passage = (evidence: readonly Span[] | undefined) =>
      !!evidence?.some((span) => this.entities.get(to)!.mentions.some((mention) => within(mention.span, span)))
      && !evidence.some((span) => left.some((mention) => within(mention, span)));
    const goes = (span: Span | undefined, evidence: readonly Span[] | undefined) => (span ? chosen(span) : passage(evidence));
    const source = (holder: Source | undefined, evidence: readonly Span[] | undefined) => {
      if (holder && is(holder.entity) && goes(holder.span, evidence)) holder.entity = to;
    };
    for (const event of this.out.events) {
      for (const each of event.arguments) {
        if (is(each.entity) && goes(each.span, event.evidence)) each.entity = to;
        else if (is(each.via) && goes(each.span, event.evidence)) each.via = to;
      }
      if (event.places?.some(is) && passage(event.evidence)) event.places = event.places.map((place) => (is(place) ? to : place));
    }
    for (const claim of this.out.claims) source(claim.source, claim.evidence);
    for (const proposal of this.out.proposals) source(proposal.actor, proposal.evidence);
  }

  private holder(holder: Holder): Source {
    const entity = this.resolve(holder.entity) as Source['entity'];
    const words = holder.text || holder.entity?.name || '';
    return { ...(entity && { entity }), ...(words && !entity && { text: words }) };
  }

  private add(edit: Add): boolean {
    const span = findAnchor(this.text, edit.words);
    if (!span) return false;
    const { values } = edit;
    const text = this.text.slice(span[0], span[1]);
    const made = <T extends string>(letter: T) => idOfEdit(letter, edit.id) as `${T}${number}`;
    const keep = (id: string) => {
      this.added.add(id);
      this.touch(id, edit.id);
      return true;
    };
    const evidence = [span];
    const rule = 'analyst';
    const holders = (role: string) => edit.holders.filter((each) => each.role === role);
    switch (edit.kind) {
      case 'entity': {
        const known = this.resolve(edit.holders[0]?.entity);
        const mention: Entity['mentions'][number] = { span, text, kind: 'name' };
        if (known === undefined) {
          this.entities.set(made('e'), { id: made('e'), type: values.type as Entity['type'], name: values.name || text, ...(values.name && values.name !== text && { aliases: [text] }), mentions: [mention] });
          return keep(made('e'));
        }
        const entity = this.entities.get(known)!;
        const aliases = entity.name === text || entity.aliases?.includes(text) ? entity.aliases : [...(entity.aliases ?? []), text];
        this.entities.set(known, { ...entity, ...(aliases && { aliases }), mentions: [...entity.mentions.filter((each) => each.span.join() !== span.join()), mention].sort((a, b) => a.span[0] - b.span[0]) });
        this.touch(known, edit.id);
        return true;
      }
      case 'time':
        this.out.times.push({ id: made('t'), span, text, type: values.type as 'DATE', value: values.value! });
        return keep(made('t'));
      case 'quantity':
        this.out.quantities.push({
          id: made('q'), span, text, value: Number(values.value), ...(values.max && { max: Number(values.max) }),
          ...(values.comparator && { comparator: values.comparator as Comparator }), ...(values.unit && { unit: values.unit }), ...(values.of && { of: values.of }),
        });
        return keep(made('q'));
      case 'event': {
        const casualties = (['killed', 'injured'] as const).flatMap((effect): Casualty[] => (values[effect] ? [{ effect, side: 'victim', value: Number(values[effect]) }] : []));
        const event: Event = {
          id: made('v'), ...eventOf(values.type!, casualties.length > 0), status: values.status as Event['status'], trigger: span, text,
          arguments: argumentRoles.flatMap((role) => holders(role).map((each): Argument => ({ role, ...this.holder(each) }))),
          ...(casualties.length && { casualties }), evidence, rule,
        };
        for (const each of holders('place')) this.place(event, this.resolve(each.entity));
        if (values.time) event.time = this.time(values.time, span, edit.id);
        this.out.events.push(event);
        this.byKey.set(`analyst|${edit.id}`, event);
        return keep(made('v'));
      }
      case 'claim': {
        const [source] = holders('source');
        this.out.claims.push({ id: made('c'), type: values.type as 'say', ...(source && { source: this.holder(source) }), content: span, quoted: false, evidence, rule });
        return keep(made('c'));
      }
      case 'proposal': {
        const [actor] = holders('actor');
        this.out.proposals.push({ id: made('p'), ...(actor && { actor: this.holder(actor) }), span, text, evidence, rule });
        return keep(made('p'));
      }
      case 'assessment':
        this.out.assessments.push({ id: made('a'), polarity: values.polarity as 'risk', span, text, evidence, rule });
        return keep(made('a'));
    }
  }

  private place(event: Event, id: string | undefined): boolean {
    if (id === undefined) return false;
    const places = event.places ?? [];
    if (!places.some((each) => this.now(each) === id)) event.places = [...places, id as Entity['id']];
    return true;
  }

  /** A time with that value: one of the article's, else one that rests on the marked words and is shown with its event only. */
  private time(value: string, span: Span, edit: string): Event['time'] {
    const known = this.out.times.find((each) => each.value === value);
    if (known) return known.id;
    const id = idOfEdit('t', edit) as NonNullable<Event['time']>;
    this.out.times.push({ id, span, text: this.text.slice(span[0], span[1]), type: value.startsWith('P') && /\d/.test(value) ? 'DURATION' : 'DATE', value });
    return id;
  }

  private assign(edit: Assign): boolean {
    const event = this.byKey.get(edit.event);
    const span = findAnchor(this.text, edit.words);
    if (!event || !span || !parts.includes(edit.part)) return false;
    const { part } = edit;
    if (part === 'place') {
      if (!this.place(event, this.resolve(edit.entity))) return false;
    } else if (part === 'time') event.time = this.time(edit.value ?? '', span, edit.id);
    else if (part === 'actor' || part === 'recipient' || part === 'target' || part === 'instrument') {
      const entity = this.resolve(edit.entity) as Argument['entity'];
      event.arguments.push({ role: part, ...(entity && { entity }), span, text: this.text.slice(span[0], span[1]) });
    } else {
      const casualty: Casualty = { effect: part, side: 'victim', value: Number(edit.value), ...(edit.comparator && { comparator: edit.comparator as Comparator }), span };
      event.casualties = [...(event.casualties ?? []).filter((each) => each.effect !== part || each.side === 'perpetrator'), casualty];
    }
    if (!event.evidence?.some((each) => each[0] <= span[0] && span[1] <= each[1])) event.evidence = [...(event.evidence ?? []), span];
    this.touch(event.id, edit.id);
    return true;
  }

  /** Every fact names the entity that now stands for the one it named. */
  private settle(): void {
    const to = <T extends string>(id: T) => this.now(id) as T;
    for (const event of this.out.events) {
      for (const each of event.arguments) {
        if (each.entity) each.entity = to(each.entity);
        if (each.via) each.via = to(each.via);
        if (each.via === each.entity) delete each.via;
      }
      if (event.places) event.places = [...new Set(event.places.map(to))];
    }
    for (const { source } of this.out.claims) if (source?.entity) source.entity = to(source.entity);
    for (const { actor } of this.out.proposals) if (actor?.entity) actor.entity = to(actor.entity);
    for (const [id, entity] of this.entities) {
      if (!entity.affiliation) continue;
      const affiliation = to(entity.affiliation);
      if (affiliation === entity.affiliation && affiliation !== id) continue;
      const { affiliation: _, ...rest } = entity;
      this.entities.set(id, affiliation === id ? rest : { ...rest, affiliation });
    }
  }
}
