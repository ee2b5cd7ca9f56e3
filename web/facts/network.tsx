// Who with whom: actors as nodes, what passes between them as edges in the look of their status. Under it the same as a list.
// The layout is d3-force, run to its end in slices before anything is drawn: nothing moves, and the same facts give the same picture.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { entryOf } from '../dossier/desk';
import type { Fact, Field } from '../report/facts';
import type { Status } from '../report/schema';
import { statusOf, verbOf, words } from '../report/words';
import { articleFacts, titleOf, type Article } from '../state/articles';
import { selection, selectFact } from '../state/selection';
import { inSlices, useGrowing } from '../page/slices';
import { scopeKey, scoped, several, standing, type Located } from './scope';
import { ByYou, StatusTag } from './tags';

interface Node extends SimulationNodeDatum {
  key: string;
  name: string;
  look: string;
  degree: number;
  article: Article;
  fact: Fact | undefined;
}
interface Edge {
  source: Node;
  target: Node;
  row: Located;
  status: Status;
  /** How many facts say the same: one edge for all, which leads to the first. */
  count: number;
  articles: Set<string>;
  /** Several edges between the same two are bent apart. */
  bend: number;
}
const most = 60; // nodes; beyond that the list is the better picture

/**
 * Who with whom: those who acted with those whom it was done to; where it was done together (an agreement, a clash), each of them with
 * each. Where an armed group and others both acted (a repelled attack, a clash told in parts), who was hit belongs to one of the two
 * sides, and no word says to which: the sides are tied to each other, and to nobody else.
 */
function tiesOf({ article, fact }: Located): [Field, Field][] {
  const party = (...names: string[]) => fact.fields.filter((field) => names.includes(field.name) && field.value);
  const actors = party('Actor');
  const hit = party('Recipient', 'Target');
  const named = actors.filter((field) => field.fact);
  const armed = (field: Field) => articleFacts(article).byId.get(field.fact!)?.type === 'armed-group';
  const groups = named.filter(armed), others = named.filter((field) => !armed(field));
  if (fact.kind === 'incident' && groups.length && others.length) return groups.flatMap((group) => others.map((other): [Field, Field] => [group, other]));
  if (!hit.length && mutual(fact.type)) return named.flatMap((one, index) => named.slice(index + 1).map((other): [Field, Field] => [one, other]));
  return actors.flatMap((actor) => hit.filter((other) => actor.fact || other.fact).map((other): [Field, Field] => [actor, other])); // two bare descriptions tie nobody
}

const mutual = (type: string) => ['agree', 'consult', 'cooperate', 'clash'].includes(type);

function graphOf(rows: readonly Located[]): { nodes: Node[]; edges: Edge[] } {
  const nodes = new Map<string, Node>();
  const nodeOf = (article: Article, name: string, id: string | undefined): Node => {
    const fact = id ? articleFacts(article).byId.get(id) : undefined;
    // One node for an entity of the whole desk; two entities of one name are two.
    const entry = id && several.value ? entryOf(article.id, id) : undefined;
    const key = entry?.id ?? (fact ? `${article.id} ${id}` : name.toLowerCase());
    let node = nodes.get(key);
    if (!node) nodes.set(key, (node = { key, name: entry?.name ?? fact?.title ?? name, look: fact ? (fact.type === 'armed-group' ? 'armed' : fact.kind) : 'words', degree: 0, article, fact }));
    return node;
  };
  const edges: Edge[] = [];
  const pairs = new Map<string, number>();
  const alike = new Map<string, Edge>();
  for (const row of rows) {
    for (const [actor, other] of tiesOf(row)) {
      const entity = (value: string) => value.replace(/ \([^)]*\)$/, ''); // "Pakistan (foreign ministry)": the state is the node
      const own = (field: Field) => (field.people ? undefined : field.fact); // "Chadian rebels" are a node of their own, and not Chad
      const source = nodeOf(row.article, entity(actor.value), own(actor));
      const target = nodeOf(row.article, entity(other.value), own(other));
      if (source === target) continue;
      const status = row.fact.status ?? 'general';
      const same = `${source.key}|${target.key}|${row.fact.type}|${status}`;
      const known = alike.get(same);
      if (known) {
        known.count += 1;
        known.articles.add(row.article.id);
        continue;
      }
      source.degree += 1;
      target.degree += 1;
      const pair = [source.key, target.key].sort().join('|');
      const index = pairs.get(pair) ?? 0;
      pairs.set(pair, index + 1);
      const side = (index + 1) >> 1;
      const bend = (index % 2 ? side : -side) * (source.key < target.key ? 1 : -1);
      const edge = { source, target, row, status, bend, count: 1, articles: new Set([row.article.id]) };
      alike.set(same, edge);
      edges.push(edge);
    }
  }
  const kept = new Set([...nodes.values()].sort((a, b) => b.degree - a.degree).slice(0, most));
  const used = edges.filter((edge) => kept.has(edge.source) && kept.has(edge.target));
  const tied = new Set(used.flatMap(({ source, target }) => [source, target]));
  return { nodes: [...kept].filter((node) => tied.has(node)), edges: used };
}

