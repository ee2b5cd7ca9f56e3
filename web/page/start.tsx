// Where articles come in: paste, drop, open, or a sample.
import { useEffect, useRef } from 'preact/hooks';
import { addText, openFiles } from '../input/files';
import { textOfClipboard } from '../input/rich';
import { samples } from '../samples/samples';
import { articles } from '../state/articles';
import { adding } from './panes';

export function Start() {
  const box = useRef<HTMLTextAreaElement>(null);
  const files = useRef<HTMLInputElement>(null);
  // Asked for by a button: the field is what comes next. On opening the page nothing takes the focus.
  useEffect(() => {
    if (adding.peek()) box.current?.focus();
  }, []);
  const take = (text: string, origin: 'pasted' | 'sample') => {
    addText(text, origin);
    if (text.trim()) adding.value = false;
  };
  return (
    <section class="start scroller" aria-labelledby="start-title">
      <div class="start-inner">
        <h2 id="start-title">{articles.value.length ? 'Add articles' : 'Who did what to whom, where, when, how many, and who says so'}</h2>
        {!articles.value.length && (
          <p class="lead">Paste security reporting. Khabar reads it here, in this page, and shows every fact with the words it rests on. Nothing is sent anywhere.</p>
        )}
        <label class="paste-box">
          <span class="visually-hidden">Paste or type an article</span>
          <textarea
            ref={box}
            rows={7}
            placeholder="Paste an article here (Ctrl+V), or drop files anywhere on the page"
            onPaste={(event) => {
              if (!event.clipboardData || event.currentTarget.value.trim()) return;
              const text = textOfClipboard(event.clipboardData);
              if (!text.trim()) return;
              event.preventDefault();
              event.stopPropagation();
              take(text, 'pasted');
            }}
            onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && take(event.currentTarget.value, 'pasted')}
          />
        </label>
        <div class="row start-actions">
          <button type="button" class="button is-primary" onClick={() => take(box.current!.value, 'pasted')}>Read this text</button>
          <button type="button" class="button" onClick={() => files.current!.click()}>Open files…</button>
          <input
            ref={files}
            type="file"
            hidden
            multiple
            accept=".txt,.text,.md,.markdown,.html,.htm,.docx,.pdf,.json,.khabar,text/*,application/pdf"
            onChange={(event) => {
              const chosen = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              void openFiles(chosen).then(() => (adding.value = false));
            }}
          />
          {articles.value.length > 0 && <button type="button" class="button" onClick={() => (adding.value = false)}>Cancel</button>}
          <span class="muted small">.txt, .md, .html, .docx, .pdf, or a workspace saved here; several at once</span>
        </div>
        <h3>Or try one of these</h3>
        <ul class="samples">
          {samples.map((sample) => (
            <li key={sample.name}>
              <button type="button" class="sample" onClick={() => take(sample.text, 'sample')}>
                <strong>{sample.name}</strong>
                <span class="muted small">{sample.about}</span>
              </button>
            </li>
          ))}
        </ul>
        <p class="muted small">The samples are invented: nothing in them happened.</p>
      </div>
    </section>
  );
}
