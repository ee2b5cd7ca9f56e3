/** As 'khabar', with the module inside the script: for file://, for pages with `connect-src 'none'`, for CDNs. */
export * from './index.js';
/** The module's bytes, to hand to a worker client. */
export function wasmBytes(): Promise<Uint8Array<ArrayBuffer>>;