/** Parts that nothing ties together, largest first. */
function partsOf(nodes: Node[], edges: Edge[]): Node[][] {
  const near = new Map<Node, Node[]>(nodes.map((node) => [node, []]));
  for (const { source, target } of edges) {
    near.get(source)!.push(target);
    near.get(target)!.push(source);
  }
  const seen = new Set<Node>();
  const parts: Node[][] = [];
  for (const first of nodes) {
    if (seen.has(first)) continue;
    const part: Node[] = [];
    const stack = [first];
    seen.add(first);
    for (let node = stack.pop(); node; node = stack.pop()) {
      part.push(node);
      for (const other of near.get(node)!) if (!seen.has(other)) stack.push(other), seen.add(other);
    }
    parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length);
}

const labelRoom = (node: Node) => Math.min(90, 14 + node.name.length * 3.3); // half the width of a node with its name

/** Lays each part out by itself and sets the parts in rows like words, a few steps at a time. Out: the height that it took. */
function* place(nodes: Node[], edges: Edge[], width: number): Generator<void, number> {
  let [x, y, row] = [0, 0, 0];
  for (const part of partsOf(nodes, edges)) {
    const inside = new Set(part);
    const simulation = forceSimulation(part)
      .force('link', forceLink(edges.filter((edge) => inside.has(edge.source)).map(({ source, target }) => ({ source, target }))).distance(165).strength(0.6))
      .force('charge', forceManyBody().strength(-420))
      .force('x', forceX(0).strength(0.03))
      .force('y', forceY(0).strength(0.12))
      .force('collide', forceCollide<Node>((node) => 24 + labelRoom(node) * 0.5))
      .stop();
    for (let tick = 0; tick < 260; tick += 10) {
      simulation.tick(10);
      yield;
    }
    const left = Math.min(...part.map((node) => node.x! - labelRoom(node)));
    const right = Math.max(...part.map((node) => node.x! + labelRoom(node)));
    const arch = Math.max(0, ...edges.filter((edge) => inside.has(edge.source)).map((edge) => Math.abs(edge.bend))) * 20; // bent edges need room
    const top = Math.min(...part.map((node) => node.y!)) - 28 - arch;
    const bottom = Math.max(...part.map((node) => node.y!)) + 40 + arch;
    const shrink = Math.min(1.25, (width - 12) / (right - left));
    const wide = (right - left) * shrink;
    if (x > 0 && x + wide > width) [x, y, row] = [0, y + row, 0];
    for (const node of part) {
      node.x = x + 6 + (node.x! - left) * shrink;
      node.y = y + node.y! - top;
    }
    x += wide + 18;
    row = Math.max(row, bottom - top);
  }
  return y + row;
}

export function Network() {
  const rows = standing([...scoped.value.relation, ...scoped.value.incident]);
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!frame.current) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width / 20) * 20));
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, [rows.length > 0]);
  // New nodes for each width: places are written into them, and what is drawn from an old node would stay where it was.
  const graph = useMemo(() => graphOf(rows), [scoped.value, width]);
  const [laid, setLaid] = useState<{ graph: typeof graph; height: number } | null>(null);
  useEffect(() => {
    if (!width || !graph.nodes.length) return;
    let wanted = true;
    void inSlices(place(graph.nodes, graph.edges, width), () => wanted).then((height) => {
      if (height !== undefined) setLaid({ graph, height });
    });
    return () => void (wanted = false);
  }, [graph, width]);
  const { nodes, edges } = graph;
  const ties = useGrowing(Math.min(edges.length, 300), scopeKey.value);
  if (!edges.length)
    return <div class="empty"><p>No two actors are tied by a fact here.</p><p class="muted">A tie is something that one actor does to or with another: “A accused B”, “gunmen of A attacked B”.</p></div>;
  return (
    <div class="network" ref={frame}>
      {laid?.graph === graph ? <Picture nodes={nodes} edges={edges} width={width} height={laid.height} /> : <div class="graph" style={{ height: `${laid?.height ?? 0}px` }} />}
      <p class="network-key small muted">
        <span><i class="edge-sample is-done" /> done</span> <span><i class="edge-sample is-called" /> called for, planned, feared</span> <span><i class="edge-sample is-not" /> denied, failed</span>
      </p>
      <ul class="ties">{edges.slice(0, ties).map((edge, index) => <Tie key={index} edge={edge} />)}</ul>
    </div>
  );
}

