// The drawn map: outlines, and a mark for each place, as large as much happens there. Round marks are towns, square ones whole
// areas. One tab stop; the arrow keys go from mark to mark; the table below says the same.
import { geoAzimuthalEqualArea, geoCentroid, geoDistance, geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo';
import type { Feature, Geometry, Polygon, Position } from 'geojson';
import { useMemo, useRef, useState } from 'preact/hooks';
import { feature } from 'topojson-client';
import topology from 'virtual:outlines';
import { Icon } from '../page/icons';
import { plural } from '../report/words';
import { familyOf, type Place } from './places';

const degree = Math.PI / 180;
const nearest = 3; // degrees across at the closest
const widest = 360;

interface Part {
  polygon: Polygon;
  /** South-west and north-east; what lies outside the window, or is smaller than a dot in it, is not drawn. */
  box: [number, number, number, number];
  /** Degrees across. */
  size: number;
}
interface Outline {
  id: string | undefined;
  parts: Part[];
  /** The middle of the largest part. */
  middle: [number, number];
}
let outlines: Outline[] | undefined;

function partOf(coordinates: Position[][]): Part {
  const box: Part['box'] = [180, 90, -180, -90];
  for (const [x, y] of coordinates[0] as [number, number][]) {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  const narrow = Math.cos(((box[1] + box[3]) / 2) * degree);
  return { polygon: { type: 'Polygon', coordinates }, box, size: Math.max((box[2] - box[0]) * narrow, box[3] - box[1]) };
}

/** The outlines out of their packing, a state at a time; done ahead like the table of places. */
export function* unpack(): Generator<void, void> {
  const list: Outline[] = [];
  for (const geometry of topology.objects.countries.geometries) {
    const { geometry: shape, id } = feature(topology, geometry) as Feature<Geometry>;
    const parts = shape.type === 'Polygon' ? [partOf(shape.coordinates)] : shape.type === 'MultiPolygon' ? shape.coordinates.map(partOf) : [];
    parts.sort((a, b) => b.size - a.size);
    if (parts[0]) list.push({ id: id as string | undefined, parts, middle: geoCentroid(parts[0].polygon) });
    yield;
  }
  outlines = list;
}

function outlinesOf(): Outline[] {
  if (!outlines) for (const part of unpack()) void part;
  return outlines!;
}

/** Of a state the middle of its largest part; where the map has no outline of it, its capital. */
function pointOf(place: Place): [number, number] {
  const { number, longitude, latitude } = place.point!;
  return (number && outlinesOf().find(({ id }) => id === number)?.middle) || [longitude, latitude];
}

interface Frame {
  longitude: number;
  latitude: number;
  /** Degrees from left to right. */
  across: number;
}

/** The window that holds these points with room for their names. */
function frameOf(points: [number, number][], ratio: number): Frame {
  if (!points.length) return { longitude: 15, latitude: 15, across: widest };
  // The mean direction is right on both sides of the date line.
  let [x, y] = [0, 0];
  for (const [lon, lat] of points) {
    x += Math.cos(lat * degree) * Math.cos(lon * degree);
    y += Math.cos(lat * degree) * Math.sin(lon * degree);
  }
  const longitude = Math.atan2(y, x) / degree;
  let [west, east, south, north] = [0, 0, 90, -90];
  for (const [lon, lat] of points) {
    const off = ((lon - longitude + 540) % 360) - 180;
    west = Math.min(west, off);
    east = Math.max(east, off);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const latitude = (south + north) / 2;
  const wide = (east - west) * Math.cos(latitude * degree);
  const across = Math.min(widest, Math.max(9, wide * 1.45 + 2, (north - south) * ratio * 1.5 + 2));
  return across > 150 ? { longitude: longitude + (west + east) / 2, latitude: 10, across: widest } : { longitude: longitude + (west + east) / 2, latitude, across };
}

/** Equal areas either way: near by round its middle, for the whole world the flat ellipse. */
function projectionOf({ longitude, latitude, across }: Frame, width: number, height: number): GeoProjection {
  const whole = across > 150;
  const projection = whole ? geoEqualEarth().rotate([-longitude, 0]) : geoAzimuthalEqualArea().rotate([-longitude, -latitude]);
  const scale = whole ? (width / 5.5) * (widest / across) : width / (across * degree);
  projection.scale(scale).precision(0); // the outlines' own steps are short enough
  if (!whole) projection.clipAngle(Math.min(170, across)).clipExtent([[-20, -20], [width + 20, height + 20]]);
  const [x, y] = whole ? (projection.translate([0, 0])([longitude, latitude]) ?? [0, 0]) : [0, 0];
  return projection.translate([width / 2 - x, height / 2 - y]);
}

function inView({ box }: Part, { longitude, latitude, across }: Frame): boolean {
  if (across > 100) return true;
  if (box[2] - box[0] > 180) return true; // crosses the date line
  const reach = across / Math.max(0.15, Math.cos(Math.min(85, Math.abs(latitude) + across / 2) * degree));
  const apart = (x: number) => Math.abs(((x - longitude + 540) % 360) - 180);
  const near = (box[0] <= longitude && longitude <= box[2]) || Math.min(apart(box[0]), apart(box[2])) < reach;
  return near && box[1] < latitude + across && box[3] > latitude - across;
}

interface Mark {
  place: Place;
  x: number;
  y: number;
  r: number;
  /** How far round its middle a click counts. */
  hit: number;
  label?: { x: number; y: number; anchor: 'start' | 'end' | 'middle' };
}

const radiusOf = ({ events }: Place) => (events.length ? Math.min(22, 5.5 + 2.6 * Math.sqrt(events.length)) : 4);

function marksOf(places: Place[], frame: Frame, projection: GeoProjection, width: number, height: number): Mark[] {
  const marks: Mark[] = [];
  for (const place of places) {
    const point = pointOf(place);
    if (frame.across <= 150 && geoDistance(point, [frame.longitude, frame.latitude]) > 1.5) continue; // behind the horizon
    const at = projection(point);
    const r = radiusOf(place);
    if (!at || at[0] < r || at[1] < r || at[0] > width - r || at[1] > height - r) continue;
    let [x, y] = at;
    // Two places of one point (a province and its seat) stand beside each other, each on the side where it lies.
    const covered = () => marks.find((other) => Math.hypot(other.x - x, other.y - y) < (other.r + r) * 0.8);
    const first = covered();
    const side = first ? Math.atan2(at[1] - first.y, at[0] - first.x) : 0;
    for (let turn = 0; turn < 16 && covered(); turn += 1) {
      const away = (r + 5) * (turn < 8 ? 1 : 1.9);
      const angle = side + Math.ceil(turn / 2) * (turn % 2 ? 0.8 : -0.8);
      x = at[0] + Math.cos(angle) * away;
      y = at[1] + Math.sin(angle) * away;
    }
    marks.push({ place, x, y, r, hit: r });
  }
  for (const mark of marks) {
    const room = Math.min(...marks.map((other) => (other === mark ? Infinity : Math.hypot(other.x - mark.x, other.y - mark.y) - other.r)));
    mark.hit = Math.max(mark.r, Math.min(14, room)); // easy to hit, but never over a neighbour
  }
  // Names where they touch no mark and no other name; the most important first.
  const taken = marks.map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
  for (const mark of marks) {
    const wide = mark.place.name.length * (mark.place.point!.kind === 'country' ? 9 : 6.6) + 4;
    const spots: [number, number, 'start' | 'end' | 'middle', number][] = [
      [mark.x + mark.r + 4, mark.y + 4, 'start', mark.x + mark.r + 2],
      [mark.x - mark.r - 4, mark.y + 4, 'end', mark.x - mark.r - 2 - wide],
      [mark.x, mark.y - mark.r - 5, 'middle', mark.x - wide / 2],
      [mark.x, mark.y + mark.r + 13, 'middle', mark.x - wide / 2],
    ];
    for (const [x, y, anchor, left] of spots) {
      const box = [left, y - 11, left + wide, y + 3];
      if (left < 2 || box[2]! > width - 2 || box[1]! < 2 || box[3]! > height - 2) continue;
      if (taken.some((other) => box[0]! < other[2]! && other[0]! < box[2]! && box[1]! < other[3]! && other[1]! < box[3]!)) continue;
      taken.push(box);
      mark.label = { x, y, anchor };
      break;
    }
  }
  return marks;
}

export function Picture({ places, width, chosen, choose }: { places: Place[]; width: number; chosen: Place | undefined; choose(place: Place): void }) {
  const height = Math.round(Math.min(560, Math.max(220, width * 0.62)));
  const drawn = places.filter((place) => place.point);
  const start = useMemo(() => {
    // What happens somewhere is looked at first; places that are only named may lie on another continent. States are large: they
    // count only where nothing more exact is there.
    const busy = drawn.filter((place) => place.events.length);
    const exact = (list: Place[]) => list.filter((place) => place.point!.kind !== 'country');
    const inner = [exact(busy), busy, exact(drawn), drawn].find((list) => list.length) ?? [];
    return frameOf(inner.map(pointOf), width / height);
  }, [places, width]);
  const [moved, setMoved] = useState<{ from: Frame; to: Frame } | null>(null);
  const frame = moved?.from === start ? moved.to : start;
  const move = (to: Partial<Frame>) => setMoved({ from: start, to: { ...frame, ...to } });
  const zoom = (factor: number) => move({ across: Math.min(widest, Math.max(nearest, frame.across * factor)), ...(frame.across * factor > 150 && { latitude: 10 }) });
  const everything = frameOf(drawn.map(pointOf), width / height);

  const { projection, land, tinted } = useMemo(() => {
    const projection = projectionOf(frame, width, height);
    const path = geoPath(projection).digits(1);
    const named = new Map(drawn.filter((place) => place.point!.number).map((place) => [place.point!.number!, place]));
    const dot = (frame.across / width) * 1.5;
    let land = '';
    const tinted: { place: Place; d: string }[] = [];
    for (const outline of outlinesOf()) {
      const coordinates = outline.parts.filter((part) => part.size > dot && inView(part, frame)).map((part) => part.polygon.coordinates);
      const d = coordinates.length > 0 && path({ type: 'MultiPolygon', coordinates });
      if (!d) continue;
      const place = outline.id && named.get(outline.id);
      if (place) tinted.push({ place, d });
      else land += d;
    }
    return { projection, land, tinted };
  }, [frame, places, width]);
  const marks = useMemo(() => marksOf(drawn, frame, projection, width, height), [projection, places]);

  // Dragged: the picture is pushed, and drawn anew when it is let go.
  const [push, setPush] = useState<[number, number] | null>(null);
  const grip = useRef<[number, number] | null>(null);
  const drop = () => {
    if (push && grip.current) {
      const middle = projection.invert?.([width / 2 - push[0], height / 2 - push[1]]);
      if (middle) move({ longitude: middle[0], latitude: Math.max(-80, Math.min(80, middle[1])) });
    }
    grip.current = null;
    setPush(null);
  };

  const [at, setAt] = useState(0);
  const stop = Math.max(0, Math.min(at, marks.length - 1));
  const svg = useRef<SVGSVGElement>(null);
  const key = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === '+' || event.key === '=') zoom(1 / 1.6);
    else if (event.key === '-') zoom(1.6);
    else if (step && marks.length) {
      const next = (stop + step + marks.length) % marks.length;
      setAt(next);
      svg.current!.querySelectorAll<SVGElement>('.place')[next]?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (!marks[stop] || !(event.target as Element).closest('.place')) return;
      choose(marks[stop].place);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const outside = drawn.length - marks.length;
  return (
    <div class="map-frame" style={{ height: `${height}px` }}>
      <svg
        ref={svg} class={`map ${push ? 'is-held' : ''}`} width={width} height={height} role="group" aria-label={`Map of ${plural(marks.length, 'place')}; arrow keys go from one to the next, the table below says the same`}
        onKeyDown={key}
        onPointerDown={(event) => {
          if (event.button === 0 && !(event.target as Element).closest('.place')) grip.current = [event.clientX, event.clientY];
        }}
        onPointerMove={(event) => {
          if (!grip.current) return;
          const by: [number, number] = [event.clientX - grip.current[0], event.clientY - grip.current[1]];
          if (!push && Math.hypot(...by) < 4) return;
          if (!push) svg.current!.setPointerCapture(event.pointerId);
          setPush(by);
        }}
        onPointerUp={drop} onPointerCancel={drop}
      >
        <g transform={push ? `translate(${push[0]} ${push[1]})` : undefined}>
          <path class="land" d={land} />
          {tinted.map(({ place, d }) => <path key={place.key} class={`land is-named ${place === chosen ? 'is-chosen' : ''}`} d={d} onClick={() => !push && choose(place)}><title>{place.name}</title></path>)}
          {marks.map(({ place, x, y, r, hit, label }, index) => {
            const { kind } = place.point!;
            return (
              <g key={place.key} class={`place of-${kind} is-${familyOf(place)} ${place === chosen ? 'is-chosen' : ''}`} role="button" tabIndex={index === stop ? 0 : -1} aria-pressed={place === chosen} aria-label={sayPlace(place)} onClick={() => { setAt(index); choose(place); }} onFocus={() => setAt(index)}>
                <title>{sayPlace(place)}</title>
                <circle class="hit" cx={x} cy={y} r={hit} />
                {kind === 'town' ? <circle class="spot" cx={x} cy={y} r={r} /> : <rect class="spot" x={x - r * 0.88} y={y - r * 0.88} width={r * 1.76} height={r * 1.76} rx={2} />}
                {label && <text class="name" x={label.x} y={label.y} text-anchor={label.anchor}>{place.name}</text>}
              </g>
            );
          })}
          {/* The label of each mark says its number too: here it is for the eye only. */}
          <g aria-hidden="true">{marks.map(({ place, x, y, r }) => r >= 8 && <text key={place.key} class={`number on-${familyOf(place)}`} x={x} y={y + 4} text-anchor="middle">{place.events.length}</text>)}</g>
        </g>
      </svg>
      <div class="map-tools" role="group" aria-label="Window of the map">
        <button type="button" class="icon" aria-label="Closer" title="Closer (+)" disabled={frame.across <= nearest} onClick={() => zoom(1 / 1.6)}><Icon name="plus" /></button>
        <button type="button" class="icon" aria-label="Further away" title="Further away (−)" disabled={frame.across >= widest} onClick={() => zoom(1.6)}><Icon name="minus" /></button>
        {moved?.from === start && <button type="button" class="button small" onClick={() => setMoved(null)}>Back</button>}
        {outside > 0 && <button type="button" class="button small" onClick={() => move(everything)}>{outside} outside: show all</button>}
      </div>
    </div>
  );
}

function sayPlace(place: Place): string {
  const said = [place.done && `${place.done} done`, place.called && `${place.called} called for`, place.not && `${place.not} denied or failed`].filter(Boolean).join(', ');
  const where = [place.name, place.state].filter(Boolean).join(', ');
  return `${where}: ${said || (place.events.length ? plural(place.events.length, 'event') : 'only named')}${place.point?.seat && place.point.kind === 'area' ? ` (shown at ${place.point.seat}, its seat)` : ''}`;
}
