/**
 * Khabar: structured facts from security reporting, each pinned to the words it came from.
 *
 *     import { load } from 'khabar';
 *     const khabar = await load();
 *     const report = khabar.analyze('Gunmen killed two policemen in Quetta on Sunday.', { published: '2025-03-12' });
 *     for (const event of report.events) console.log(event.type, event.mode, event.text);
 *
 * The report is plain JSON of schema khabar/1 (`khabar/schema.json`). Spans are UTF-16 code units unless asked otherwise,
 * so that `text.slice(...span)` is the evidence. Nothing is fetched but the module itself; nothing is sent anywhere.
 */

/** What the module can be loaded from. A Promise of any of these will do too. */
export type WasmSource = string | URL | Response | ArrayBuffer | ArrayBufferView | WebAssembly.Module;

/** One of your own word lists: TSV with a header row. Kinds and columns: docs/lexicons.md. */
export interface Lexicon {
  /** `armed_groups`, `places`, ... */
  kind: string;
  tsv: string;
  /** Name for messages; default: the kind. */
  file?: string;
}

export interface LoadOptions {
  /** Where khabar.wasm is. Default: beside this package. */
  wasm?: WasmSource | Promise<WasmSource>;
  /** Your own names beside the built-in ones. */
  lexicons?: readonly Lexicon[];
}

/** The unit of every span and of `document.length`. */
export type Offsets = 'utf16' | 'codepoints' | 'bytes';

export interface AnalyzeOptions {
  /** YYYY, YYYY-MM or YYYY-MM-DD: when the article appeared, what "yesterday" is counted from. Wins over the text's own date. */
  published?: string;
  /** Copied to `document.id`. */
  id?: string;
  /** Default `utf16`. */
  offsets?: Offsets;
  /** Called now and then with the share done, 0 to 1. Return false to stop: `analyze` then throws an AbortError. */
  onProgress?: (share: number) => boolean | void;
}

export interface Khabar {
  /** Of the engine: `report.engine`. */
  readonly version: string;
  /** `file:line: what is wrong` for each row of your lexicons that was left out. */
  readonly problems: readonly string[];
  /**
   * One article, read. Time and memory grow linearly with its length.
   *
   * Any string will do: lone surrogates count as U+FFFD and shift nothing. Bytes are taken as UTF-8, each invalid byte as one
   * character.
   *
   * @throws TypeError where `text` is neither a string nor bytes, or an option has the wrong type
   * @throws RangeError where the text is larger than 128 MiB, `published` is no date, or memory does not suffice; after the last
   *   this engine reads no more, and load() gives a new one
   * @throws DOMException named AbortError where `onProgress` returned false
   */
  analyze(text: string | Uint8Array, options?: AnalyzeOptions): Report;
}

/**
 * Loads the engine: once, however often it is called. After a failure the next call tries again.
 * With `lexicons` each call gives an engine of its own; the compiled module is shared.
 */
export function load(options?: LoadOptions): Promise<Khabar>;

// ------------------------------------------------------------------------------------------------ schema khabar/1

/** Half-open: [start, end). */
export type Span = [start: number, end: number];

export type EntityId = `e${number}`;
export type TimeId = `t${number}`;
export type QuantityId = `q${number}`;
export type EventId = `v${number}`;
export type ClaimId = `c${number}`;
export type ProposalId = `p${number}`;
export type AssessmentId = `a${number}`;

export interface Report {
  schema: 'khabar/1';
  engine: string;
  offsets: Offsets;
  document: ReportDocument;
  entities: Entity[];
  times: Time[];
  quantities: Quantity[];
  events: Event[];
  claims: Claim[];
  proposals: Proposal[];
  assessments: Assessment[];
}

/** Words of the article that say something about the article. */
export interface Quoted {
  text: string;
  span?: Span;
  /** Normalised: ISO 8601 for `published`. */
  value?: string;
}

export type BlockKind =
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'publication'
  | 'dateline'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'caption'
  | 'quote'
  | 'boilerplate';

export interface Block {
  kind: BlockKind;
  span: Span;
}

export interface ReportDocument {
  id?: string;
  /** Of the UTF-8 bytes that were read, lower-case hexadecimal. */
  sha256: string;
  length: number;
  /** `en`, or `und` where the text is not English. */
  language: 'en' | 'und';
  title?: Quoted;
  subtitle?: Quoted;
  authors?: Quoted[];
  publisher?: Quoted;
  published?: Quoted;
  dateline?: Quoted;
  blocks: Block[];
  sentences: Span[];
}

export type EntityType = 'person' | 'organization' | 'armed-group' | 'country' | 'place' | 'facility' | 'programme' | 'group-of-people';

export type MentionKind = 'name' | 'acronym' | 'short' | 'demonym' | 'metonym' | 'nominal' | 'pronoun';

export interface Mention {
  span: Span;
  text: string;
  kind: MentionKind;
}

