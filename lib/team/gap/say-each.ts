import type { DealRow } from '../../coaching/card.ts';
import { sayGoalBasis } from '../say-goal.ts';
import type { Gap } from './gap-of.ts';
import type { Telling } from './telling.ts';

/** One person's, team's or everybody's figures; `goal`, `gap` and `toBest` null without a goal. */
export type EachLine = {
  key: string;
  name: string;
  goal: string | null;
  closed: string;
  commit: string;
  gap: string | null;
  toBest: string | null;
  note: string;
  rows: DealRow[];
};

/** Persons in roster order, then deals without an owner, then all of them. Persons of no goal and no deal are left out. */
export type SaidEach = { people: EachLine[]; teams: EachLine[] };

export function sayEach(telling: Telling, all: Gap): SaidEach {
  const { each } = telling.figures;
  const people = each.people.map((gap) => lineOf(telling, gap, gap.whose.person ?? '', 'person'));
  const teams = each.teams.map((gap) => lineOf(telling, gap, `Team ${gap.whose.team}`, 'team'));
  return {
    people: [
      ...people,
      ...(each.nobody ? [lineOf(telling, each.nobody, 'No owner seen', 'nobody')] : []),
      lineOf(telling, all, 'Everybody', 'all'),
    ],
    teams,
  };
}

function lineOf(telling: Telling, gap: Gap, name: string, kind: string): EachLine {
  const { exact, words, money, period, rowsOf, figures } = telling;
  const { goal, counting, parts, apart } = gap;
  const of = (minor: number) => exact(minor, counting);
  const isSaid = kind !== 'all' && (goal.basis !== null || goal.apart.length > 0 || goal.lacking.length > 0);
  const basis = !isSaid ? null : sayGoalBasis(goal, period(figures.quarter), words, money);
  return {
    ...{ key: `${kind} ${name}`, name },
    goal: goal.amount && of(goal.amount.minor),
    closed: of(gap.closed),
    commit: of(gap.commit),
    gap: gap.gap === null ? null : of(gap.gap),
    toBest: gap.gapToBest === null ? null : of(gap.gapToBest),
    note: [
      ...(basis ? [basis] : []),
      ...(apart.length > 0 ? [`Not in this: ${words.list(apart.map(money))}.`] : []),
    ].join(' '),
    rows: kind === 'all' ? [] : rowsOf([...parts.closed, ...parts.commit, ...parts['best-case']]),
  };
}