const isChosen = (article: Article, fact: Fact | undefined) => selection.value?.article === article.id && selection.value.fact === fact?.id;

function Tie({ edge: { source, target, row, status, count, articles } }: { edge: Edge }) {
  return (
    <li data-fact={row.fact.id}>
      <button type="button" class="line" aria-pressed={isChosen(row.article, row.fact)} onClick={() => selectFact(row.article.id, row.fact, 'facts')} dir="auto">
        <StatusTag status={status} /> <strong>{source.name}</strong> {verbOf(row.fact.type)} <strong>{target.name}</strong>{count > 1 && <span class="count"> {count} times</span>}<ByYou fact={row.fact} />
        {several.value && <span class="muted small"> {articles.size > 1 ? `in ${articles.size} articles, first in: ` : ''}{titleOf(row.article)}</span>}
      </button>
    </li>
  );
}

function Picture({ nodes, edges, width, height }: { nodes: Node[]; edges: Edge[]; width: number; height: number }) {
  return (
    <svg class="graph" width={width} height={height} role="img" aria-label={`Network of ${nodes.length} actors and ${edges.length} ties; the list below says the same`}>
      <defs>
        {['done', 'called', 'not', 'general'].map((family) => (
          <marker key={family} id={`arrow-${family}`} class={`arrow is-${family}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto-start-reverse">
            <path d="M0 0 8 4 0 8z" />
          </marker>
        ))}
      </defs>
      {edges.map((edge, index) => <EdgeView key={index} edge={edge} />)}
      {nodes.map((node) => <NodeView key={node.key} node={node} width={width} />)}
    </svg>
  );
}

const radius = (node: Node) => 7 + Math.min(9, Math.sqrt(node.degree) * 2.5);

function EdgeView({ edge: { source, target, row, status, bend, count } }: { edge: Edge }) {
  const dx = target.x! - source.x!;
  const dy = target.y! - source.y!;
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const [mx, my] = [(source.x! + target.x!) / 2 - uy * bend * 44, (source.y! + target.y!) / 2 + ux * bend * 44];
  const start = [source.x! + ux * (radius(source) + 1), source.y! + uy * (radius(source) + 1)];
  const end = [target.x! - ux * (radius(target) + 4), target.y! - uy * (radius(target) + 4)];
  const { family } = statusOf(status);
  const symmetric = mutual(row.fact.type);
  return (
    <g class={`edge is-${family} ${isChosen(row.article, row.fact) ? 'is-chosen' : ''}`} onClick={() => selectFact(row.article.id, row.fact, 'facts')}>
      <title>{`${source.name} ${symmetric ? '↔' : '→'} ${target.name}: ${words(row.fact.type)} (${statusOf(status).word})`}</title>
      <path class="hit" d={`M${start} Q${mx} ${my} ${end}`} />
      <path class="stroke" d={`M${start} Q${mx} ${my} ${end}`} marker-end={`url(#arrow-${family})`} marker-start={symmetric ? `url(#arrow-${family})` : undefined} />
      <text x={(start[0]! + 2 * mx + end[0]!) / 4} y={(start[1]! + 2 * my + end[1]!) / 4 - 3} text-anchor="middle">{words(row.fact.type).toLowerCase()}{count > 1 ? ` ×${count}` : ''}</text>
    </g>
  );
}

function NodeView({ node, width }: { node: Node; width: number }) {
  const r = radius(node);
  const label = node.name.length > 26 ? node.name.slice(0, 25) + '…' : node.name;
  const half = label.length * 3.4;
  const x = Math.min(width - half - 2, Math.max(half + 2, node.x!));
  return (
    <g class={`node of-${node.look} ${isChosen(node.article, node.fact) ? 'is-chosen' : ''} ${node.fact ? '' : 'is-words'}`} onClick={() => node.fact && selectFact(node.article.id, node.fact, 'facts')}>
      <title>{node.name}</title>
      {node.look === 'place' ? <rect x={node.x! - r} y={node.y! - r} width={2 * r} height={2 * r} rx={3} />
        : node.look === 'armed' ? <rect x={node.x! - r * 0.85} y={node.y! - r * 0.85} width={1.7 * r} height={1.7 * r} transform={`rotate(45 ${node.x} ${node.y})`} />
        : <circle cx={node.x} cy={node.y} r={r} />}
      <text x={x} y={node.y! + r + 13} text-anchor="middle">{label}</text>
    </g>
  );
}
