// The middle: the article's date and source, the legend, and its text to read or to edit.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { engineTrouble, read, readSoon, stopReading } from '../engine/reader';
import { Legend } from '../reading/legend';
import { TextView } from '../reading/text_view';
import { startMarking } from '../reading/marking';
import { find, finding, findings, stepFound, stopFinding } from '../reading/find';
import { MarkTools } from '../review/mark_tools';
import { plural } from '../report/words';
import { articleFacts, changeArticle, current, publishedOf, publisherOf, revisionOf, titleOf, type Article } from '../state/articles';
import { Editor, rememberPlace, restorePlace } from './editor';
import { adding, editing } from './panes';
import { Start } from './start';
import { Icon } from './icons';

export function TextPane() {
  const article = current.value;
  const text = useRef<HTMLDivElement>(null);
  // What had the focus may be gone (a sample's button, a removed article): keys then belong to the text.
  useEffect(() => {
    if (!document.activeElement || document.activeElement === document.body) text.current?.focus({ preventScroll: true });
  }, [article?.id, adding.value]);
  // Back from editing: at the same words.
  useLayoutEffect(() => {
    if (article && !editing.value) restorePlace(article.id);
  }, [editing.value]);
  if (!article || adding.value) return <Start />;
  return (
    <section class="reading" aria-label="Article">
      <Head article={article} />
      {finding.value && <FindBar article={article} />}
      {editing.value ? <Editor key="editor" article={article} /> : (
        <div key="text" ref={text} class="scroller text-scroller" tabIndex={0} role="region" aria-label="Text of the article">
          <TextView article={article} />
          <MarkTools article={article} />
        </div>
      )}
    </section>
  );
}

function Head({ article }: { article: Article }) {
  const published = publishedOf(article);
  const wrong = article.published !== '' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(article.published);
  return (
    <header class="reading-head">
      <h2 class="visually-hidden">{titleOf(article)}</h2>
      <div class="row">
        <label class="meta">
          <span>Published</span>
          <input
            type="text"
            inputMode="numeric"
            size={10}
            placeholder="YYYY-MM-DD"
            value={published}
            aria-invalid={wrong}
            aria-describedby={wrong ? 'date-help' : undefined}
            title="What “yesterday” and “on Tuesday” are counted from"
            onInput={(event) => {
              changeArticle(article.id, { published: event.currentTarget.value.trim() });
              if (/^(\d{4}(-\d{2}(-\d{2})?)?)?$/.test(event.currentTarget.value.trim())) readSoon(article.id);
            }}
          />
        </label>
        <label class="meta grow">
          <span>Source</span>
          <input type="text" placeholder="Publisher" value={publisherOf(article)} onInput={(event) => changeArticle(article.id, { publisher: event.currentTarget.value })} />
        </label>
        <button type="button" class="icon" aria-label="Find in the text" title="Find (/)" aria-pressed={finding.value} onClick={() => (finding.value ? stopFinding() : (finding.value = true))}><Icon name="find" /></button>
        <button type="button" class="button" aria-pressed={editing.value} onClick={() => { rememberPlace(article.id); editing.value = !editing.value; }}>{editing.value ? 'Done' : 'Edit'}</button>
      </div>
      {wrong && <p id="date-help" class="trouble">Write the date as 2025-03-12, 2025-03 or 2025; or empty the field to take the text’s own.</p>}
      <State article={article} />
      <Waiting article={article} />
      <Legend />
    </header>
  );
}

function State({ article }: { article: Article }) {
  const { reading } = article;
  if (engineTrouble.value) return <p class="trouble" role="alert">{engineTrouble.value}</p>;
  if (reading.state === 'reading')
    return (
      <p class="state row" role="status">
        <progress max={1} value={reading.done} aria-label="Reading" />
        <span class="muted small">Reading… {Math.round(reading.done * 100)} %</span>
        <button type="button" class="button small" onClick={() => stopReading(article.id)}>Stop</button>
      </p>
    );
  if (reading.state === 'failed')
    return <p class="trouble" role="alert">This text could not be read: {reading.why}. <button type="button" class="button small" onClick={() => void read(article.id)}>Try again</button></p>;
  if (reading.state === 'stopped')
    return <p class="state row"><span class="muted small">Reading was stopped.</span> <button type="button" class="button small" onClick={() => void read(article.id)}>Read again</button></p>;
  if (article.report?.document.language === 'und')
    return <p class="hint">This text does not seem to be English. Khabar reads English only; what it shows here may be little or wrong.</p>;
  return reading.state === 'done' ? <p class="visually-hidden" role="status">{plural(articleFacts(article).all.length, 'fact')} read</p> : null;
}

/** Changes of the reader's whose words an edit of the text took away. */
function Waiting({ article }: { article: Article }) {
  const idle = revisionOf(article)?.idle ?? [];
  if (!idle.length) return null;
  const gone = article.edits.filter((edit) => idle.includes(edit.id)).map((edit) => (edit.do === 'add' || edit.do === 'assign' ? edit.words.words : edit.name));
  return <p class="hint small" role="status">{plural(idle.length, 'change')} of yours {idle.length === 1 ? 'waits' : 'wait'} for words that are no longer in this text: {gone.slice(0, 3).map((words) => `“${words.slice(0, 40)}”`).join(', ')}{gone.length > 3 && ' …'}</p>;
}

function FindBar({ article }: { article: Article }) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
    return stopFinding;
  }, [article.id]);
  const { query, spans, at } = findings.value;
  return (
    <div class="find row" role="search">
      <input
        ref={input}
        type="search"
        aria-label="Find in the text"
        placeholder="Find in the text"
        value={query}
        onInput={(event) => find(article.reportText ?? article.text, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') { event.preventDefault(); stepFound(event.shiftKey ? -1 : 1); }
          if (event.key === 'Escape') { event.stopPropagation(); stopFinding(); }
        }}
      />
      <span class="muted small" role="status">{query ? (spans.length ? `${at + 1} of ${spans.length}` : 'Not found') : ''}</span>
      <button type="button" class="icon" aria-label="Previous" onClick={() => stepFound(-1)}><Icon name="up" /></button>
      <button type="button" class="icon" aria-label="Next" onClick={() => stepFound(1)}><Icon name="down" /></button>
      {spans.length > 0 && <button type="button" class="button small" title="Say what these words are (f)" onClick={startMarking}>Mark</button>}
      <button type="button" class="icon" aria-label="Close find" onClick={stopFinding}><Icon name="close" /></button>
    </div>
  );
}
