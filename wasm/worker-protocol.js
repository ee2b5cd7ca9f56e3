// What client and worker say to each other.
//
//   client -> worker   { type: 'open', wasm, lexicons }            first, once
//                      { type: 'analyze', call, text, options }
//   worker -> client   { type: 'opened', version, problems }       or { type: 'failed', error }
//                      { type: 'progress', call, share }
//                      { type: 'report', call, report }            or { type: 'failed', call, error }
//
// A call cannot hear a message while it runs, so that cancelling means ending the worker: the client starts another.

const progressEvery = 50; // milliseconds; a bar needs no more

function described(error) {
  return { name: error?.name ?? 'Error', message: String(error?.message ?? error) };
}

/** An Error with the name and words that came over. */
export function revived({ name, message }) {
  if (name === 'AbortError') return new DOMException(message, name);
  const kinds = { TypeError, RangeError };
  const error = new (kinds[name] ?? Error)(message);
  return error;
}

/** The worker's side. `load`: of this environment; `post`, `listen`: its port. */
export function serve(load, { post, listen }) {
  let opened;
  listen(async (message) => {
    if (message.type === 'open') {
      opened = load({ wasm: message.wasm ?? undefined, lexicons: message.lexicons });
      opened.then(
        (khabar) => post({ type: 'opened', version: khabar.version, problems: [...khabar.problems] }),
        (error) => post({ type: 'failed', error: described(error) }),
      );
    } else if (message.type === 'analyze') {
      const { call, text, options } = message;
      try {
        const khabar = await opened;
        let last = -Infinity;
        const onProgress = (share) => {
          const now = performance.now();
          if (now - last < progressEvery && share < 1) return;
          last = now;
          post({ type: 'progress', call, share });
        };
        post({ type: 'report', call, report: khabar.analyze(text, options.progress ? { ...options.plain, onProgress } : options.plain) });
      } catch (error) {
        post({ type: 'failed', call, error: described(error) });
      }
    }
  });
}
