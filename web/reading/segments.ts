// For browsers without the Custom Highlight API: overlapping spans flattened into segments that each become one <mark>.
import type { Span } from '../report/schema';

export interface Light {
  span: Span;
  look: string;
}

export interface Segment {
  start: number;
  end: number;
  /** Looks that hold here, sorted; empty: plain text. */
  looks: string[];
}

/** In: passages in order and lights. Out: for each passage the lights that touch it. O(n log n). */
export function shareLights(passages: readonly { start: number; end: number }[], lights: readonly Light[]): Light[][] {
  const sorted = [...lights].sort((a, b) => a.span[0] - b.span[0]);
  let next = 0;
  let open: Light[] = [];
  return passages.map(({ start, end }) => {
    open = open.filter((light) => light.span[1] > start);
    for (; next < sorted.length && sorted[next]!.span[0] < end; next += 1) if (sorted[next]!.span[1] > start) open.push(sorted[next]!);
    return open;
  });
}

/** In: a passage and the lights that touch it. Out: segments that tile it. O(n log n) in the lights. */
export function segmentsOf(start: number, end: number, lights: readonly Light[]): Segment[] {
  const edges: { at: number; look: string; step: 1 | -1 }[] = [];
  for (const { span, look } of lights) {
    const from = Math.max(start, span[0]);
    const to = Math.min(end, span[1]);
    if (from >= to) continue;
    edges.push({ at: from, look, step: 1 }, { at: to, look, step: -1 });
  }
  edges.sort((a, b) => a.at - b.at);
  const open = new Map<string, number>();
  const segments: Segment[] = [];
  let at = start;
  const cut = (to: number) => {
    if (to > at) segments.push({ start: at, end: to, looks: [...open.keys()].sort() });
    at = Math.max(at, to);
  };
  for (const edge of edges) {
    cut(edge.at);
    const count = (open.get(edge.look) ?? 0) + edge.step;
    if (count > 0) open.set(edge.look, count);
    else open.delete(edge.look);
  }
  cut(end);
  return segments;
}
