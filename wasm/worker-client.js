// The engine in a worker, for browsers. See worker-client.d.ts. The literal `new Worker(new URL(...))` is what bundlers look for.
import { createQueue } from './worker-queue.js';

const ownWorker = () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'khabar' });

export function createWorkerClient({ worker = ownWorker, wasm, lexicons } = {}) {
  const start = (hear, fail) => {
    const thread = worker();
    thread.addEventListener('message', (event) => hear(event.data));
    thread.addEventListener('error', (event) => {
      event.preventDefault?.();
      fail(new Error(event.message || 'the worker could not be started'));
    });
    thread.addEventListener('messageerror', () => fail(new Error('a message of the worker could not be read')));
    return { post: (message) => thread.postMessage(message), end: () => thread.terminate() };
  };
  return createQueue(start, { wasm, lexicons });
}
