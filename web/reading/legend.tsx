// What the colours mean, how many there are, and which are lit. A second look: what the lines under events mean.
import { kinds, kindWords, statusWords, type Kind } from '../report/words';
import { articleFacts, current } from '../state/articles';
import { hiddenFamilies, hiddenKinds, showAllKinds, soloKind, toggleFamily, toggleKind } from '../state/selection';
import { Swatch } from '../facts/tags';

const families: { family: string; say: string }[] = [
  { family: 'done', say: 'done' },
  { family: 'called', say: 'called for, planned, feared' },
  { family: 'not', say: 'denied, failed' },
];

export function Legend() {
  const facts = articleFacts(current.value).byKind;
  const hidden = hiddenKinds.value;
  return (
    <div class="legend">
      <div class="legend-kinds" role="group" aria-label="Kinds that are lit in the text">
        {kinds.map((kind: Kind) => {
          const count = facts[kind].length;
          if (!count && !hidden.has(kind)) return null;
          return (
            <button
              key={kind}
              type="button"
              class={`legend-kind ${count ? '' : 'is-empty'}`}
              aria-pressed={!hidden.has(kind)}
              title={`${kindWords[kind].teach}\nShift-click or double-click: only ${kindWords[kind].many.toLowerCase()}`}
              data-kind={kind}
              onClick={(event) => (event.shiftKey ? soloKind(kind) : toggleKind(kind))}
              onDblClick={() => soloKind(kind)}
            >
              <Swatch kind={kind} />
              {kindWords[kind].many}
              <span class="count">{count}</span>
            </button>
          );
        })}
        {(hidden.size > 0 || hiddenFamilies.value.size > 0) && <button type="button" class="link small" onClick={showAllKinds}>Show all</button>}
      </div>
      {(facts.incident.length > 0 || facts.relation.length > 0) && (
        <div class="legend-status" role="group" aria-label="Events that are lit, by status">
          {families.map(({ family, say }) => (
            <button key={family} type="button" class="legend-kind" aria-pressed={!hiddenFamilies.value.has(family)} data-family={family} onClick={() => toggleFamily(family)}>
              <span class={`line-sample is-${family}`} aria-hidden="true">{Object.values(statusWords).find((s) => s.family === family)!.sign} abc</span> {say}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
