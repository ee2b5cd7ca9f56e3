// The client's side of worker-protocol.js: a queue of calls, one worker at a time, started when first needed.
import { revived } from './worker-protocol.js';

const stopped = () => new DOMException('the analysis was stopped', 'AbortError');

/**
 * In: `start(hear, fail)` makes a worker and returns { post, end }; it passes each message to `hear` and a crash to `fail`.
 * Out: a WorkerClient (worker-client.d.ts).
 */
export function createQueue(start, { wasm, lexicons } = {}) {
  const waiting = []; // calls in order; the first is under way once `running` is set
  let worker;
  let running;
  let opening;
  let nextCall = 1;
  let closed = false;

  function drop() {
    worker?.end();
    worker = opening = running = undefined;
  }

  function open() {
    if (opening) return opening;
    let mine;
    opening = new Promise((resolve, reject) => {
      const fail = (error) => {
        if (worker !== mine) return;
        const call = running;
        drop();
        reject(error);
        if (call) finish(call, () => call.reject(error));
      };
      const hear = (message) => {
        if (worker !== mine) return;
        const call = running;
        if (message.type === 'opened') resolve({ version: message.version, problems: message.problems });
        else if (message.call === undefined) fail(revived(message.error));
        else if (message.call !== call?.number) return;
        else if (message.type === 'progress') call.onProgress?.(message.share);
        else if (message.type === 'report') finish(call, () => call.resolve(message.report));
        else {
          const error = revived(message.error);
          if (error instanceof RangeError) drop(); // maybe out of memory: a new worker gets it back
          finish(call, () => call.reject(error));
        }
      };
      mine = worker = start(hear, fail);
      Promise.resolve(wasm).then((source) => {
        if (worker === mine) mine.post({ type: 'open', wasm: source instanceof URL ? source.href : source, lexicons });
      }, fail);
    });
    opening.catch(() => {}); // told to the calls that wait
    return opening;
  }

  function finish(call, settle) {
    if (running === call) running = undefined;
    const at = waiting.indexOf(call);
    if (at < 0) return;
    waiting.splice(at, 1);
    call.signal?.removeEventListener('abort', call.abort);
    settle();
    next();
  }

  function next() {
    if (running || waiting.length === 0 || closed) return;
    const call = (running = waiting[0]);
    open().then(
      () => {
        if (running === call) worker.post({ type: 'analyze', call: call.number, text: call.text, options: call.options });
      },
      (error) => finish(call, () => call.reject(error)),
    );
  }

  return Object.freeze({
    ready() {
      if (closed) return Promise.reject(stopped());
      return open();
    },
    analyze(text, { published, id, offsets, onProgress, signal } = {}) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(stopped());
        if (signal?.aborted) return reject(signal.reason);
        const call = { number: nextCall++, text, onProgress, signal, resolve, reject };
        call.options = { plain: { published, id, offsets }, progress: typeof onProgress === 'function' };
        call.abort = () => {
          if (running === call) drop();
          finish(call, () => reject(signal.reason));
        };
        signal?.addEventListener('abort', call.abort, { once: true });
        waiting.push(call);
        next();
      });
    },
    close() {
      closed = true;
      drop();
      for (const call of [...waiting]) finish(call, () => call.reject(stopped()));
    },
  });
}
