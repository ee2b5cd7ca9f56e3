// The whole page: bar, articles, text, facts; on a phone one at a time.
import { useEffect, useState } from 'preact/hooks';
import { effect } from '@preact/signals';
import { engineVersion } from '../engine/reader';
import { FactsPane } from '../facts/facts_pane';
import { Inspector } from '../facts/inspector';
import { wide } from '../facts/views';
import { openFiles, addText } from '../input/files';
import { textOfClipboard } from '../input/rich';
import { articles } from '../state/articles';
import { keeping } from '../state/keep';
import { canRedo, canUndo, redo, tally, undo } from '../state/review';
import { selection } from '../state/selection';
import { nextTheme } from '../state/theme';
import { Dialogs } from '../help/dialogs';
import { ArticleList } from './article_list';
import { factsShare } from './divider';
import { onKey } from './keys';
import { partsLoaded } from './later';
import { Notices } from './notices';
import { adding, dialog, editing, pane, type Pane } from './panes';
import { TextPane } from './text_pane';
import { Icon } from './icons';

export function App() {
  const [dropping, setDropping] = useState(false);
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const target = event.target as HTMLElement;
      if (/^(INPUT|TEXTAREA)$/.test(target.tagName) || !event.clipboardData || dialog.value) return;
      const files = [...event.clipboardData.files].filter((file) => /^text\/|pdf$|wordprocessingml|\.(txt|md|html?|docx|pdf)$/.test(file.type || file.name));
      if (files.length) void openFiles(files);
      else addText(textOfClipboard(event.clipboardData), 'pasted');
      adding.value = false;
    };
    const hasFiles = (event: DragEvent) => !!event.dataTransfer && [...event.dataTransfer.types].some((type) => type === 'Files' || type.startsWith('text/'));
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDropping(true);
    };
    const leave = (event: DragEvent) => !event.relatedTarget && setDropping(false);
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer) return;
      event.preventDefault();
      setDropping(false);
      if (event.dataTransfer.files.length) void openFiles([...event.dataTransfer.files]);
      else addText(textOfClipboard(event.dataTransfer), 'pasted');
      adding.value = false;
    };
    document.addEventListener('paste', paste);
    document.addEventListener('keydown', onKey);
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    // On a phone a chosen fact brings its words to the front.
    const follow = effect(() => {
      if (selection.value?.from === 'facts' && innerWidth < 760) pane.value = 'text';
    });
    const leaving = (event: BeforeUnloadEvent) => {
      const { accepted, rejected, corrected, edited } = tally.peek();
      if (accepted + rejected + corrected + edited && !keeping.peek()) event.preventDefault(); // marks are work: ask before they are lost
    };
    addEventListener('beforeunload', leaving);
    return () => {
      removeEventListener('beforeunload', leaving);
      document.removeEventListener('paste', paste);
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      follow();
    };
  }, []);

  const empty = !articles.value.length;
  return (
    <div class={`app ${empty ? 'is-start' : ''} ${wide.value ? 'is-wide' : ''}`} data-pane={pane.value} data-engine={engineVersion.value || undefined} data-loaded={partsLoaded.value || undefined} style={{ '--facts-width': factsShare.value === null ? '' : `${factsShare.value}vw` }}>
      <a class="skip" href="#main">Skip to the text</a>
      <Bar empty={empty} />
      {!empty && <ArticleList />}
      <main>
        <div class="text-pane" id="main" tabIndex={-1}><TextPane /></div>
        {!empty && <FactsPane />}
        {!empty && <Inspector />}
      </main>
      {!empty && <PaneBar />}
      {!dialog.value && <Notices />}
      <Dialogs />
      {dropping && <div class="drop" aria-hidden="true"><p>Drop articles here</p></div>}
    </div>
  );
}

function Bar({ empty }: { empty: boolean }) {
  return (
    <header class="bar">
      <h1><span class="logo" aria-hidden="true" /> Khabar</h1>
      <button type="button" class="trust" onClick={() => (dialog.value = 'trust')} title="What this page may do, and what it did">
        <Icon name="shield" /> <span class="label">Stays on this device</span>
      </button>
      <span class="grow" />
      {!empty && (
        <>
          <button type="button" class="icon" aria-label="Undo" title="Undo (Ctrl+Z)" disabled={!canUndo.value} onClick={undo}><Icon name="undo" /></button>
          <button type="button" class="icon" aria-label="Redo" title="Redo (Ctrl+Shift+Z)" disabled={!canRedo.value} onClick={redo}><Icon name="redo" /></button>
          <button type="button" class="button" onClick={() => (dialog.value = 'out')}>Export</button>
        </>
      )}
      <button type="button" class="icon" aria-label="Light or dark" title="Light or dark" onClick={nextTheme}><Icon name="contrast" /></button>
      <button type="button" class="icon" aria-label="Shortcuts and help" title="Shortcuts (?)" onClick={() => (dialog.value = 'help')}><Icon name="help" /></button>
    </header>
  );
}

function PaneBar() {
  const panes: [Pane, string][] = [['articles', 'Articles'], ['text', 'Text'], ['facts', 'Facts']];
  return (
    <nav class="pane-bar" aria-label="Parts of the page">
      {panes.map(([name, title]) => (
        <button key={name} type="button" aria-current={pane.value === name ? 'true' : undefined} onClick={() => { pane.value = name; editing.value = false; }}>{title}</button>
      ))}
    </nav>
  );
}
