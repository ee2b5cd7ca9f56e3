// Registers the service worker of the built page, where the page was served (a file opened from disk needs none).
import { signal } from '@preact/signals';

export const offline = signal<'no' | 'preparing' | 'ready'>('no');

/** Settles when there is nothing left to fetch for it; never rejects. */
export async function prepareOffline(): Promise<void> {
  if (!import.meta.env.PROD || import.meta.env.MODE === 'single' || !('serviceWorker' in navigator) || !isSecureContext) return;
  try {
    offline.value = 'preparing';
    await navigator.serviceWorker.register(new URL('offline.js', document.baseURI));
    await navigator.serviceWorker.ready;
    offline.value = 'ready';
  } catch {
    offline.value = 'no'; // private windows, or switched off: the page works, only not offline
  }
}
