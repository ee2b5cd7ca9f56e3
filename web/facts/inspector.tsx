// The chosen fact in full: what, its fields, the passages it rests on, the rule that made it, and the reader's verdict.
import { Fragment } from 'preact';
import { Alongside } from '../dossier/alongside';
import { groupedFields, isEntity, lineOf, type Fact } from '../report/facts';
import type { Span } from '../report/schema';
import { timeWords } from '../report/words';
import { copy } from '../out/save';
import { articleFacts, current, publishedOf, publisherOf, titleOf, type Article } from '../state/articles';
import { judge, markOf, takeBack } from '../state/review';
import { clearSelection, correcting, selectedFact, selection, selectFact, stepFact, stepOccurrence } from '../state/selection';
import { CorrectButtons, CorrectForm } from '../review/correct_form';
import { Edited } from '../review/edited';
import { additionOf, canSplit, startChanging, startMerge, startSplit } from '../review/tasks';
import { KindTag, MarkTag, StatusTag } from './tags';
import { Icon } from '../page/icons';

const longest = 400; // characters of a passage shown here; the text itself has the rest

export function Inspector() {
  const fact = selectedFact.value;
  const article = current.value;
  if (!fact || !article) return null;
  const mark = markOf(article, fact);
  const at = selection.value?.at ?? -1;
  const addition = additionOf(article, fact);
  return (
    <section class={`inspector ${correcting.value ? 'is-correcting' : ''}`} aria-label="Chosen fact">
      <header class="row">
        <KindTag kind={fact.kind} type={fact.type} />
        {fact.status && <StatusTag status={fact.status} />}
        <MarkTag mark={mark} fact={fact} />
        <span class="grow" />
        <button type="button" class="icon" aria-label="Previous fact in the text" title="Previous fact (p)" onClick={() => stepFact(-1)}><Icon name="up" /></button>
        <button type="button" class="icon" aria-label="Next fact in the text" title="Next fact (n)" onClick={() => stepFact(1)}><Icon name="down" /></button>
        <button type="button" class="icon" aria-label="Close" title="Close (Esc)" onClick={clearSelection}><Icon name="close" /></button>
      </header>
      <div class="inspector-body" tabIndex={0} role="group" aria-label="Details">
        <h3 dir="auto">{lineOf(fact)}</h3>
        {!correcting.value && <Fields article={article} fact={fact} />}
        {fact.spans.length > 1 && fact.kind !== 'claim' && !correcting.value && (
          <p class="row tight">
            <span class="muted">{at >= 0 ? `Place ${at + 1} of ${fact.spans.length}` : `${fact.spans.length} places in the text`}</span>
            <button type="button" class="icon" aria-label="Previous place" title="Previous place ([)" onClick={() => stepOccurrence(-1)}><Icon name="left" /></button>
            <button type="button" class="icon" aria-label="Next place" title="Next place (])" onClick={() => stepOccurrence(1)}><Icon name="right" /></button>
          </p>
        )}
        {fact.evidence.length > 0 && (
          <ul class="evidence" aria-label="Rests on these words">
            {fact.evidence.slice(0, 12).map((span, index) => (
              <li key={index}>
                <button type="button" class="quote" dir="auto" onClick={() => selectFact(article.id, fact, 'facts', span)}>
                  {(article.reportText ?? '').slice(span[0], Math.min(span[1], span[0] + longest))}
                </button>
                <button type="button" class="icon" aria-label="Copy these words with their source" title="Copy with source" onClick={() => void copy(citation(article, span), 'Quotation')}><Icon name="copy" /></button>
              </li>
            ))}
          </ul>
        )}
        {!correcting.value && <Alongside article={article} fact={fact} />}
        <Edited article={article} fact={fact} />
        {mark?.note && <p class="note">Note: {mark.note}</p>}
        {fact.rule && <p class="rule">Why: {fact.rule === 'analyst' ? 'added by you' : <>rule <code>{fact.rule}</code></>}</p>}
        {correcting.value && <CorrectForm key={fact.key} article={article} fact={fact} />}
      </div>
      {correcting.value ? <CorrectButtons /> : (
        <footer class="row">
          {addition && <button type="button" class="button" data-does="change" title="Change (e)" onClick={() => startChanging(article, addition)}>✎ Change</button>}
          {addition && <button type="button" class="button" title="Delete (x)" onClick={() => takeBack(article, addition.id, `Deleted: ${fact.title}`)}>Delete</button>}
          {!fact.added && <button type="button" class="button" aria-pressed={mark?.verdict === 'accepted'} title="Accept (a)" onClick={() => judge(article, fact, 'accepted')}>✓ Accept</button>}
          {!fact.added && <button type="button" class="button" aria-pressed={mark?.verdict === 'rejected'} title="Reject (x)" onClick={() => judge(article, fact, 'rejected')}>✕ Reject</button>}
          {!fact.added && <button type="button" class="button" data-does="correct" title="Correct (e)" onClick={() => (correcting.value = true)}>✎ Correct</button>}
          {isEntity(fact) && <button type="button" class="button" title="Is the same as another entity (m)" onClick={() => startMerge([{ article, fact }])}>Same as…</button>}
          {canSplit(fact) && <button type="button" class="button" title="Some mentions are another entity (s)" onClick={() => startSplit(article, fact, at)}>Split…</button>}
        </footer>
      )}
    </section>
  );
}

function citation(article: Article, span: Span): string {
  const date = publishedOf(article);
  const source = [publisherOf(article), titleOf(article), date && timeWords(date)].filter(Boolean).join(', ');
  return `“${(article.reportText ?? '').slice(span[0], span[1]).replace(/\s+/g, ' ')}” (${source})`;
}

function Fields({ article, fact }: { article: Article; fact: Fact }) {
  const facts = articleFacts(article);
  return (
    <dl class="fields">
      {groupedFields(fact).map(({ name, fields }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">
            {fields.map((field, index) => {
              const other = field.fact ? facts.byId.get(field.fact) : undefined;
              const go = field.span
                ? () => selectFact(article.id, fact, 'facts', field.span)
                : other && (() => selectFact(article.id, other, 'facts'));
              return <Fragment key={index}>{index > 0 && ', '}{go ? <button type="button" class="link" onClick={go}>{field.value}</button> : field.value}</Fragment>;
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
