// The page: one HTML file, one script and one style sheet, and the engine as a script of its own. `npm run dev` serves it as
// one works; the built page carries its Content-Security-Policy.
import { defineConfig } from 'vite';

// What the built page may do. Scripts and styles are its own files; WebAssembly may run; the worker is a blob made by the
// page, so that it inherits this policy. No connection of any kind, no form, no frame, no plug-in.
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function contentSecurityPolicy() {
  return {
    name: 'khabar-content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' }],
  };
}

// The package's own ways to find its worker and module by address are not taken here (web/engine/reader.ts hands both over),
// so that their files would only lie about.
function withoutUnusedFiles() {
  return {
    name: 'khabar-without-unused-files',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const name of Object.keys(bundle)) if (/\/(worker-[^/]*\.js|khabar-[^/]*\.wasm)$/.test(name)) delete bundle[name];
    },
  };
}

export default defineConfig({
  base: './',
  build: {
    target: ['chrome123', 'firefox128', 'safari17.5'],
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: false, // preloads are fetches of their own; there is one script
    chunkSizeWarningLimit: 4000,
  },
  worker: { format: 'es' },
  plugins: [contentSecurityPolicy(), withoutUnusedFiles()],
});
