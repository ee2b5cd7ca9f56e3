// The package in browsers, workers and bundlers. The literal `new URL` is what bundlers look for to carry the module along.
import { loader } from './engine.js';

export const load = /* @__PURE__ */ loader(() => new URL('./dist/khabar.wasm', import.meta.url));
