// The service worker: keeps the page's own files, so that it opens without a network, and asks the network for nothing else.
// The build puts in the list of files and a version (vite.config.js). It never sees an article: the page sends it no message,
// and the only requests that pass here are for the files of this list.
const version = '__VERSION__';
const files = ['__FILES__'];
const own = new Set(files.map((file) => new URL(file, self.registration.scope).href));

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(version)
      .then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: 'no-cache' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith('khabar-') && name !== version).map((name) => caches.delete(name)))));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  url.search = url.hash = '';
  const wanted = request.mode === 'navigate' && url.href === self.registration.scope ? new URL('index.html', self.registration.scope).href : url.href;
  if (own.has(wanted)) event.respondWith(caches.match(wanted, { cacheName: version }).then((kept) => kept ?? fetch(request)));
});
