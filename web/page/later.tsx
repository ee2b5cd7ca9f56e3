// Parts of the page that few need at once: loaded when the engine stands, before anybody asks, so that nothing is fetched later;
// shown as soon as they are there.
import { signal, type Signal } from '@preact/signals';
import type { ComponentType } from 'preact';

export interface Part {
  load(): Promise<void>;
  view: Signal<ComponentType | null>;
  trouble: Signal<string>;
}

function part(bring: () => Promise<ComponentType>): Part {
  const view = signal<ComponentType | null>(null);
  const trouble = signal('');
  let coming: Promise<void> | undefined;
  const load = () =>
    (coming ??= bring().then(
      (loaded) => {
        view.value = loaded;
        trouble.value = '';
      },
      (error: Error) => {
        coming = undefined; // the next look tries again
        trouble.value = error.message;
      },
    ));
  return { load, view, trouble };
}

export const mapView = part(async () => {
  const { PlacesMap, prepare } = await import('../map/map');
  await prepare();
  return PlacesMap;
});

export const partsLoaded = signal(false);

/** Settles when all of them are there or could not be had; never rejects. */
export async function loadAhead(): Promise<void> {
  await Promise.allSettled([mapView.load(), import('../input/documents')]);
  partsLoaded.value = true;
}

export function Later({ part, what }: { part: Part; what: string }) {
  const View = part.view.value;
  if (View) return <View />;
  if (part.trouble.value) return <p class="trouble" role="alert">The {what} could not be loaded ({part.trouble.value}). <button type="button" class="button small" onClick={() => void part.load()}>Try again</button></p>;
  void part.load();
  return <p class="muted" role="status">The {what} is loading…</p>;
}
