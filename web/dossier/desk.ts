// The open articles as one desk: their joined cast and what several of them tell. Worked out when a view asks, and only anew
// where an article's facts changed.
import { computed } from '@preact/signals';
import { articleFacts, articles, publisherOf, type Article } from '../state/articles';
import { entityOfRef } from '../state/entities';
import { joins, type Member } from '../state/joins';
import { castOf, memberKey, sharedIncidents, type Desk, type Entry, type Said, type Shared } from './join';

interface Known {
  desk: Desk;
  standing: Desk;
  marks: Article['marks'];
}
const known = new Map<string, Known>();

/** The same value as long as nothing that matters changed: progress of a reading does not. */
function deskOf(article: Article): Known {
  const facts = articleFacts(article).all;
  const source = publisherOf(article);
  const before = known.get(article.id);
  if (before && before.desk.facts === facts && before.desk.source === source && before.marks === article.marks) return before;
  const desk: Desk = { id: article.id, source, text: article.reportText ?? '', facts };
  const made = { desk, marks: article.marks, standing: { ...desk, facts: facts.filter((fact) => article.marks[fact.key]?.verdict !== 'rejected') } };
  known.set(article.id, made);
  return made;
}

let last: readonly Known[] = [];
const desks = computed(() => {
  const now = articles.value.map(deskOf);
  if (now.length !== last.length || now.some((each, index) => each !== last[index])) last = now;
  return last;
});

const keyOf = ({ article, entity }: Member): string | undefined => {
  const found = articles.peek().find((each) => each.id === article);
  const id = found && entityOfRef(found, entity);
  return id === undefined ? undefined : memberKey(article, id);
};

const said = computed<Said>(() => {
  void desks.value; // what a name means changes with the facts
  const same: { members: string[]; name: string }[] = [];
  const apart = new Set<string>();
  for (const join of joins.value) {
    const members = join.members.map(keyOf).filter((key) => key !== undefined);
    if (join.do === 'same') same.push({ members, name: join.name });
    else for (const member of members) apart.add(member);
  }
  return { same, apart };
});

export const cast = computed(() => castOf(desks.value.map(({ desk }) => desk), said.value));
export const shared = computed<Shared[]>(() => sharedIncidents(desks.value.map(({ standing }) => standing), cast.value));

const sharedByFact = computed(() => new Map(shared.value.flatMap((each) => each.told.map(({ article, fact }) => [memberKey(article, fact.id), each] as const))));

/** Whom the entity of an article is in the joined cast. */
export const entryOf = (article: string, fact: string): Entry | undefined => cast.value.of.get(memberKey(article, fact));
/** What other articles tell of the same incident, likely. */
export const sharedOf = (article: string, fact: string): Shared | undefined => sharedByFact.value.get(memberKey(article, fact));
