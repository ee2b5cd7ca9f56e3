// Keyboard shortcuts. Single letters can be switched off (WCAG 2.1.4); they never fire while somebody types.
import { signal } from '@preact/signals';
import { view, viewNames, wide } from '../facts/views';
import { finding, stopFinding } from '../reading/find';
import { marked, moveMark, startMarking, stopMarking } from '../reading/marking';
import { isEntity } from '../report/facts';
import { current } from '../state/articles';
import { judge, redo, takeBack, undo } from '../state/review';
import { clearSelection, correcting, hiddenFamilies, hiddenKinds, hideAllKinds, selectedFact, selection, showAllKinds, stepFact, stepOccurrence } from '../state/selection';
import { additionOf, canSplit, startAdding, startChanging, startMerge, startSplit } from '../review/tasks';
import { adding, dialog, editing, pane } from './panes';

export const singleKeys = signal(true);

export interface Shortcut {
  keys: string;
  does: string;
}
export const shortcuts: Shortcut[] = [
  { keys: 'n, p', does: 'Next, previous fact in the text' },
  { keys: '], [', does: 'Next, previous place of the chosen fact' },
  { keys: 'a, x, e', does: 'Accept, reject, correct the chosen fact' },
  { keys: 'm, s', does: 'The chosen entity: same as another, split' },
  { keys: 'f', does: 'Mark words for a fact: ← → move, Shift widens, Enter says what they are' },
  { keys: 'Ctrl+Z, Ctrl+Shift+Z', does: 'Undo, redo marks' },
  { keys: '/', does: 'Find in the text' },
  { keys: '1 … 6', does: 'Overview, tables, timeline, figures, network, map' },
  { keys: 'w', does: 'Facts over the whole width' },
  { keys: 'l', does: 'Light all kinds; or none, for the plain text' },
  { keys: 'Ctrl+V', does: 'Paste a new article, anywhere on the page' },
  { keys: 'Escape', does: 'Close what is open; let go of the chosen fact' },
  { keys: '?', does: 'This list' },
];

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && !(target instanceof HTMLInputElement && /^(checkbox|radio|button)$/.test(target.type));

const actions: Record<string, () => void> = {
  n: () => stepFact(1),
  p: () => stepFact(-1),
  ']': () => stepOccurrence(1),
  '[': () => stepOccurrence(-1),
  a: () => withFact((article, fact) => !fact.added && judge(article, fact, 'accepted')),
  x: () => withFact((article, fact) => {
    const addition = additionOf(article, fact);
    if (addition) takeBack(article, addition.id, `Deleted: ${fact.title}`);
    else if (!fact.added) judge(article, fact, 'rejected');
  }),
  e: () => withFact((article, fact) => {
    const addition = additionOf(article, fact);
    if (addition) startChanging(article, addition);
    else if (!fact.added) correcting.value = true;
  }),
  m: () => withFact((article, fact) => isEntity(fact) && startMerge([{ article, fact }])),
  s: () => withFact((article, fact) => canSplit(fact) && startSplit(article, fact, selection.value?.at ?? -1)),
  f: () => {
    if (!current.value?.report || adding.value || editing.value) return;
    pane.value = 'text';
    wide.value = false;
    startMarking();
  },
  '/': () => {
    if (current.value && !adding.value && !editing.value) {
      pane.value = 'text';
      finding.value = true;
    }
  },
  w: () => (wide.value = !wide.value),
  l: () => (hiddenKinds.value.size || hiddenFamilies.value.size ? showAllKinds() : hideAllKinds()),
  '?': () => (dialog.value = 'help'),
};

function withFact(run: (article: NonNullable<typeof current.value>, fact: NonNullable<typeof selectedFact.value>) => void): void {
  if (current.value && selectedFact.value) run(current.value, selectedFact.value);
}

/** Keys while words are marked. Out: whether it was one. */
function onMark(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest?.('button, a, [role=tab], [role=separator]')) return false;
  const article = current.value;
  if (event.key === 'Enter' && article && marked.value) {
    startAdding({ article, span: marked.value.span, kind: 'entity' });
    return true;
  }
  return moveMark(event.key, event.shiftKey);
}

export function onKey(event: KeyboardEvent): void {
  if (dialog.value || event.isComposing) return;
  if (event.key === 'Escape') {
    if (marked.value) stopMarking();
    else if (finding.value) stopFinding();
    else if (correcting.value) correcting.value = false;
    else if (selectedFact.value) clearSelection();
    else if (adding.value) adding.value = false;
    else if (editing.value) editing.value = false;
    return;
  }
  if (typing(event.target)) return;
  if (marked.value && onMark(event)) {
    event.preventDefault();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z') {
    event.preventDefault();
    if (event.shiftKey) redo();
    else undo();
    return;
  }
  if (event.ctrlKey && event.key.toLowerCase() === 'y') {
    event.preventDefault();
    redo();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !singleKeys.value) return;
  const number = Number(event.key);
  if (number >= 1 && number <= viewNames.length) view.value = viewNames[number - 1]!;
  else if (actions[event.key]) {
    event.preventDefault();
    actions[event.key]!();
  }
}
