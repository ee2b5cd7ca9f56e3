// The article at a glance: who, what, where, when, how many; what is stated as done apart from what is only called for; the
// claims and proposals that carry most. Every line is a way to its words.
import type { ComponentChildren } from 'preact';
import { shared } from '../dossier/desk';
import { SharedIncidents } from '../dossier/shared_incidents';
import { fieldOf, isEntity, lineOf, type Fact } from '../report/facts';
import { kindWords, statusOf, timeWords, words, type Kind } from '../report/words';
import { publishedOf, publisherOf, titleOf, type Article } from '../state/articles';
import { selection, selectFact } from '../state/selection';
import { scoped, scopedArticles, several, standing, type Located } from './scope';
import { ByYou, StatusTag } from './tags';
import { view, tableKind } from './views';

const few = 6; // of each list; the tables have the rest

export function Overview() {
  const facts = scoped.value;
  const of = (kind: Kind) => standing(facts[kind]).filter(({ fact }) => !fact.aside);
  const events = [...of('incident'), ...of('relation')];
  const family = (name: string) => events.filter(({ fact }) => statusOf(fact.status ?? 'general').family === name);
  const done = family('done');
  const called = [...family('called'), ...of('proposal')];
  const not = family('not');
  const articles = scopedArticles.value;
  if (!Object.values(facts).some((rows) => rows.length)) return <Nothing articles={articles} />;
  return (
    <div class="overview">
      {several.value ? <DeskProvenance articles={articles} /> : articles[0] && <Provenance article={articles[0]} />}
      {several.value && <SharedIncidents list={shared.value} />}
      <section class="realis" aria-label="Done, called for, denied">
        <Column title="Stated as done" family="done" rows={done} none="Nothing is stated as done." />
        <Column title="Only called for, planned or feared" family="called" rows={called} none="Nothing is called for." />
        {not.length > 0 && <Column title="Denied or failed" family="not" rows={not} none="" />}
      </section>
      <section class="glance" aria-label="At a glance">
        <Glance title="Who" kinds={['group', 'person']} rows={[...of('group'), ...of('person')]} by={often} show={(fact) => fact.title} />
        <Glance title="Where" kinds={['place']} rows={of('place')} by={often} show={(fact) => fact.title} />
        <Glance title="When" kinds={['time']} rows={of('time').filter(({ fact }) => fact.date)} by={dated} show={(fact) => timeWords(fieldOf(fact, 'Value'))} />
        <Glance title="How many" kinds={['figure']} rows={of('figure')} by={inOrder} show={(fact) => fact.title} />
      </section>
      <Strongest title="Claims that carry most" kind="claim" rows={of('claim')} weigh={weightOfClaim} />
      <Strongest title="Proposals" kind="proposal" rows={of('proposal')} weigh={weightOfProposal} />
      <Strongest title="Obstacles, enablers, risks, benefits" kind="assessment" rows={of('assessment')} weigh={() => 0} />
    </div>
  );
}

function Nothing({ articles }: { articles: readonly Article[] }) {
  const article = articles[0];
  const foreign = article?.report?.document.language === 'und';
  return (
    <div class="empty">
      {!article?.report ? <p>The facts appear here as soon as the article is read.</p>
        : foreign ? <p>This text does not seem to be English. Khabar reads English only and leaves the rest alone.</p>
        : <p>No facts were read from this text. Khabar looks for people, groups, places, times, figures, incidents, relations, claims and proposals in security reporting.</p>}
    </div>
  );
}

function Provenance({ article }: { article: Article }) {
  const info = article.report?.document;
  const authors = (info?.authors ?? []).map((author) => author.text).join(', ');
  const date = publishedOf(article);
  const parts = [publisherOf(article), authors && `by ${authors}`, date && timeWords(date), info?.dateline?.text].filter(Boolean);
  return parts.length ? <p class="provenance" dir="auto">{parts.join(' · ')}</p> : null;
}

function DeskProvenance({ articles }: { articles: readonly Article[] }) {
  const sources = new Set(articles.map(publisherOf).filter(Boolean)).size;
  const days = articles.map(publishedOf).filter(Boolean).sort();
  const reach = days.length ? (days[0] === days.at(-1) ? timeWords(days[0]!) : `${timeWords(days[0]!)} to ${timeWords(days.at(-1)!)}`) : '';
  return <p class="provenance">{[`${articles.length} articles`, sources > 1 && `${sources} publishers`, reach].filter(Boolean).join(' · ')}</p>;
}

function often(rows: Located[]): Located[] {
  return [...rows].sort((a, b) => timesNamed(b.fact) - timesNamed(a.fact));
}
const timesNamed = (fact: Fact) => (isEntity(fact) ? (fact.number ?? fact.spans.length) : fact.spans.length);
function dated(rows: Located[]): Located[] {
  const seen = new Set<string>();
  return rows
    .filter(({ fact }) => !seen.has(fieldOf(fact, 'Value')) && seen.add(fieldOf(fact, 'Value')))
    .sort((a, b) => (a.fact.date! < b.fact.date! ? -1 : 1));
}
function inOrder(rows: Located[]): Located[] {
  return rows;
}

interface GlanceProps {
  title: string;
  kinds: Kind[];
  rows: Located[];
  by(rows: Located[]): Located[];
  show(fact: Fact): string;
}

