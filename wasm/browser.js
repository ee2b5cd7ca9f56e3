// The package in browsers, workers and bundlers. The literal `new URL` is what bundlers look for to carry the module along.
import './dist/khabar.mjs'; // engine.js's own: named here it is asked for at once, not when engine.js has come
import { loader } from './engine.js';

export const load = /* @__PURE__ */ loader(() => {
  try {
    return new URL('./dist/khabar.wasm', import.meta.url);
  } catch (cause) {
    // A bundler that makes a classic script and knows nothing of import.meta.url.
    throw new TypeError('this script does not know where khabar.wasm is: load({ wasm: address }), or use khabar/inline', { cause });
  }
});
