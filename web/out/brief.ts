// A brief in Markdown: what was done, what is only called for, what is denied, who says what, each with its words quoted.
// Rejected facts are left out; corrections stand in for what they correct.
import { shared } from '../dossier/desk';
import { fieldOf, lineOf, type Fact } from '../report/facts';
import { statusOf, timeWords, words } from '../report/words';
import { articleFacts, publishedOf, publisherOf, titleOf, type Article } from '../state/articles';

/** Markdown's own signs in somebody else's words. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/([\\`*_{}[\]<>#|~])/g, '\\$1').replace(/^([-+]|\d+[.)])(\s)/, '\\$1$2');
}

export function briefOf(articles: readonly Article[]): string {
  const parts = articles.filter((article) => article.report).map(briefOfOne);
  const told = toldBySeveral(articles);
  if (told) parts.unshift(told);
  return parts.join('\n---\n\n');
}

/** What several of these articles tell, each in its own figures. */
function toldBySeveral(articles: readonly Article[]): string {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const list = articles.length > 1 ? shared.value.filter(({ told }) => told.every(({ article }) => byId.has(article))) : [];
  if (!list.length) return '';
  const out = ['# Told by several articles', '', 'Same day, place and kind of deed: likely the same.', ''];
  const source = (id: string) => plain(publisherOf(byId.get(id)!) || titleOf(byId.get(id)!));
  for (const { day, place, told, tolls } of list) {
    out.push(`## ${plain(`${timeWords(day)}, ${place}`)}`, '');
    for (const { article, fact } of told) out.push(`- ${source(article)}: **${statusOf(fact.status ?? 'general').word}** ${plain(lineOf(fact))}`);
    for (const { name, agreement, figures, sources } of tolls) {
      const said = figures.map((figure) => `${source(figure.told.article)} says ${plain(figure.words)}`).join(', ');
      out.push(`- ${name}: ${agreement === 'differ' ? 'figures differ' : agreement === 'agree' ? `corroborated by ${sources} sources` : 'one source'} (${said})`);
    }
    out.push('');
  }
  return out.join('\n');
}

function briefOfOne(article: Article): string {
  const facts = articleFacts(article);
  const text = article.reportText ?? '';
  const stands = (fact: Fact) => article.marks[fact.key]?.verdict !== 'rejected';
  const of = (kind: Fact['kind']) => facts.byKind[kind].filter(stands);
  const events = [...of('incident'), ...of('relation')];
  const family = (name: string) => events.filter((fact) => statusOf(fact.status ?? 'general').family === name);

  const out: string[] = [`# ${plain(titleOf(article))}`, ''];
  const date = publishedOf(article);
  const about = [publisherOf(article), article.report?.document.authors?.map((author) => author.text).join(', '), date && timeWords(date)].filter(Boolean).map((part) => plain(part as string));
  if (about.length) out.push(about.join(' · '), '');

  const quote = (fact: Fact) => {
    const span = fact.evidence[0] ?? fact.spans[0];
    return span ? `  > ${plain(text.slice(span[0], span[1]))}` : '';
  };
  const section = (title: string, list: Fact[], line: (fact: Fact) => string, quoted = true) => {
    if (!list.length) return;
    out.push(`## ${title}`, '');
    for (const fact of list) {
      out.push(`- ${line(fact)}${markWords(article, fact)}`);
      if (quoted) out.push('', quote(fact), '');
    }
    out.push('');
  };
  const event = (fact: Fact) => {
    const rest = ['When', 'Killed', 'Injured', 'Arrested', 'Abducted', 'Stage', 'According to'].map((name) => fieldOf(fact, name) && `${name.toLowerCase()}: ${plain(fieldOf(fact, name))}`).filter(Boolean).join('; ');
    return `**${statusOf(fact.status ?? 'general').word}** ${plain(lineOf(fact))}${rest ? ` (${rest})` : ''}`;
  };
  section('Stated as done', family('done'), event);
  section('Called for, planned or feared', family('called'), event);
  section('Denied or failed', family('not'), event);
  section('General statements', family('general'), event);
  section('Claims', of('claim'), (fact) => `**${plain(fieldOf(fact, 'Source') || 'Somebody')}** (${fact.type})`);
  section('Proposals', of('proposal'), (fact) => `**${plain(fieldOf(fact, 'Who') || 'Not said who')}**`);
  section('Obstacles, enablers, risks, benefits', of('assessment'), (fact) => `**${words(fact.type)}**`);
  const names = (list: Fact[]) => list.map((fact) => plain(fact.title)).join(', ');
  const cast: [string, Fact[]][] = [['People', of('person')], ['Groups', of('group')], ['Places', of('place')], ['Programmes', of('programme')]];
  if (cast.some(([, list]) => list.length)) {
    out.push('## Cast', '');
    for (const [title, list] of cast) if (list.length) out.push(`- ${title}: ${names(list)}`);
    out.push('');
  }
  section('Figures', of('figure'), (fact) => plain(fact.title), false);
  out.push(`Read by Khabar ${article.report?.engine ?? ''} (${article.report?.schema ?? ''}); check the words before you quote.`, '');
  return out.join('\n').replace(/\n{3,}/g, '\n\n');
}

const doneWords = { merge: 'merged by the analyst', split: 'split by the analyst', add: 'added by the analyst', assign: 'completed by the analyst' };

function markWords(article: Article, fact: Fact): string {
  const mark = article.marks[fact.key];
  const edited = fact.edits?.map((id) => article.edits.find((edit) => edit.id === id)?.do).map((done) => done && doneWords[done]);
  const said = [...new Set(edited), mark?.verdict === 'accepted' && 'accepted', mark?.corrections && 'corrected', mark?.note && `note: ${plain(mark.note)}`].filter(Boolean);
  return said.length ? ` *[${said.join(', ')}]*` : '';
}