function Glance({ title, kinds, rows, by, show }: GlanceProps) {
  if (!rows.length) return null;
  const ranked = by(rows);
  return (
    <div class="glance-row">
      <h3>{title}</h3>
      <ul class="chips">
        {ranked.slice(0, few).map(({ article, fact }) => (
          <li key={article.id + fact.id}>
            <button type="button" class={`chip of-${fact.type === 'armed-group' ? 'armed' : fact.kind}`} onClick={() => selectFact(article.id, fact, 'facts')} aria-pressed={isChosen(article, fact)} dir="auto">
              {show(fact)}
              <ByYou fact={fact} />
              {timesNamed(fact) > 1 && <span class="count"> {timesNamed(fact)}</span>}
            </button>
          </li>
        ))}
        {ranked.length > few && <li><More kind={kinds[0]!} count={ranked.length - few} /></li>}
      </ul>
    </div>
  );
}

function More({ kind, count }: { kind: Kind; count: number }) {
  return (
    <button type="button" class="link more" onClick={() => { tableKind.value = kind; view.value = 'tables'; }}>
      {count} more<span class="visually-hidden"> {kindWords[kind].many.toLowerCase()}</span>
    </button>
  );
}

function isChosen(article: Article, fact: Fact): boolean {
  return selection.value?.article === article.id && selection.value.fact === fact.id;
}

function Column({ title, family, rows, none }: { title: string; family: string; rows: Located[]; none: string }) {
  return (
    <div class={`realis-column is-${family}`}>
      <h3>{title} <span class="count">{rows.length || ''}</span></h3>
      {rows.length ? (
        <ul>
          {rows.slice(0, few * 2).map(({ article, fact }) => (
            <li key={article.id + fact.id}>
              <button type="button" class="line" onClick={() => selectFact(article.id, fact, 'facts')} aria-pressed={isChosen(article, fact)} dir="auto">
                <Line fact={fact} /><ByYou fact={fact} />
                {several.value && <span class="muted small">{publisherOf(article) || titleOf(article)}</span>}
              </button>
            </li>
          ))}
        </ul>
      ) : <p class="muted">{none}</p>}
      {rows.length > few * 2 && <More kind={rows[0]!.fact.kind} count={rows.length - few * 2} />}
    </div>
  );
}

function Line({ fact }: { fact: Fact }): ComponentChildren {
  if (fact.kind === 'proposal') {
    const who = fieldOf(fact, 'Who');
    return <><StatusTag status="proposed" /> {who && <strong>{who}: </strong>}{fact.title}</>;
  }
  const actor = fieldOf(fact, 'Actor');
  const other = fieldOf(fact, 'Recipient') || fieldOf(fact, 'Target');
  const facts = [fieldOf(fact, 'When'), fieldOf(fact, 'Where'), toll(fact)].filter(Boolean).join(' · ');
  // "Accuse China" would accuse China: who acts with nobody named at the other end comes first.
  if (fact.kind === 'relation' && actor && !other) {
    return (
      <>
        <StatusTag status={fact.status ?? 'general'} quiet={fact.status === 'happened'} /> {actor}: <strong>{fact.title.toLowerCase()}</strong>
        {facts && <span class="muted small"> {facts}</span>}
      </>
    );
  }
  return (
    <>
      <StatusTag status={fact.status ?? 'general'} quiet={fact.status === 'happened'} /> <strong>{fact.title}</strong>
      {actor || other ? <span> {actor}{other && <> <span aria-label="to">→</span> {other}</>}</span> : null}
      {facts && <span class="muted small"> {facts}</span>}
    </>
  );
}

function toll(fact: Fact): string {
  return ['Killed', 'Injured', 'Arrested', 'Abducted'].map((name) => fieldOf(fact, name) && `${name.toLowerCase()} ${fieldOf(fact, name)}`).filter(Boolean).join(', ');
}

const telling: Record<string, number> = { deny: 3, accuse: 3, warn: 3, claim: 2, demand: 2, promise: 2, announce: 2, say: 0 };
function weightOfClaim(fact: Fact): number {
  return (telling[fact.type] ?? 0) + (fieldOf(fact, 'Form') ? 1 : 0) + (fieldOf(fact, 'Source') ? 2 : 0);
}
function weightOfProposal(fact: Fact): number {
  return (fieldOf(fact, 'Who') ? 2 : 0) + (/must|needs? to|has to|have to/i.test(fieldOf(fact, 'Cue')) ? 1 : 0);
}

function Strongest({ title, kind, rows, weigh }: { title: string; kind: Kind; rows: Located[]; weigh(fact: Fact): number }) {
  if (!rows.length) return null;
  const ranked = rows.map((row) => ({ row, weight: weigh(row.fact) })).sort((a, b) => b.weight - a.weight);
  const who = kind === 'proposal' ? 'Who' : 'Source';
  return (
    <section class="strongest">
      <h3>{title} <span class="count">{rows.length}</span></h3>
      <ul>
        {ranked.slice(0, few).map(({ row: { article, fact } }) => (
          <li key={article.id + fact.id}>
            <button type="button" class={`line of-${kind}`} onClick={() => selectFact(article.id, fact, 'facts')} aria-pressed={isChosen(article, fact)} dir="auto">
              {kind === 'assessment' ? <strong>{words(fact.type)}: </strong> : fieldOf(fact, who) && <strong>{fieldOf(fact, who)}{kind === 'claim' && <span class="how"> {fact.type === 'deny' ? 'denies' : `${fact.type}s`}</span>}: </strong>}
              {lineOf({ ...fact, fields: [] })}<ByYou fact={fact} />
            </button>
          </li>
        ))}
      </ul>
      {ranked.length > few && <More kind={kind} count={ranked.length - few} />}
    </section>
  );
}
