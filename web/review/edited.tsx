// What a reader's edits did to a fact, each with its way back.
import type { Edit } from '../report/edits';
import type { Fact } from '../report/facts';
import { words } from '../report/words';
import type { Article } from '../state/articles';
import { takeBack } from '../state/review';

const said: Record<Edit['do'], string> = { merge: 'Merged by you', split: 'Split by you', add: 'Added by you', assign: 'Completed by you' };

function about(edit: Edit, fact: Fact): string {
  switch (edit.do) {
    case 'merge': return edit.entities.map((ref) => ref.name).join(' = ');
    case 'split': return edit.name === fact.title ? `from ${edit.from.name}` : `${edit.name} is another`;
    case 'add': return `“${edit.words.words}”`;
    case 'assign': return `${words(edit.part)}: “${edit.words.words}”`;
  }
}

export function Edited({ article, fact }: { article: Article; fact: Fact }) {
  const edits = article.edits.filter((edit) => fact.edits?.includes(edit.id) && !(fact.added && edit.do === 'add'));
  if (!edits.length) return null;
  return (
    <ul class="edited">
      {edits.map((edit) => (
        <li key={edit.id}>
          <span class="verdict is-analyst">{said[edit.do]}</span> <span dir="auto">{about(edit, fact)}</span>{' '}
          <button type="button" class="link" onClick={() => takeBack(article, edit.id, `Taken back: ${said[edit.do]}`)}>Take back</button>
        </li>
      ))}
    </ul>
  );
}
