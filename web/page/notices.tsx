// Messages at the foot of the page; while a dialog is open they are shown inside it, since all else is out of reach then.
import { dismiss, notices } from '../state/notices';
import { lastAction } from '../state/review';
import { lineOf } from '../report/facts';
import { kindWords } from '../report/words';
import { marked } from '../reading/marking';
import { current } from '../state/articles';
import { selectedFact } from '../state/selection';
import { Icon } from './icons';

export function Notices() {
  const fact = selectedFact.value; // said aloud, since n and p move no focus
  const mark = marked.value;
  return (
    <>
      <div class="notices" role="status" aria-live="polite">
        {notices.value.map((notice) => (
          <div key={notice.id} class={`notice is-${notice.kind}`}>
            <span>{notice.text}</span>
            {notice.action && <button type="button" class="button small" onClick={() => { notice.action!.run(); dismiss(notice.id); }}>{notice.action.label}</button>}
            <button type="button" class="icon" aria-label="Close message" onClick={() => dismiss(notice.id)}><Icon name="close" /></button>
          </div>
        ))}
      </div>
      <p class="visually-hidden" role="status">{lastAction.value}</p>
      <p class="visually-hidden" role="status">{mark?.to ? `Marked: ${(current.value?.reportText ?? '').slice(...mark.span)}` : ''}</p>
      <p class="visually-hidden" role="status">{fact ? `${kindWords[fact.kind].one}: ${lineOf(fact)}` : ''}</p>
    </>
  );
}
