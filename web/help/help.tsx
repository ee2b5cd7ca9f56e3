import { shortcuts, singleKeys } from '../page/keys';
import { statusWords } from '../report/words';
import { StatusTag } from '../facts/tags';
import type { Status } from '../report/schema';

export function Help() {
  return (
    <div class="help">
      <h3>Keys</h3>
      <dl class="keys">
        {shortcuts.map(({ keys, does }) => (
          <div key={keys}>
            <dt>{keys.split(', ').map((key, index) => <>{index ? ' ' : ''}<kbd>{key}</kbd></>)}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="switch">
        <input type="checkbox" checked={singleKeys.value} onChange={(event) => (singleKeys.value = event.currentTarget.checked)} />
        Single-letter keys are on
      </label>
      <h3>What you can change</h3>
      <p class="small">
        Accept, reject or correct a fact; say that entities are one, or that some mentions are another; mark words in the text to add what was
        missed, or to give them a part in an event. With “All” switched on this goes across articles too. Nothing of it changes the machine’s
        report: it lies beside it, goes along in exports and the workspace file, and can be undone step by step.
      </p>
      <h3>What the signs mean</h3>
      <dl class="signs">
        {(Object.keys(statusWords) as Status[]).map((status) => (
          <div key={status}>
            <dt><StatusTag status={status} /></dt>
            <dd>{statusWords[status].means}</dd>
          </div>
        ))}
      </dl>
      <p class="muted small">The map’s outlines are Natural Earth’s. They draw borders as they are held, and disputed ones one way or another; neither they nor this page take a side. A province or district without a middle of its own stands at its seat.</p>
      <p class="muted small">Every fact is read by rules from the words that light up when you choose it. The engine can miss facts and misread them: check the words before you quote.</p>
    </div>
  );
}
