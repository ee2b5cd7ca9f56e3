// The outlines as the page carries them: world-atlas at 1:50 million (Natural Earth), brought down at build time to what a map
// of some hundred pixels can show. Both sides of a border share its arc, so that thinning opens no gap between them.
import { readFileSync } from 'node:fs';

const grain = 12; // steps of world-atlas (0.0036° by 0.0017°) that become one step here
const least = 3; // steps between two points of a line

const thinned = (arc) => {
  const kept = [];
  let [x, y] = [0, 0];
  let [lastX, lastY] = [0, 0];
  arc.forEach(([dx, dy], index) => {
    [x, y] = [x + dx, y + dy];
    const [toX, toY] = [Math.round(x / grain), Math.round(y / grain)];
    const far = Math.abs(toX - lastX) + Math.abs(toY - lastY) / 2 >= least;
    if (index > 0 && index < arc.length - 1 && !far) return;
    kept.push([toX - lastX, toY - lastY]);
    [lastX, lastY] = [toX, toY];
  });
  return kept;
};

/** A topology of countries, each with its number (ISO 3166-1) as id. */
export function outlines() {
  const atlas = JSON.parse(readFileSync(new URL('../../node_modules/world-atlas/countries-50m.json', import.meta.url), 'utf8'));
  const geometries = atlas.objects.countries.geometries.map(({ type, id, arcs }) => ({ type, ...(id && { id }), arcs }));
  return {
    type: 'Topology',
    objects: { countries: { type: 'GeometryCollection', geometries } },
    arcs: atlas.arcs.map(thinned),
    transform: { scale: atlas.transform.scale.map((step) => step * grain), translate: atlas.transform.translate },
  };
}
