// The chosen fact seen from the whole desk: an entity's other articles, an incident's other accounts.
import { several, type Located } from '../facts/scope';
import { isEntity } from '../report/facts';
import { articles, publisherOf, titleOf } from '../state/articles';
import { notify } from '../state/notices';
import { undo } from '../state/review';
import { selectFact } from '../state/selection';
import { keepApart, saidOf, takeBackJoin } from '../review/merge';
import { entryOf, sharedOf } from './desk';
import { Verdicts } from './shared_incidents';

export function Alongside({ article, fact }: Located) {
  if (!several.value) return null;
  const find = (id: string) => articles.value.find((each) => each.id === id);
  const told = isEntity(fact) ? entryOf(article.id, fact.id)?.members : sharedOf(article.id, fact.id)?.told;
  const rows = (told ?? []).flatMap(({ article: id, fact: other }): Located[] => (find(id) ? [{ article: find(id)!, fact: other }] : []));
  const said = isEntity(fact) ? saidOf({ article, fact }) : [];
  const shared = isEntity(fact) ? undefined : sharedOf(article.id, fact.id);
  if (rows.length < 2 && !said.length) return null;
  return (
    <div class="alongside">
      {rows.length > 1 && (
        <>
          <h4>{isEntity(fact) ? `In ${new Set(rows.map((row) => row.article.id)).size} articles` : 'Likely also told in'}</h4>
          <ul>
            {rows.filter((row) => isEntity(fact) || row.article.id !== article.id || row.fact.id !== fact.id).map((row) => (
              <li key={row.article.id + row.fact.id} class="row tight small">
                <button type="button" class="link" onClick={() => selectFact(row.article.id, row.fact, 'facts')} dir="auto">{[publisherOf(row.article), titleOf(row.article)].filter(Boolean).join(': ')}</button>
                {isEntity(fact) && <span class="muted" dir="auto">{row.fact.title}</span>}
                {isEntity(fact) && <button type="button" class="button small" aria-label={`${row.fact.title} in ${titleOf(row.article)} is another`} title="Is another than in the other articles" onClick={() => { keepApart(row); notify(`${row.fact.title} in “${titleOf(row.article)}” is another now`, 'info', { label: 'Undo', run: undo }); }}>Another</button>}
              </li>
            ))}
          </ul>
        </>
      )}
      {shared && <Verdicts shared={shared} />}
      {said.map((join) => (
        <p key={join.id} class="small edited">
          <span><span class="verdict is-analyst">{join.do === 'same' ? 'Joined by you' : 'Kept apart by you'}</span>{' '}
          <button type="button" class="link" onClick={() => takeBackJoin(join.id)}>Take back</button></span>
        </p>
      ))}
    </div>
  );
}
