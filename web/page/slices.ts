// Work in slices, so that the page answers between them: long lists are drawn a part at a time, long computations give way.
import { useEffect, useState } from 'preact/hooks';

const slice = 12; // milliseconds at a stretch: with drawing it stays well below the 50 that one begins to feel

/** Lets the page answer what waits: keys, clicks, drawing. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve));
}

/** Runs a generator to its end, a slice at a time. Undefined where `wanted` says meanwhile that nobody waits for it any more. */
export async function inSlices<T>(work: Generator<void, T>, wanted: () => boolean = () => true): Promise<T | undefined> {
  for (;;) {
    const until = performance.now() + slice;
    do {
      const { done, value } = work.next();
      if (done) return value;
    } while (performance.now() < until);
    await pause();
    if (!wanted()) return undefined;
  }
}

/**
 * How many of `total` rows to draw: `first` at once, then `step` more at a time until all are there. Starts over where `what` is
 * another. While it grows the page is marked as busy, for the tests.
 */
export function useGrowing(total: number, what: unknown, first = 40, step = 60): number {
  const [drawn, setDrawn] = useState({ what, count: first });
  const count = drawn.what === what ? drawn.count : first;
  useEffect(() => {
    if (count >= total) return;
    // After the frame that shows the rows so far.
    let later = 0;
    const frame = requestAnimationFrame(() => (later = window.setTimeout(() => setDrawn({ what, count: count + step }))));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(later);
    };
  }, [what, count, total]);
  return Math.min(count, total);
}
