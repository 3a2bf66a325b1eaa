import type { Instant } from '../../deal/day.ts';
import { momentOn } from '../../deal/local-time.ts';
import { type Quarter, quarterOf } from '../../deal/quarter.ts';
import { nameKey } from '../../deal/same-name.ts';
import { weekOf } from '../../deal/week.ts';
import { conversionOf } from '../../team/rests-on.ts';
import type { Conversion } from '../../team/sums.ts';
import type { TeamDeal } from '../../team/team-deals.ts';
import type { PersonPart, SnapshotContent } from '../content.ts';
import type { DealPart } from '../deal-part.ts';
import type { SaidPart, Whom } from '../said-part.ts';
import type { BuildInput } from './build-input.ts';

/** What all parts of one snapshot are made with. */
export type BuildContext = BuildInput & {
  quarter: Quarter;
  by: Conversion;
  /** The moment after which things are news: that of the snapshot before, else the last before this week. */
  since: Instant;
  /** When the week of the snapshot began. */
  weekBegan: Instant;
  /** The deals now and as they were, by id. */
  now: ReadonlyMap<string, TeamDeal>;
  was: ReadonlyMap<string, TeamDeal>;
  people: readonly { id: string; name: string }[];
  idOf(person: string | null): string | null;
  whom(name: string): Whom;
  /** Parts of the snapshot before, by id. */
  last: { deals: ReadonlyMap<string, DealPart>; said: ReadonlyMap<string, SaidPart> };
};

export function buildContext(input: BuildInput): BuildContext {
  const { team, before, previous } = input;
  const { today, settings, moment, roster } = team;
  const people = peopleOf(input);
  const ids = new Map(people.map(({ id, name }) => [nameKey(name), id]));
  const weekBegan = momentOn(weekOf(today, settings.weekStart).from, '00:00', moment.timeZone);
  const idOf = (person: string | null) => (person === null ? null : (ids.get(nameKey(person)) ?? null));
  return {
    ...input,
    quarter: quarterOf(today, settings.fiscalYearStart),
    by: conversionOf(settings, today),
    since: previous?.team.moment.asOf ?? weekBegan - 1,
    weekBegan,
    now: byId(team.deals),
    was: byId(before?.deals ?? []),
    people,
    idOf,
    whom(name) {
      const id = idOf(roster.personOf(name)?.name ?? null);
      return id === null ? { name } : { id };
    },
    last: lastOf(previous),
  };
}

/**
 * Everybody of the team, in roster order, and whoever had a deal that was theirs at the snapshot before. Ids are carried on
 * from there by name and made of nothing that tells who is meant.
 */
function peopleOf({ team, before, previous }: BuildInput): { id: string; name: string }[] {
  const known = new Map(previous?.people.flatMap(knownAs) ?? []);
  const owners = (before?.deals ?? []).flatMap(({ owner }) => owner ?? []);
  const names = new Map<string, string>();
  for (const name of [...team.people.map(({ name }) => name), ...owners])
    if (!names.has(nameKey(name))) names.set(nameKey(name), name);
  let next = Math.max(0, ...(previous?.team.people ?? []).map((id) => Number(id.slice(1)) || 0));
  return [...names].map(([key, name]) => ({ id: known.get(key) ?? `p${++next}`, name }));
}

const knownAs = ({ id, name }: PersonPart): [string, string][] => (name === null ? [] : [[nameKey(name), id]]);

const byId = <T extends { id: string }>(all: readonly T[]): Map<string, T> => new Map(all.map((one) => [one.id, one]));

const lastOf = (previous: SnapshotContent | null): BuildContext['last'] => ({
  deals: byId(previous?.deals ?? []),
  said: byId(previous?.said ?? []),
});