export interface Entity {
  id: EntityId;
  type: EntityType;
  /** The fullest form in this text. */
  name: string;
  aliases?: string[];
  ids?: { iso3166?: string; wikidata?: string };
  roles?: { title: string; span?: Span }[];
  affiliation?: EntityId;
  /** ISO 3166-1 alpha-2 of the country that it belongs to or lies in. */
  country?: string;
  /** PLOVER sector: GOV, MIL, COP, IGO, NGO, REB ... */
  sector?: string;
  mentions: Mention[];
}

/** TIMEX3 (ISO 24617-1). */
export interface Time {
  id: TimeId;
  span: Span;
  text: string;
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  value: string;
  mod?: TimeModifier;
}

export type TimeModifier =
  | 'BEFORE'
  | 'AFTER'
  | 'ON_OR_BEFORE'
  | 'ON_OR_AFTER'
  | 'LESS_THAN'
  | 'MORE_THAN'
  | 'EQUAL_OR_LESS'
  | 'EQUAL_OR_MORE'
  | 'START'
  | 'MID'
  | 'END'
  | 'APPROX';

export type Comparator = '>' | '>=' | '<' | '<=' | '~';

export interface Quantity {
  id: QuantityId;
  span: Span;
  text: string;
  value: number;
  /** Of a range: value to max. */
  max?: number;
  comparator?: Comparator;
  /** Singular: `attack`, `%`, `USD`, `km` ... */
  unit?: string;
  /** The words of what is counted: "militants" in "two dozen militants". */
  of?: string;
}

/** PLOVER's sixteen. */
export type EventType =
  | 'agree'
  | 'consult'
  | 'support'
  | 'concede'
  | 'cooperate'
  | 'aid'
  | 'retreat'
  | 'request'
  | 'accuse'
  | 'reject'
  | 'threaten'
  | 'protest'
  | 'sanction'
  | 'mobilize'
  | 'coerce'
  | 'assault';

export type Status = 'happened' | 'ongoing' | 'planned' | 'proposed' | 'possible' | 'denied' | 'failed' | 'general';

export type Stage = 'called-for' | 'discussed' | 'agreed' | 'implemented' | 'stalled';

export type ArgumentRole = 'actor' | 'recipient' | 'target' | 'instrument';

export interface Argument {
  role: ArgumentRole;
  entity?: EntityId;
  /** Who acted for `entity`: a minister for the state. */
  via?: EntityId;
  /** Where there is no entity: `group-of-people`, `facility`, `vehicle`, `weapon` ... */
  class?: string;
  /** Of an actor: others suspect, blame or accuse it; nobody tells it as done by it, and it has not claimed it. */
  alleged?: true;
  span?: Span;
  text?: string;
}

export type Effect = 'killed' | 'injured' | 'abducted' | 'arrested' | 'missing' | 'displaced';

export type Side = 'victim' | 'perpetrator' | 'unknown';

export interface Casualty {
  effect: Effect;
  side: Side;
  who?: string;
  value: number;
  max?: number;
  comparator?: Comparator;
  quantity?: QuantityId;
  span?: Span;
}

export interface Count {
  value: number;
  comparator?: Comparator;
  quantity?: QuantityId;
}

export interface PlaceInferred {
  /** The word that it was inferred from: "Nepal" of "Nepal police". */
  span: Span;
  text: string;
  rule: string;
  /** The last so many of `places`; one where absent. */
  places?: number;
}

export interface Event {
  id: EventId;
  type: EventType;
  /** Of violence: `bombing`, `armed-assault`, `raid` ...; of the rest: PLOVER's own. */
  mode?: string;
  contexts?: string[];
  topics?: string[];
  /** A thing called for is never shown as a thing done. */
  status: Status;
  /** How far cooperation has come. */
  stage?: Stage;
  trigger?: Span;
  /** The trigger's words. */
  text?: string;
  arguments: Argument[];
  time?: TimeId;
  places?: EntityId[];
  /** No words say where it was: the last of `places` is the state that all its parties point to. */
  place_inferred?: PlaceInferred;
  casualties?: Casualty[];
  /** Makes it an aggregate: "36 attacks in July 2024". */
  count?: Count;
  attribution?: ClaimId;
  evidence: Span[];
  /** Id of the rule that made the fact. */
  rule: string;
}

export type ClaimType = 'say' | 'claim' | 'deny' | 'accuse' | 'warn' | 'announce' | 'promise' | 'demand';

export interface Source {
  entity?: EntityId;
  span?: Span;
  text?: string;
}

export interface Claim {
  id: ClaimId;
  type: ClaimType;
  source?: Source;
  cue?: Span;
  content?: Span;
  quoted: boolean;
  evidence: Span[];
  rule: string;
}

/** What somebody should, must or needs to do. */
export interface Proposal {
  id: ProposalId;
  actor?: Source;
  cue?: Span;
  span: Span;
  text: string;
  attribution?: ClaimId;
  evidence: Span[];
  rule: string;
}

export type Polarity = 'obstacle' | 'enabler' | 'risk' | 'benefit';

/** What the text calls an obstacle, an enabler, a risk or a benefit, and for what. */
export interface Assessment {
  id: AssessmentId;
  polarity: Polarity;
  span: Span;
  text: string;
  of?: Span;
  evidence: Span[];
  rule: string;
}
