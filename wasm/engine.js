// The engine behind every entry of this package: a compiled module in, a Khabar (index.d.ts) out.
import createModule from './dist/khabar.mjs';

const units = { utf16: 0, codepoints: 1, bytes: 2 }; // khabar::Offsets
// WebAssembly's memory ends at 4 GiB, some forty bytes for each byte of an article: what is larger than this is refused before
// time is spent on it. What is smaller and needs more all the same runs out of memory, which is said as well.
const largest = 128 << 20;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function bytesOf(value, name) {
  if (typeof value === 'string') return encoder.encode(value);
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`${name} must be a string${name === 'text' ? ' or a Uint8Array' : ''}, not ${value === null ? 'null' : typeof value}`);
}

function textOf(value) {
  const bytes = value?.length > largest ? value : bytesOf(value, 'text'); // characters are bytes at least
  if (bytes.length <= largest) return bytes;
  throw new RangeError(`the text is too large: ${bytes.length} ${typeof bytes === 'string' ? 'characters' : 'bytes'}, ${largest} bytes at most in WebAssembly`);
}

function optionalText(value, name) {
  if (value === undefined || value === null) return encoder.encode('');
  if (typeof value !== 'string') throw new TypeError(`${name} must be a string, not ${typeof value}`);
  return encoder.encode(value);
}

/**
 * In: anything of WasmSource, or a promise of it. Out: the compiled module. Never trusts the server's MIME type: where
 * streaming would be refused the bytes are compiled.
 */
export async function compile(source) {
  source = await source;
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  if (typeof source === 'string' || source instanceof URL) source = await fetch(source, { credentials: 'same-origin' });
  if (typeof Response !== 'function' || !(source instanceof Response))
    throw new TypeError('wasm must be a URL, a Response, bytes or a WebAssembly.Module');
  const { ok, status, statusText, url } = source;
  if (!ok) throw new Error(`khabar.wasm could not be fetched: ${status} ${statusText} ${url}`.trim());
  const type = source.headers.get('content-type') ?? '';
  if (typeof WebAssembly.compileStreaming === 'function' && /^application\/wasm\s*(;|$)/i.test(type)) return WebAssembly.compileStreaming(source);
  const bytes = new Uint8Array(await source.arrayBuffer());
  // What a server sends instead of a file that it does not have: its start page, with status 200.
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== '\0asm') throw new Error(`what was fetched for khabar.wasm is no module (${type || 'of no type'}): ${url}`.trim());
  return WebAssembly.compile(bytes);
}

/** In: a compiled module and the user's lexicons. Out: a Khabar with memory of its own. */
async function open(module, lexicons) {
  const tables = Array.from(lexicons ?? [], ({ kind, tsv, file }) => [
    optionalText(kind, 'lexicon.kind'),
    bytesOf(tsv, 'lexicon.tsv'),
    optionalText(file ?? kind, 'lexicon.file'),
  ]);
  const engine = await new Promise((resolve, reject) => {
    createModule({
      printErr() {},
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(module, imports).then((instance) => done(instance, module), reject);
        return {};
      },
    }).then(resolve, reject);
  });
  // The view looks into the module's memory: read it before the next call.
  const problems = Object.freeze(decoder.decode(engine.open(tables)).split('\n').slice(0, -1));
  let broken = false;
  let busy = false;

  function analyze(text, { published, id, offsets = 'utf16', onProgress } = {}) {
    const bytes = textOf(text);
    if (!Object.hasOwn(units, offsets)) throw new TypeError(`offsets must be utf16, codepoints or bytes, not ${String(offsets)}`);
    if (onProgress !== undefined && typeof onProgress !== 'function') throw new TypeError('onProgress must be a function');
    if (broken) throw new RangeError('this engine ran out of memory on an earlier text; load() gives a new one');
    if (busy) throw new Error('analyze was called from its own onProgress');
    // An exception must not cross the module's frames, which would not be unwound: it waits until they are left.
    let thrown;
    const progress = onProgress
      ? (share) => {
          try {
            return onProgress(share) !== false;
          } catch (error) {
            thrown = { error };
            return false;
          }
        }
      : null;
    let answer;
    busy = true;
    try {
      answer = engine.analyze(bytes, optionalText(id, 'id'), optionalText(published, 'published'), units[offsets], progress);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
      broken = true;
      forget(khabar);
      throw new RangeError(`the text (${bytes.length} bytes) needs more memory than there is`, { cause: error });
    } finally {
      busy = false;
    }
    if (thrown) throw thrown.error;
    if (answer === 'cancelled') throw new DOMException('the analysis was stopped by onProgress', 'AbortError');
    if (typeof answer === 'string') throw new RangeError(answer);
    const report = JSON.parse(decoder.decode(answer));
    if (answer.length > 1 << 20) engine.release();
    return report;
  }

  const khabar = Object.freeze({ version: engine.version(), problems, analyze });
  return khabar;
}

// What load() keeps: the compiled module, and the one engine without lexicons of its own. Promises, so that calls that overlap share.
let compiled;
let shared;
let sharedEngine;

function forget(khabar) {
  if (khabar === sharedEngine) shared = sharedEngine = undefined;
}

/** In: where the module is when the caller does not say. Out: the entry's load(). */
export function loader(defaultSource) {
  const source = async (wasm) => wasm ?? defaultSource();
  return function load({ wasm, lexicons } = {}) {
    compiled ??= compile(source(wasm)).catch((error) => {
      compiled = undefined;
      throw error;
    });
    if (lexicons?.length) return compiled.then((module) => open(module, lexicons));
    shared ??= compiled.then((module) => open(module)).then(
      (khabar) => (sharedEngine = khabar),
      (error) => {
        shared = undefined;
        throw error;
      },
    );
    return shared;
  };
}
