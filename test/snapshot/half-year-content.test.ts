/** Half a year of a simulated team's weeks, frozen with all they hold, and worked out again much later. */
import { beforeAll, expect, it } from 'vitest';
import { addDays, type Day } from '../../lib/deal/day.ts';
import type { FrozenSnapshot } from '../../lib/deal/frozen-snapshot.ts';
import { money } from '../../lib/deal/money.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { buildContent } from '../../lib/snapshot/build.ts';
import { ENGINE } from '../../lib/snapshot/engine.ts';
import { freeze } from '../../lib/snapshot/freeze.ts';
import { leavesOf } from '../../lib/snapshot/leaves.ts';
import { verify } from '../../lib/snapshot/verify.ts';
import { recordTeam } from '../evaluate/record-team.ts';
import { count } from './frozen.ts';
import { type Frozen, freezeWeeks, fridayEvening, teamOn } from './sim-weeks.ts';

const [SEED, END, WEEKS] = [11, '2026-11-27', 26];
const GOAL = { quarter: '2026-Q4', amount: money(2_000_000, 'USD') };
const SETTINGS = { ...DEFAULT_SETTINGS, goal: GOAL };

let histories: DealHistory[];
let weeks: Frozen[];
const chain: FrozenSnapshot[] = [];

beforeAll(async () => {
  histories = recordTeam(SEED, END);
  weeks = freezeWeeks(histories, END, WEEKS, { goal: GOAL });
  for (const [at, { content }] of weeks.entries()) {
    const friday: Day = addDays(END, -7 * (WEEKS - 1 - at));
    const asOf = fridayEvening(friday);
    const week = { from: addDays(friday, -4), to: addDays(friday, 2), asOf, knownAt: asOf, timeZone: 'UTC' };
    const basis = { id: `week ${at}`, ...week, frozenAt: asOf, engine: ENGINE, reviewed: true, corrects: null };
    chain.push(freeze(leavesOf(content), { ...basis, before: chain.at(-1)?.root ?? null }, count));
  }
}, 120_000);

/** What a file tells after the last week: every third deal had another amount, and stood elsewhere, for a while in the past. */
function withImport(all: readonly DealHistory[]): DealHistory[] {
  const recordedAt = fridayEvening(END) + 86_400_000;
  return all.map((history, at) => {
    const first = history.changes.find(({ field }) => field === 'amount');
    if (at % 3 > 0 || !first) return history;
    const seenAt = history.deal.firstSeenAt - 30 * 86_400_000;
    const told = { ...first, from: undefined, to: money(1, 'USD'), after: null, seenAt, recordedAt, seq: 10_000_000 };
    const changes = [{ ...told, exact: true as const }, ...history.changes];
    return { ...history, deal: { ...history.deal, firstSeenAt: seenAt }, changes };
  });
}

const replayOf = (all: readonly DealHistory[], at: number) => {
  const { input } = weeks[at] as Frozen;
  const { asOf, knownAt } = chain[at] as FrozenSnapshot;
  const before = weeks[at - 1];
  return leavesOf(
    buildContent({
      ...input,
      team: teamOn(all, asOf, SETTINGS),
      before: before ? teamOn(all, before.content.team.moment.asOf, SETTINGS) : null,
      at: (moment) => teamOn(all, Math.min(moment, knownAt), SETTINGS),
    }),
  );
};

it('begins each week where the one before ended, currency by currency, to the minor unit', () => {
  for (const [at, { content }] of weeks.entries()) {
    const ends = weeks[at - 1]?.content.team.sums.due ?? [];
    const starts = content.team.bridges.flatMap(({ start }) => (start && start.minor !== 0 ? start : []));
    if (at > 0) expect(asRecord(starts)).toEqual(asRecord(ends.filter(({ minor }) => minor !== 0)));
    for (const { start, lines, end } of content.team.bridges)
      expect(lines.reduce((sum, line) => sum + (line.money?.minor ?? 0), start?.minor ?? 0)).toBe(end?.minor);
  }
  expect(weeks.filter(({ content }) => content.team.moves.length > 0).length).toBeGreaterThan(WEEKS / 2);
});

const asRecord = (sums: { currency: string | null; minor: number }[]) =>
  Object.fromEntries(sums.map(({ currency, minor }) => [`${currency}`, minor]));

it('is worked out the same, every figure of every week, after a file told more of the past', async () => {
  const later = withImport(histories);
  for (const at of weeks.keys()) {
    const input = { snapshot: chain[at] as FrozenSnapshot, heads: chain, engine: ENGINE };
    const found = await verify({ ...input, replay: () => replayOf(later, at) });
    expect({ at, verdict: found.verdict, differences: found.replay?.differences }).toEqual({
      ...{ at, verdict: 'sound', differences: [] },
    });
  }
}, 240_000);

it('names what differs where the records themselves were changed', async () => {
  const at = WEEKS - 1;
  const named = weeks[at]?.content.deals[0]?.id;
  const changed = histories.map((history) =>
    history.deal.id !== named
      ? history
      : { ...history, changes: history.changes.map((one) => (one.field === 'name' ? { ...one, to: 'Other' } : one)) },
  );
  const found = await verify({
    ...{ snapshot: chain[at] as FrozenSnapshot, heads: chain, engine: ENGINE },
    replay: () => replayOf(changed, at),
  });
  expect(found.verdict).toBe('differs');
  expect(found.replay?.differences.map(({ key }) => key)).toEqual([`deal ${named}`]);
});
