/** The classic script, for `<script src>`: khabar/inline as the global `khabar`. */
declare namespace khabar {
  const load: typeof import('./inline.js').load;
  const wasmBytes: typeof import('./inline.js').wasmBytes;
}
