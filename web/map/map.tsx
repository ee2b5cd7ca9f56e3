// Where: the places of the scope on a map and, as the same in words, in a table; what is said of the chosen one; and what could
// not be put on the map. Outlines and points are inside the page: looking at a map asks nobody for anything.
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { lineOf } from '../report/facts';
import { titleOf } from '../state/articles';
import { selection, selectFact } from '../state/selection';
import { scoped, scopeKey, several } from '../facts/scope';
import { StatusTag } from '../facts/tags';
import { inSlices, useGrowing } from '../page/slices';
import { read } from './gazetteer';
import { Picture, unpack } from './picture';
import { familyOf, placesOfScope, type Place } from './places';

/** Table and outlines made ready, in slices. */
export async function prepare(): Promise<void> {
  await inSlices(read());
  await inSlices(unpack());
}

const looks = [['done', 'something done there'], ['called', 'only called for, planned or feared'], ['not', 'denied, failed'], ['general', 'general statements'], ['bare', 'only named']] as const;
const most = 200; // rows of the table; the tables of facts have the rest

export function PlacesMap() {
  const places = useMemo(placesOfScope, [scoped.value]);
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!frame.current) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, [places.length > 0]);
  if (!places.length)
    return <div class="empty"><p>No places were read.</p><p class="muted">Countries, provinces, towns and districts that the text names stand here on a map, each as large as much happens there.</p></div>;
  const onMap = places.filter((place) => place.point);
  const off = places.filter((place) => !place.point);
  const chosen = places.find((place) => place.rows.some(isChosen)) ?? places.find((place) => place.events.some(isChosen));
  const choose = (place: Place) => selectFact(place.rows[0]!.article.id, place.rows[0]!.fact, 'facts');
  return (
    <div class="where" ref={frame}>
      {width > 0 && onMap.length > 0 && <Picture places={places} width={width} chosen={chosen} choose={choose} />}
      <p class="map-key small muted">
        {looks.filter(([look]) => onMap.some((place) => familyOf(place) === look)).map(([look, say]) => <span key={look}><i class={`spot-sample is-${look}`} /> {say}</span>)}
        {onMap.some((place) => place.point!.kind !== 'town') && <span><i class="spot-sample is-bare is-area" /> a whole area</span>}
      </p>
      {chosen && chosen.events.length > 0 && <Events place={chosen} />}
      {onMap.length > 0 && <PlaceTable places={onMap} choose={choose} chosen={chosen} />}
      {off.length > 0 && <Off places={off} choose={choose} />}
      <p class="muted small">Outlines: Natural Earth; they take no side where borders are disputed. Points: GeoNames (CC BY 4.0).</p>
    </div>
  );
}

const isChosen = (row: Place['rows'][number]) => selection.value?.article === row.article.id && selection.value.fact === row.fact.id;

function Events({ place }: { place: Place }) {
  return (
    <section aria-label={`Said of ${place.name}`}>
      <h3>{place.name} <span class="count">{place.events.length}</span></h3>
      <ul class="ties">
        {place.events.slice(0, 60).map((row) => (
          <li key={row.article.id + row.fact.id} data-fact={row.fact.id}>
            <button type="button" class="line" aria-pressed={isChosen(row)} onClick={() => selectFact(row.article.id, row.fact, 'facts')} dir="auto">
              {row.fact.status && <StatusTag status={row.fact.status} />} {lineOf(row.fact)}
              {several.value && <span class="muted small"> {titleOf(row.article)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PlaceTable({ places, choose, chosen }: { places: Place[]; choose(place: Place): void; chosen: Place | undefined }) {
  // A column that says nothing in any row only takes room.
  const rows = useGrowing(Math.min(places.length, most), scopeKey.value, 20);
  const counts = [['Done', 'done'], ['Called for', 'called'], ['Denied', 'not'], ['Named', 'mentions']] as const;
  const shown = counts.filter(([, what]) => places.some((place) => place[what]));
  const inStates = places.some((place) => place.state);
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label="Places, table">
      <table class="places-table">
        <thead>
          <tr>
            <th scope="col"><span class="sort">Place</span></th>
            {inStates && <th scope="col"><span class="sort">In</span></th>}
            {shown.map(([name]) => <th key={name} scope="col" class="number"><span class="sort">{name}</span></th>)}
          </tr>
        </thead>
        <tbody>
          {places.slice(0, rows).map((place) => (
            <tr key={place.key} class={place === chosen ? 'is-chosen' : ''} onClick={(event) => !(event.target as Element).closest('button') && choose(place)}>
              <td>
                <button type="button" class="link" aria-pressed={place === chosen} onClick={() => choose(place)} dir="auto">{place.name}</button>
                {place.point!.kind === 'area' && place.point!.seat && place.point!.seat !== place.name && <span class="muted"> at {place.point!.seat}</span>}
              </td>
              {inStates && <td class="muted">{place.state}</td>}
              {shown.map(([name, what]) => <td key={name} class="number">{place[what] || <span class="visually-hidden">0</span>}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Off({ places, choose }: { places: Place[]; choose(place: Place): void }) {
  const part = (why: Place['why'], say: string) => {
    const list = places.filter((place) => place.why === why);
    return list.length > 0 && (
      <p class="small">
        <span class="muted">{say}: </span>
        {list.slice(0, most).map((place, index) => <span key={place.key}>{index > 0 && ', '}<button type="button" class="link" onClick={() => choose(place)} dir="auto">{place.name}</button></span>)}
      </p>
    );
  };
  return (
    <section class="off-map">
      <h3>Not on the map <span class="count">{places.length}</span></h3>
      {part('several', 'Several places have this name, and the text does not say which')}
      {part('unknown', 'No point is known for')}
    </section>
  );
}
