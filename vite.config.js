// The page. `vite` serves it while one works on it; `vite build` writes dist/, where the page carries its
// Content-Security-Policy; `vite build --mode single` writes dist/khabar.html, everything in one file for file://.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

import { defineConfig } from 'vite';

import { outlines } from './web/map/outlines.build.mjs';

// What the built page may do. Scripts and styles are its own; WebAssembly may run; the engine's worker is a blob made by the
// page, so that it inherits this policy. No connection of any kind, no form, no frame, no plug-in.
const policy = ({ scripts = "'self'", styles = "'self'", workers = "'self' blob:" } = {}) =>
  [
    "default-src 'none'",
    `script-src ${scripts} 'wasm-unsafe-eval'`,
    `style-src ${styles}`,
    "img-src 'self' data:",
    `worker-src ${workers}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const policyTag = (content) => `<meta http-equiv="Content-Security-Policy" content="${content}">`;
const hashOf = (algorithm, text, encoding) => createHash(algorithm).update(text).digest(encoding);

function contentSecurityPolicy() {
  return {
    name: 'khabar-content-security-policy',
    apply: 'build',
    transformIndexHtml: (html) => html.replace(/<head>/, `<head>\n    ${policyTag(policy())}`),
  };
}

// The map's outlines, as a module of their own.
function withOutlines() {
  const name = 'virtual:outlines';
  return {
    name: 'khabar-outlines',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? `export default JSON.parse(${JSON.stringify(JSON.stringify(outlines()))});` : undefined),
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

// The licences of what the page is made of ask to be where it is. Which packages that are is written down for the bill of materials.
const notices = ['NOTICE', 'LICENSE'].map((name) => ({ name, text: readFileSync(new URL(name, import.meta.url), 'utf8') }));

function withNotices() {
  return {
    name: 'khabar-with-notices',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const { name, text } of notices) this.emitFile({ type: 'asset', fileName: `${name}.txt`, source: text });
      const modules = Object.values(bundle).flatMap((file) => Object.entries(file.modules ?? {}));
      const used = modules.filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]);
      const names = [...new Set(used.filter(Boolean))].sort();
      mkdirSync(new URL('build/', import.meta.url), { recursive: true });
      writeFileSync(new URL('build/page-packages.json', import.meta.url), JSON.stringify(names));
    },
  };
}

// The service worker, told the files of this very build.
function offline() {
  return {
    name: 'khabar-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.keys(bundle).filter((name) => name !== 'offline.js').sort();
      const content = files.map((name) => name + hashOf('sha256', bundle[name].code ?? bundle[name].source, 'hex')).join('\n');
      const source = readFileSync(new URL('web/offline/worker.js', import.meta.url), 'utf8')
        .replace("'__FILES__'", files.map((name) => `'${name}'`).join(', '))
        .replace('__VERSION__', `khabar-${hashOf('sha256', content, 'hex').slice(0, 12)}`);
      this.emitFile({ type: 'asset', fileName: 'offline.js', source });
    },
  };
}

// Script, style and icon put into the HTML; the policy names them by their hashes.
function inOneFile() {
  return {
    name: 'khabar-in-one-file',
    apply: 'build',
    enforce: 'post',
    generateBundle: { order: 'post', handler(_, bundle) {
      const page = Object.values(bundle).find((file) => file.fileName.endsWith('.html'));
      const script = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
      const style = Object.values(bundle).find((file) => file.fileName.endsWith('.css'));
      // Inside an element the characters that would end it are spelled otherwise; both stand in strings only.
      const code = script.code.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
      const css = String(style.source);
      const icon = readFileSync(new URL('web/icon.svg', import.meta.url));
      const hash = (text) => `'sha256-${hashOf('sha256', text, 'base64')}'`;
      const source = String(page.source)
        .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, () => policyTag(policy({ scripts: hash(code), styles: hash(css), workers: 'blob:' })))
        .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`)
        .replace(/<link rel="icon"[^>]*>/, () => `<link rel="icon" href="data:image/svg+xml;base64,${icon.toString('base64')}">`)
        .replace(/\s*<script type="module"[^>]*><\/script>/, '')
        .replace('</body>', () => `<script type="module">${code}</script>\n  </body>`);
      for (const name of Object.keys(bundle)) delete bundle[name];
      this.emitFile({ type: 'asset', fileName: 'khabar.html', source: `${source}<!--\n${notices[0].text.replace(/--+/g, '-')}-->\n` });
    } },
  };
}

export default defineConfig(({ mode }) => ({
  base: './',
  build: {
    target: ['chrome123', 'firefox128', 'safari17.5'],
    outDir: 'dist',
    emptyOutDir: mode !== 'single',
    assetsInlineLimit: 0,
    modulePreload: false, // a preload is a fetch of its own, and there is one script
    chunkSizeWarningLimit: 8000,
    rolldownOptions: { output: mode === 'single' ? { codeSplitting: false } : {} },
  },
  worker: { format: 'iife' }, // Chrome starts no module worker from a blob of a file:// page
  plugins: [
    withOutlines(),
    contentSecurityPolicy(),
    withoutUnusedFiles(),
    ...(mode === 'single' ? [inOneFile()] : [withNotices(), offline()]),
  ],
}));
