// The schema's own word lists (docs/schema.md), for the forms in which a reader corrects or adds a fact.
import type { ArgumentRole, Comparator, Effect, EntityType, EventType, ClaimType, Polarity, Status, Time } from 'khabar';
import { violentModes } from './facts';
import { statusWords } from './words';

export const entityTypes: readonly EntityType[] = ['person', 'organization', 'armed-group', 'country', 'place', 'facility', 'programme', 'group-of-people'];
export const eventTypes: readonly EventType[] = ['agree', 'consult', 'support', 'concede', 'cooperate', 'aid', 'retreat', 'request', 'accuse', 'reject', 'threaten', 'protest', 'sanction', 'mobilize', 'coerce', 'assault'];
export const modes: readonly string[] = [...violentModes];
export const statuses = Object.keys(statusWords) as Status[];
export const claimTypes: readonly ClaimType[] = ['say', 'claim', 'deny', 'accuse', 'warn', 'announce', 'promise', 'demand'];
export const polarities: readonly Polarity[] = ['obstacle', 'enabler', 'risk', 'benefit'];
export const timeTypes: readonly Time['type'][] = ['DATE', 'TIME', 'DURATION', 'SET'];
export const effects: readonly Effect[] = ['killed', 'injured', 'abducted', 'arrested', 'missing', 'displaced'];
export const argumentRoles: readonly ArgumentRole[] = ['actor', 'recipient', 'target', 'instrument'];
export const comparators: readonly (Comparator | '')[] = ['', '>=', '>', '<=', '<', '~'];

/** Violence has a mode, the rest a PLOVER type; a form asks for one of either. */
export function eventOf(word: string, hurt: boolean): { type: EventType; mode?: string } {
  if (!violentModes.has(word)) return { type: word as EventType };
  const coercion = word === 'arrest' || word === 'cyberattack' || (word === 'raid' && !hurt);
  return { type: coercion ? 'coerce' : 'assault', mode: word };
}

/** A TIMEX3 value that the page can read: a date down to the hour, with X for what is not known; a length of time; now, before, later. */
export const timeValue = /^(?:(?:\d{4}|XXXX|\d{3}X|\d{3})(?:-(?:\d{2}|XX)(?:-(?:\d{2}|XX))?|-W\d{2}(?:-WE)?|-Q[1-4]|-H[12]|-S[PU]|-FA|-WI)?(?:T(?:\d{2}(?::\d{2})?(?::\d{2})?|MO|TMO|TAF|TEV|TNI|TDT|MI))?|P(?:T?[\dX.]+(?:[YMWDHSQ]|DE|CE|WE))+|PRESENT_REF|PAST_REF|FUTURE_REF)$/;
