// Reads articles in a Worker: queue, waiting while somebody types, progress, stop. The worker's script and the module's
// bytes are both inside the page's own scripts, so that the page needs no connection for it (connect-src 'none'), and the
// worker is made from a blob, so that it inherits the page's Content-Security-Policy instead of having none.
import { signal } from '@preact/signals';
import { createWorkerClient, type WorkerClient } from 'khabar/worker-client';
import EngineWorker from 'khabar/worker?worker&inline';
import { pause } from '../page/slices';
import { factsOf } from '../report/facts';
import { everythingIsLoaded } from '../trust/watch';
import { articles, changeArticle, type Article } from '../state/articles';

export const engineVersion = signal('');
/** Why the engine could not start; empty while all is well. */
export const engineTrouble = signal('');

const typingPause = 350; // milliseconds without a key before a changed text is read again

let client: WorkerClient | undefined;
let module: Promise<WebAssembly.Module> | undefined;
const running = new Map<string, AbortController>();
const pauses = new Map<string, ReturnType<typeof setTimeout>>();

function engine(): WorkerClient {
  module ??= import('khabar/inline').then((inline) => inline.wasmBytes()).then((bytes) => WebAssembly.compile(bytes));
  client ??= createWorkerClient({ worker: () => new EngineWorker({ name: 'khabar' }), wasm: module });
  return client;
}

/**
 * Starts the engine ahead of the first article, so that reading that one takes milliseconds; then brings what else the page may
 * need. From then on nothing is fetched.
 */
export function warmUp(rest: readonly (() => Promise<void>)[]): void {
  engine().ready().then(
    ({ version }) => {
      engineVersion.value = version;
      void Promise.all(rest.map((bring) => bring())).then(everythingIsLoaded);
    },
    (error: Error) => {
      engineTrouble.value = `The engine could not start (${error.message}). Reload the page; an up-to-date Firefox, Chrome, Edge or Safari is needed.`;
      client = module = undefined;
    },
  );
}

/** Reads the article as it stands now; what was under way for it is dropped. */
export async function read(id: string): Promise<void> {
  clearTimeout(pauses.get(id));
  pauses.delete(id);
  running.get(id)?.abort();
  const article = articles.peek().find((each) => each.id === id);
  if (!article) return;
  const stop = new AbortController();
  running.set(id, stop);
  const since = performance.now();
  const text = article.text;
  changeArticle(id, { reading: { state: 'reading', done: 0, since } });
  try {
    const report = await engine().analyze(text, {
      id,
      ...(article.published && { published: article.published }),
      signal: stop.signal,
      onProgress: (done) => running.get(id) === stop && changeArticle(id, { reading: { state: 'reading', done, since } }),
    });
    // Taken over, made into facts, shown: a task each, so that none holds up keys and drawing for long.
    await pause();
    factsOf(report, text);
    await pause();
    if (running.get(id) !== stop) return;
    engineTrouble.value = '';
    changeArticle(id, { report, reportText: text, reading: { state: 'done', milliseconds: performance.now() - since } });
  } catch (error) {
    if (running.get(id) !== stop) return; // a newer reading took over
    if (stop.signal.aborted) changeArticle(id, { reading: { state: 'stopped' } });
    else changeArticle(id, { reading: { state: 'failed', why: (error as Error).message } });
  } finally {
    if (running.get(id) === stop) running.delete(id);
  }
}

/** Reads once nobody has typed for a moment. */
export function readSoon(id: string): void {
  clearTimeout(pauses.get(id));
  pauses.set(id, setTimeout(() => void read(id), typingPause));
}

export function stopReading(id: string): void {
  clearTimeout(pauses.get(id));
  pauses.delete(id);
  running.get(id)?.abort();
}

export function readAll(list: readonly Article[]): void {
  for (const article of list) if (!article.report) void read(article.id);
}
