// Counts what the browser says this page has asked the network for since it was loaded, and what its policy refused.
import { signal } from '@preact/signals';

export const requestsAfterLoad = signal<readonly string[]>([]);
export const refused = signal<readonly string[]>([]);

export function watchRequests(): void {
  const seen = (entries: PerformanceEntryList) => {
    // The engine's script is part of loading; blobs never leave the page.
    const asked = entries.filter((entry) => entry.startTime > since && !entry.name.startsWith('blob:') && !entry.name.startsWith('data:')).map((entry) => entry.name);
    if (asked.length) requestsAfterLoad.value = [...requestsAfterLoad.value, ...asked];
  };
  let since = Infinity;
  new PerformanceObserver((list) => seen(list.getEntries())).observe({ type: 'resource', buffered: false });
  loadedAt.then((time) => (since = time), () => {});
  document.addEventListener('securitypolicyviolation', (event) => {
    refused.value = [...refused.value, `${event.violatedDirective}: ${event.blockedURI}`];
  });
}

let done: (time: number) => void;
const loadedAt = new Promise<number>((resolve) => (done = resolve));
/** Called once the engine and the parts stand: from here on nothing needs to be fetched. */
export function everythingIsLoaded(): void {
  done(performance.now());
}
