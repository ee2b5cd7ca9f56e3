// Small labels: a kind by colour swatch and word, a status by sign, word and shape of border.
import type { Fact } from '../report/facts';
import type { Status } from '../report/schema';
import { kindWords, statusOf, words, type Kind } from '../report/words';
import type { Mark } from '../state/articles';

const typeless: readonly Kind[] = ['time', 'figure', 'proposal'];

export function Swatch({ kind, type }: { kind: Kind; type?: string }) {
  return <i class={`swatch of-${kind === 'group' && type === 'armed-group' ? 'armed' : kind}`} aria-hidden="true" />;
}

export function KindTag({ kind, type }: { kind: Kind; type?: string }) {
  const plain = type && type !== kind && !typeless.includes(kind) ? words(type) : '';
  return (
    <span class="kind-tag">
      <Swatch kind={kind} {...(type && { type })} />
      {plain ? `${kindWords[kind].one} · ${plain}` : kindWords[kind].one}
    </span>
  );
}

/** `quiet`: where a heading already says the status, the sign alone is shown. */
export function StatusTag({ status, quiet = false }: { status: Status; quiet?: boolean }) {
  const { word, sign, family, means } = statusOf(status);
  return (
    <span class={`status is-${family} ${quiet ? 'is-quiet' : ''}`} title={means}>
      <span class="sign" aria-hidden="true">{sign}</span>
      {quiet ? <span class="visually-hidden">{word}</span> : word}
    </span>
  );
}

/** On facts that the machine knows nothing of, wherever they stand among its own. */
export function ByYou({ fact }: { fact: Fact }) {
  return fact.added ? <span class="verdict is-analyst" title="Added by you, not read by the machine">+ by you</span> : null;
}

export function MarkTag({ mark, fact }: { mark: Mark | undefined; fact: Fact }) {
  if (!mark && !fact.edits) return null;
  return (
    <>
      {mark?.verdict === 'accepted' && <span class="verdict is-accepted">✓ accepted</span>}
      {mark?.verdict === 'rejected' && <span class="verdict is-rejected">✕ rejected</span>}
      {mark?.corrections && <span class="verdict is-corrected">✎ corrected</span>}
      {fact.edits && !fact.added && <span class="verdict is-analyst">✎ edited by you</span>}
      <ByYou fact={fact} />
      {mark?.note && <span class="verdict">note</span>}
    </>
  );
}
