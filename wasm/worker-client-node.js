// The engine in a worker thread, for Node. See worker-client.d.ts.
import { Worker } from 'node:worker_threads';

import { createQueue } from './worker-queue.js';

const ownWorker = () => new Worker(new URL('./worker-node.js', import.meta.url), { name: 'khabar' });

export function createWorkerClient({ worker = ownWorker, wasm, lexicons } = {}) {
  const start = (hear, fail) => {
    const thread = worker();
    thread.on('message', hear);
    thread.on('error', fail);
    thread.on('exit', (code) => fail(new Error(`the worker ended with code ${code}`)));
    return { post: (message) => thread.postMessage(message), end: () => thread.terminate() };
  };
  return createQueue(start, { wasm, lexicons });
}
