// A khabar/1 report written by hand for the sample "checkpoint": what the page's tests look at, so that they say something
// about the page whatever the engine of the day reads. Facts are given by their words; spans are looked up here.
import { readFileSync } from 'node:fs';

export const text = readFileSync(new URL('../../web/samples/checkpoint.txt', import.meta.url), 'utf8');

/** The span of `words`; where they stand several times, of the first after `after`. */
function at(words, after = '') {
  const from = after ? text.indexOf(after) : 0;
  const start = text.indexOf(words, from);
  if (from < 0 || start < 0) throw new Error(`not in the sample: ${words}`);
  return [start, start + words.length];
}
function everywhere(words) {
  const spans = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) spans.push([start, start + words.length]);
  return spans;
}
const quoted = (words, value) => ({ text: words, span: at(words), ...(value && { value }) });

function entity(id, type, name, forms, more = {}) {
  const spans = forms.flatMap((form) => everywhere(form).map((span) => ({ span, text: form, kind: form === name ? 'name' : 'short' })));
  const kept = spans.filter((one) => !spans.some((other) => other !== one && other.span[0] <= one.span[0] && one.span[1] <= other.span[1] && other.text.length > one.text.length));
  return { id, type, name, ...more, mentions: kept.sort((a, b) => a.span[0] - b.span[0]) };
}

const lines = [];
for (let start = 0; start < text.length; ) {
  const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
  if (end > start) lines.push([start, end]);
  start = end + 1;
}
const kinds = ['boilerplate', 'title', 'byline', 'publication', 'publication', 'boilerplate'];
const headings = ['Blame across the border', 'What comes next'];
const blocks = lines.map((span, index) => {
  const words = text.slice(...span);
  const kind = kinds[index] ?? (headings.includes(words) ? 'heading' : /^(With input|Leave a reply|Your email)/.test(words) ? 'boilerplate' : 'paragraph');
  return { kind, span };
});

const entities = [
  entity('e1', 'country', 'Pakistan', ['Pakistan', 'Islamabad and Kabul', 'Pakistani'].slice(0, 1), { ids: { iso3166: 'PK' } }),
  entity('e2', 'country', 'Afghanistan', ['Afghanistan', 'Afghan'], { ids: { iso3166: 'AF' } }),
  entity('e3', 'armed-group', 'Tehreek-e-Taliban Pakistan', ['Tehreek-e-Taliban Pakistan', 'TTP'], { aliases: ['TTP'], country: 'PK', sector: 'REB' }),
  entity('e4', 'place', 'Bannu', ['Bannu', 'BANNU'], { country: 'PK' }),
  entity('e5', 'person', 'Asif Durrani', ['Asif Durrani', 'Durrani'], { roles: [{ title: 'District police chief', span: at('District police chief') }] }),
  entity('e6', 'person', 'Hamdullah Qasim', ['Hamdullah Qasim'], { roles: [{ title: 'Taliban spokesman', span: at('Taliban spokesman') }] }),
  entity('e7', 'person', 'Salman Gilani', ['Salman Gilani'], { roles: [{ title: 'Interior Minister', span: at('Interior Minister') }], affiliation: 'e1' }),
  entity('e8', 'person', 'Farah Yousafi', ['Farah Yousafi'], { affiliation: 'e9' }),
  entity('e9', 'organization', 'Centre for Border Studies', ['Centre for Border Studies'], { country: 'PK', sector: 'NGO' }),
  entity('e10', 'country', 'China', ['China'], { ids: { iso3166: 'CN' } }),
  entity('e11', 'organization', 'United Nations', ['United Nations'], { sector: 'IGO' }),
  entity('e12', 'place', 'North Waziristan', ['North Waziristan'], { country: 'PK' }),
  entity('e13', 'place', 'Khyber Pakhtunkhwa', ['Khyber Pakhtunkhwa'], { country: 'PK' }),
  entity('e14', 'place', 'Doha', ['Doha'], { country: 'QA' }),
  entity('e15', 'place', 'Kabul', ['Kabul'], { country: 'AF' }),
  entity('e16', 'facility', 'Ghulam Khan crossing', ['Ghulam Khan crossing']),
];

