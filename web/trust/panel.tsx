// What this page may do, in its own policy's words and in plain ones; what it did; and what it keeps.
import { engineVersion } from '../engine/reader';
import { offline } from '../offline/offline';
import { clearKept, keep, keeping } from '../state/keep';
import { refused, requestsAfterLoad } from './watch';

const meanings: Record<string, string> = {
  'default-src': 'Nothing is allowed but what follows',
  'script-src': 'Programs: only this page’s own files; WebAssembly may run',
  'style-src': 'Looks: only this page’s own style sheet',
  'img-src': 'Pictures: only its own icon',
  'worker-src': 'Background work: only its own engine',
  'connect-src': 'Connections: none, to anywhere',
  'base-uri': 'Links cannot be bent to another site',
  'form-action': 'Forms cannot be sent anywhere',
};

export function Trust() {
  const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content;
  const asked = requestsAfterLoad.value;
  return (
    <div class="trust-panel">
      <p class={asked.length ? 'trouble' : 'good'} role="status">
        {asked.length ? `The browser reports ${asked.length} requests since this page was loaded.` : 'No request was made since this page was loaded. What you paste stays in this page’s memory.'}
      </p>
      {asked.length > 0 && <ul class="small">{asked.slice(-20).map((name, index) => <li key={index}><code>{name}</code></li>)}</ul>}
      {refused.value.length > 0 && <p class="hint">Refused by the policy: {refused.value.join(', ')}</p>}
      <h3>What the browser lets this page do</h3>
      {policy ? (
        <dl class="policy">
          {policy.split(';').map((rule) => {
            const [name, ...values] = rule.trim().split(/\s+/);
            return (
              <div key={name}>
                <dt><code>{name} {values.join(' ')}</code></dt>
                <dd class="muted small">{meanings[name!] ?? ''}</dd>
              </div>
            );
          })}
        </dl>
      ) : <p class="muted">This is the page under development: it has no policy. The built page has one.</p>}
      <h3>Check it yourself</h3>
      <p class="small">Open the browser’s developer tools (F12), choose “Network”, and paste an article: the list stays empty. Or switch the network off: the page goes on working.</p>
      <h3>What is kept</h3>
      <p class="small">Nothing, unless you switch it on: closing the page forgets everything.</p>
      <div class="row">
        <label class="switch"><input type="checkbox" checked={keeping.value} onChange={(event) => void keep(event.currentTarget.checked)} /> Keep articles and marks on this device</label>
        <button type="button" class="button" onClick={() => void clearKept()}>Clear all</button>
      </div>
      <p class="muted small">{offline.value === 'ready' ? 'The page’s own files are kept by the browser: it opens without a network. ' : ''}Engine {engineVersion.value || 'not loaded yet'}</p>
    </div>
  );
}
