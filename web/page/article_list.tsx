// The articles on the desk: title, date, source, how many facts, how far the reading is.
import { plural } from '../report/words';
import { addArticles, articleFacts, articles, currentId, publishedOf, publisherOf, removeArticle, titleOf, type Article } from '../state/articles';
import { notify } from '../state/notices';
import { clearSelection } from '../state/selection';
import { read, stopReading } from '../engine/reader';
import { adding, editing, pane } from './panes';
import { Icon } from './icons';

export function ArticleList() {
  return (
    <nav class="articles" aria-label="Articles">
      <div class="row articles-head">
        <h2>Articles <span class="count">{articles.value.length || ''}</span></h2>
        <span class="grow" />
        <button type="button" class="button" onClick={() => { adding.value = true; pane.value = 'text'; }}>+ Add</button>
      </div>
      {articles.value.length === 0 && <p class="muted small">Each article you paste, drop or open is listed here.</p>}
      <ul class="scroller">
        {articles.value.map((article) => <Item key={article.id} article={article} />)}
      </ul>
    </nav>
  );
}

function Item({ article }: { article: Article }) {
  const chosen = currentId.value === article.id && !adding.value;
  const count = articleFacts(article).all.length;
  const title = titleOf(article);
  const about = [publishedOf(article), publisherOf(article)].filter(Boolean).join(' · ');
  const open = () => {
    currentId.value = article.id;
    adding.value = false;
    editing.value = false;
    pane.value = 'text';
    clearSelection();
  };
  return (
    <li class={chosen ? 'is-chosen' : ''}>
      <button type="button" class="article" aria-current={chosen ? 'true' : undefined} onClick={open}>
        <span class="article-title" dir="auto">{title}</span>
        {about && <span class="muted small" dir="auto">{about}</span>}
        <span class="muted small">{stateOf(article, count)}</span>
        {article.reading.state === 'reading' && <progress max={1} value={article.reading.done} aria-label={`Reading ${title}`} />}
      </button>
      {article.reading.state === 'reading' && <button type="button" class="icon" aria-label={`Stop reading ${title}`} title="Stop reading" onClick={() => stopReading(article.id)}><Icon name="stop" /></button>}
      {(article.reading.state === 'stopped' || article.reading.state === 'failed') && <button type="button" class="icon" aria-label={`Read ${title} again`} title="Read again" onClick={() => void read(article.id)}><Icon name="again" /></button>}
      <button type="button" class="icon remove" aria-label={`Remove ${title}`} title="Remove" onClick={() => remove(article)}><Icon name="close" /></button>
    </li>
  );
}

function stateOf(article: Article, count: number): string {
  switch (article.reading.state) {
    case 'waiting': return 'Waiting';
    case 'reading': return `Reading… ${Math.round(article.reading.done * 100)} %`;
    case 'stopped': return 'Stopped';
    case 'failed': return 'Could not be read';
    case 'done': {
      const marks = Object.keys(article.marks).length + article.edits.length;
      return plural(count, 'fact') + (marks ? `, ${marks} marked` : '');
    }
  }
}

function remove(article: Article): void {
  stopReading(article.id);
  removeArticle(article.id);
  notify(`Removed “${titleOf(article)}”`, 'info', { label: 'Undo', run: () => addArticles([article]) });
}