const times = [
  ['t1', '12 March 2025', 'DATE', '2025-03-12'], ['t2', 'late on Tuesday', 'DATE', '2025-03-11', 'END'], ['t3', 'March 3', 'DATE', '2025-03-03'],
  ['t4', 'February 2025', 'DATE', '2025-02'], ['t5', 'January', 'DATE', '2025-01'], ['t6', 'December 2024', 'DATE', '2024-12'], ['t7', 'next week', 'DATE', '2025-W12'],
].map(([id, words, type, value, mod]) => ({ id, span: at(words), text: words, type, value, ...(mod && { mod }) }));

const quantities = [
  ['q1', 'nine people', 9, 'person', undefined, 'people'], ['q2', 'at least 21 others', 21, 'person', '>=', 'others'], ['q3', 'four of its fighters', 4, 'person', undefined, 'fighters'],
  ['q4', '36 attacks', 36, 'attack', undefined, 'attacks'], ['q5', '61 per cent', 61, '%'], ['q6', 'about $3 million', 3000000, 'USD', '~'], ['q7', 'about 1,200 engineers', 1200, 'person', '~', 'engineers'],
].map(([id, words, value, unit, comparator, of]) => ({ id, span: at(words), text: words, value, unit, ...(comparator && { comparator }), ...(of && { of }) }));

const party = (role, id, words, after) => ({ role, ...(id && { entity: id }), span: at(words, after), text: words });
const bombing = at('A suicide bomber drove a pickup truck into a police checkpoint on the edge of Bannu late on Tuesday, killing nine people and wounding at least 21 others');
const event = (id, type, status, trigger, args, evidence, more = {}) => ({ id, type, status, trigger: at(trigger), text: trigger, arguments: args, evidence: [evidence], rule: `hand.${type}`, ...more });
const sentence = (words, after) => at(words, after);

const events = [
  event('v1', 'assault', 'happened', 'drove a pickup truck into', [party('actor', 'e3', 'suicide bomber', 'BANNU'), party('target', undefined, 'police checkpoint')], bombing, {
    mode: 'suicide-bombing', time: 't2', places: ['e4'], attribution: 'c2',
    casualties: [{ effect: 'killed', side: 'victim', who: 'people', value: 9, quantity: 'q1', span: at('nine people') }, { effect: 'injured', side: 'victim', value: 21, comparator: '>=', quantity: 'q2', span: at('at least 21 others') }],
  }),
  event('v2', 'assault', 'happened', 'raid', [party('actor', undefined, 'troops'), party('target', 'e3', 'its fighters')], sentence('a raid on March 3 in North Waziristan, in which troops killed four of its fighters'), {
    mode: 'raid', time: 't3', places: ['e12'], casualties: [{ effect: 'killed', side: 'perpetrator', who: 'fighters', value: 4, quantity: 'q3', span: at('four of its fighters') }],
  }),
  event('v3', 'assault', 'happened', '36 attacks', [], sentence('the province recorded 36 attacks in February 2025'), { mode: 'other-violence', time: 't4', places: ['e13'], count: { value: 36, quantity: 'q4' }, attribution: 'c3' }),
  event('v4', 'accuse', 'happened', 'accused', [party('actor', 'e1', "Pakistan's foreign ministry"), party('recipient', 'e2', 'Afghanistan')], sentence("Pakistan's foreign ministry accused Afghanistan of sheltering the men who planned the bombing")),
  event('v5', 'reject', 'happened', 'rejected', [party('actor', 'e2', 'Kabul', 'Kabul rejected'), party('recipient', 'e1', 'the accusation')], sentence('Kabul rejected the accusation.')),
  event('v6', 'agree', 'happened', 'agreed', [party('actor', 'e1', 'The two countries'), party('recipient', 'e2', 'The two countries')], sentence('The two countries agreed in Doha in December 2024 to share information on armed groups'), { time: 't6', places: ['e14'], stage: 'stalled', topics: ['intelligence'] }),
  event('v7', 'coerce', 'possible', 'launch a new operation', [party('actor', 'e1', 'the army', 'Interior Minister')], sentence('Interior Minister Salman Gilani warned that the army could launch a new operation if the attacks went on.'), { attribution: 'c5' }),
  event('v8', 'consult', 'proposed', 'host a meeting', [party('actor', 'e11', 'The United Nations mission')], sentence('The United Nations mission in Kabul offered to host a meeting next week.'), { time: 't7' }),
  event('v9', 'assault', 'denied', 'was hurt', [], sentence('The army has denied that any civilian was hurt in that raid.'), { mode: 'other-violence', attribution: 'c6' }),
];

