// The package in Node: the module comes from the disk.
import { loader } from './engine.js';

export const load = /* @__PURE__ */ loader(async () => {
  const { readFile } = await import('node:fs/promises');
  return readFile(new URL('./dist/khabar.wasm', import.meta.url));
});
