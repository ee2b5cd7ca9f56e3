// What several articles tell of one day, place and kind of deed, side by side: each account as it stands, and whether they agree.
import { fieldOf, lineOf, type Fact } from '../report/facts';
import { plural, timeWords } from '../report/words';
import { StatusTag } from '../facts/tags';
import { articles, publisherOf, titleOf, type Article } from '../state/articles';
import { selection, selectFact } from '../state/selection';
import type { Comparison, Shared } from './join';

const few = 8;

const articleOf = (id: string): Article | undefined => articles.value.find((article) => article.id === id);
const nameOf = (id: string): string => {
  const article = articleOf(id);
  return article ? publisherOf(article) || titleOf(article) : '';
};

function verdictOf({ agreement, sources, figures }: Comparison): string {
  if (agreement === 'differ') return `figures differ: ${figures.map(({ told, words }) => `${nameOf(told.article)} says ${words}`).join(', ')}`;
  const said = [...new Set(figures.map(({ words }) => words))];
  if (agreement === 'agree') return `${said.join(' and ')}${said.length > 1 ? ' fit each other' : ''}: corroborated by ${plural(sources, 'source')}`;
  return `${said.join(' and ')}: ${figures.length > 1 ? 'several articles, one source' : `only ${nameOf(figures[0]!.told.article)} says so`}`;
}

export function Verdicts({ shared }: { shared: Shared }) {
  return (
    <ul class="agreements">
      {shared.tolls.map((toll) => (
        <li key={toll.name} class={`agreement is-${toll.agreement.replace(' ', '-')}`}>
          <span class="sign" aria-hidden="true">{toll.agreement === 'agree' ? '=' : toll.agreement === 'differ' ? '≠' : '1'}</span> <strong>{toll.name}</strong> {verdictOf(toll)}
        </li>
      ))}
      {shared.disputed && <li class="agreement is-differ"><span class="sign" aria-hidden="true">≠</span> <strong>Status</strong> one says it happened, another that it did not</li>}
      {shared.echoes.length > 0 && <li class="agreement is-one-source"><span class="sign" aria-hidden="true">≡</span> <strong>Echo</strong> {shared.echoes.map(nameOf).join(' and ')} use the same words: perhaps one report</li>}
    </ul>
  );
}

function Account({ article, fact }: { article: Article; fact: Fact }) {
  const chosen = selection.value?.article === article.id && selection.value.fact === fact.id;
  const rest = ['Killed', 'Injured', 'According to'].map((name) => fieldOf(fact, name) && `${name.toLowerCase()} ${fieldOf(fact, name)}`).filter(Boolean).join(' · ');
  return (
    <li>
      <button type="button" class="line" aria-pressed={chosen} onClick={() => selectFact(article.id, fact, 'facts')} dir="auto">
        <span class="muted small">{publisherOf(article) || titleOf(article)}</span>
        <StatusTag status={fact.status ?? 'general'} quiet={fact.status === 'happened'} /> {lineOf(fact)}
        {rest && <span class="muted small">{rest}</span>}
      </button>
    </li>
  );
}

export function SharedIncidents({ list }: { list: readonly Shared[] }) {
  if (!list.length) return null;
  return (
    <section class="shared" aria-label="Told by several articles">
      <h3>Told by several articles <span class="count">{list.length}</span></h3>
      <p class="muted small">Same day, place and kind of deed: likely the same, and left side by side.</p>
      <ul class="shared-list">
        {list.slice(0, few).map((shared) => (
          <li key={shared.id} class="shared-one">
            <h4>{timeWords(shared.day)}, {shared.place}</h4>
            <ul class="accounts">
              {shared.told.map(({ article: id, fact }) => {
                const article = articleOf(id);
                return article && <Account key={id + fact.id} article={article} fact={fact} />;
              })}
            </ul>
            <Verdicts shared={shared} />
          </li>
        ))}
      </ul>
      {list.length > few && <p class="muted small">{list.length - few} more: the timeline marks them.</p>}
    </section>
  );
}