const claim = (id, type, source, cue, content, isQuoted, entityId) => ({
  id, type, source: { ...(entityId && { entity: entityId }), span: at(source), text: source }, cue: at(cue, source), content: at(content), quoted: isQuoted, evidence: [at(content)], rule: 'hand.claim',
});
const claims = [
  claim('c1', 'say', 'Asif Durrani', 'said', 'seven of the dead were policemen and two were passers-by', false, 'e5'),
  claim('c2', 'claim', 'Tehreek-e-Taliban Pakistan (TTP)', 'claimed', 'the attack was revenge for a raid on March 3 in North Waziristan', false, 'e3'),
  { ...claim('c3', 'say', 'the Centre for Border Studies, an Islamabad think tank', 'the province', 'the province recorded 36 attacks in February 2025', false, 'e9'), cue: at('According to') },
  { ...claim('c4', 'deny', 'Hamdullah Qasim', 'Qasim', 'Afghan soil is not used against any neighbour', true, 'e6'), cue: at('said', 'neighbour,"') },
  claim('c5', 'warn', 'Salman Gilani', 'warned', 'the army could launch a new operation if the attacks went on', false, 'e7'),
  claim('c6', 'deny', 'The army', 'denied', 'any civilian was hurt in that raid', false),
];
const proposals = [
  { id: 'p1', actor: { entity: 'e1', span: at('Islamabad should').map((n, i) => (i ? n - 7 : n)), text: 'Islamabad' }, cue: at('should'), span: at('Islamabad should revive the joint border commission'), text: 'Islamabad should revive the joint border commission', evidence: [at('Islamabad should revive the joint border commission')], rule: 'hand.proposal' },
  { id: 'p2', actor: { entity: 'e2', span: at('Kabul must').map((n, i) => (i ? n - 5 : n)), text: 'Kabul' }, cue: at('must'), span: at('Kabul must show that it can arrest the commanders on the list'), text: 'Kabul must show that it can arrest the commanders on the list', evidence: [at('Kabul must show that it can arrest the commanders on the list')], rule: 'hand.proposal' },
];
const assessments = [
  { id: 'a1', polarity: 'obstacle', span: at('the lack of trust between the two intelligence services'), text: 'the lack of trust between the two intelligence services', of: at('any joint action'), evidence: [sentence('She called the lack of trust between the two intelligence services the main obstacle to any joint action.')], rule: 'hand.assessment' },
];

export const report = {
  schema: 'khabar/1', engine: 'by hand', offsets: 'utf16',
  document: {
    id: 'a1', sha256: '0'.repeat(64), length: text.length, language: 'en',
    title: quoted('Suicide bomber kills nine at Bannu checkpoint as Islamabad and Kabul trade blame'),
    authors: [quoted('Nadia Rehmat'), quoted('Omar Stanik')], publisher: quoted('The Frontier Courier'), published: quoted('12 March 2025', '2025-03-12'), dateline: quoted('BANNU, Pakistan'),
    blocks, sentences: [],
  },
  entities, times, quantities, events, claims, proposals, assessments,
};

/** What "Open files" takes: a workspace with that one article. */
export const workspace = JSON.stringify({ format: 'khabar-workspace/1', articles: [{ text, report }] });
