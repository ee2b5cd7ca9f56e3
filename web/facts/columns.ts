// Which columns each kind's table has and what stands in them: for the tables on the page, for CSV and for the brief alike.
import { fieldOf, type Fact } from '../report/facts';
import { statusOf, timeWords, words, type Kind } from '../report/words';

export interface Column {
  name: string;
  value(fact: Fact): string;
  /** What is sorted by, where that is not the shown words. */
  rank?(fact: Fact): number | string;
  number?: boolean;
  /** The column that names the fact: a button in the table. */
  main?: boolean;
  /** Takes what width is left. */
  wide?: boolean;
  status?: boolean;
}

const field = (name: string, more: Partial<Column> = {}): Column => ({ name, value: (fact) => fieldOf(fact, name), ...more });
const title = (name: string, more: Partial<Column> = {}): Column => ({ name, value: (fact) => fact.title, main: true, ...more });
const type: Column = { name: 'Type', value: (fact) => words(fact.type) };
const mentions: Column = { name: 'Mentions', value: (fact) => String(fact.number ?? fact.spans.length), rank: (fact) => fact.number ?? fact.spans.length, number: true };
const status: Column = { name: 'Status', value: (fact) => (fact.status ? statusOf(fact.status).word : ''), status: true };
const when: Column = { ...field('When'), rank: (fact) => fact.date ?? '~' };
const against = (name: string): Column => ({
  name, value: (fact) => [fieldOf(fact, 'Recipient'), fieldOf(fact, 'Target')].filter(Boolean).join(', '),
});
const toll = (name: string): Column => field(name, { number: true, rank: (fact) => leadingNumber(fieldOf(fact, name)) });

function leadingNumber(value: string): number {
  const found = /\d[\d,.]*/.exec(value);
  return found ? Number(found[0].replace(/,/g, '')) : -1;
}

export const columns: Record<Kind, Column[]> = {
  incident: [title('What'), status, when, field('Where'), field('Actor', { name: 'By' }), against('Against'), toll('Killed'), toll('Injured'), field('According to')],
  relation: [field('Actor', { name: 'Who' }), title('Does'), against('To or with'), status, field('Stage'), when, field('About')],
  claim: [field('Source'), { ...type, name: 'How' }, title('What is said', { wide: true })],
  proposal: [field('Who', { name: 'Who should' }), title('Do what', { wide: true }), field('Said by')],
  assessment: [{ ...type, name: 'Is called' }, title('What', { wide: true }), field('For')],
  person: [title('Name'), field('Role', { wide: true }), field('Belongs to'), field('Country'), mentions],
  group: [title('Name'), type, field('Also'), field('Country'), field('Sector'), mentions],
  place: [title('Name'), type, field('Country'), mentions],
  programme: [title('Name'), field('Also'), mentions],
  time: [
    title('Words'), field('Value', { rank: (fact) => fact.date ?? '~' }),
    { name: 'Reads', value: (fact) => timeWords(fieldOf(fact, 'Value')) }, { name: 'Type', value: (fact) => fact.type },
  ],
  figure: [title('Words'), field('Value', { rank: (fact) => fact.number ?? 0, number: true }), field('Unit'), field('Of')],
};
