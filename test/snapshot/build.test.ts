/** Every figure of a snapshot worked out a second time, from what the simulated CRM held when it was looked at. */
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day, dayInZone } from '../../lib/deal/day.ts';
import { money } from '../../lib/deal/money.ts';
import { buildContent } from '../../lib/snapshot/build.ts';
import type { SnapshotContent } from '../../lib/snapshot/content.ts';
import { recordTeam } from '../evaluate/record-team.ts';
import { recordIdOf } from '../sim/crm/addresses.ts';
import { shownFields } from '../sim/crm/shown-fields.ts';
import { lookReadings } from '../sim/readings.ts';
import { simulateTeam } from '../sim/team/team.ts';
import { type DealState, dealOn } from '../sim/team/truth.ts';
import { type Frozen, freezeWeeks } from './sim-weeks.ts';

const [SEED, END] = [11, '2026-11-27'];
const CRM = 'salesforce';
const WEEKS = 9;
const GOAL = { quarter: '2026-Q4', amount: money(2_000_000, 'USD') };

let frozen: Frozen[];
beforeAll(() => {
  frozen = freezeWeeks(recordTeam(SEED, END), END, WEEKS, { goal: GOAL });
});

/** What the looks up to a day had shown of each deal, from the truth of the day before each. */
function seenBy(day: Day): Map<string, Partial<DealState>> {
  const sim = simulateTeam({ seed: SEED, endDay: END });
  const deals = new Map(sim.deals.map((deal) => [recordIdOf(CRM, deal), deal]));
  const seen = new Map<string, Partial<DealState>>();
  for (const { at, page, deals: rows } of lookReadings(sim, { crm: CRM, tenant: 'larkfield' })) {
    const on = dayInZone(at, 'UTC');
    if (on > day) break;
    for (const { recordId } of rows) {
      const deal = deals.get(recordId ?? '');
      const state = deal && dealOn(deal, addDays(on, -1));
      if (!state || recordId === null) continue;
      const shown = Object.fromEntries(shownFields(CRM, page).map((field) => [field, state[field as keyof DealState]]));
      const { outcome, currency } = state;
      seen.set(recordId, { ...seen.get(recordId), ...shown, outcome, currency });
    }
  }
  return seen;
}

const minorOf = ({ amount, currency }: Partial<DealState>) =>
  Math.round((amount ?? 0) * (currency === 'JPY' ? 1 : 100));

function sumsOfTruth(content: SnapshotContent, has: (deal: Partial<DealState>) => boolean): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const deal of seenBy(content.team.moment.today).values())
    if (has(deal) && deal.currency) sums[deal.currency] = (sums[deal.currency] ?? 0) + minorOf(deal);
  return sums;
}

const asRecord = (sums: { currency: string | null; minor: number }[]) =>
  Object.fromEntries(sums.map(({ currency, minor }) => [`${currency}`, minor]));

describe('figures', () => {
  it('are those of the truth, currency by currency', () => {
    const { content } = frozen.at(-1) as Frozen;
    const { quarter } = content.team.moment;
    const isDue = ({ outcome, closeDate }: Partial<DealState>) =>
      outcome === 'open' && closeDate != null && closeDate <= quarter.to;
    // A category that no page showed yet is the one that the stage has by default.
    const byStage = ({ stage = 0 }: Partial<DealState>) =>
      stage >= 3 ? 'Commit' : stage === 2 ? 'Best Case' : 'Pipeline';
    const isAs = (category: string) => (deal: Partial<DealState>) =>
      isDue(deal) && (deal.forecastCategory ?? byStage(deal)) === category;
    expect(asRecord(content.team.sums.due)).toEqual(sumsOfTruth(content, isDue));
    expect(asRecord(content.team.sums.commit)).toEqual(sumsOfTruth(content, isAs('Commit')));
    expect(asRecord(content.team.sums.bestCase)).toEqual(sumsOfTruth(content, isAs('Best Case')));
    expect(asRecord(content.team.open)).toEqual(sumsOfTruth(content, ({ outcome }) => outcome === 'open'));
    const closed = ({ outcome, closeDate }: Partial<DealState>) =>
      outcome === 'won' && closeDate != null && closeDate >= quarter.from && closeDate <= quarter.to;
    expect(asRecord(content.team.sums.closed)).toEqual(sumsOfTruth(content, closed));
    const usd = (sums: { currency: string | null; minor: number }[]) => asRecord(sums).USD ?? 0;
    const { closed: won, commit } = content.team.sums;
    expect(content.team.gap?.gap.minor).toBe(200_000_000 - usd(won) - usd(commit));
  });

  it('of people add up to the team’s', () => {
    for (const { content } of frozen) {
      const sum: Record<string, number> = {};
      for (const { sums } of content.people)
        for (const { currency, minor } of sums.due) sum[`${currency}`] = (sum[`${currency}`] ?? 0) + minor;
      expect(sum).toEqual(asRecord(content.team.sums.due));
    }
  });

  it('say what is counted deal by deal', () => {
    for (const { content } of frozen) {
      const sum: Record<string, number> = {};
      for (const { counted } of content.deals)
        if (counted) sum[`${counted.currency}`] = (sum[`${counted.currency}`] ?? 0) + counted.minor;
      expect(sum).toEqual(asRecord(content.team.sums.due));
    }
  });
});

describe('the bridge', () => {
  it('starts at the end of the snapshot before, adds up, and ends at what is open and due', () => {
    let lines = 0;
    for (const [at, { content }] of frozen.entries()) {
      const before = frozen[at - 1]?.content;
      if (!before) {
        expect(content.team.bridges).toEqual([]);
        continue;
      }
      expect(
        asRecord(content.team.bridges.flatMap(({ start }) => start ?? []).filter(({ minor }) => minor !== 0)),
      ).toEqual(asRecord(before.team.sums.due));
      expect(asRecord(content.team.bridges.flatMap(({ end }) => end ?? []).filter(({ minor }) => minor !== 0))).toEqual(
        asRecord(content.team.sums.due),
      );
      for (const bridge of content.team.bridges) {
        const moved = bridge.lines.reduce((sum, { money }) => sum + (money?.minor ?? 0), 0);
        expect((bridge.start?.minor ?? 0) + moved).toBe(bridge.end?.minor);
        for (const { line, money, parts } of bridge.lines) {
          expect(line).not.toBe('restated');
          expect(parts.reduce((sum, part) => sum + (part.money?.minor ?? 0), 0)).toBe(money?.minor);
          lines++;
        }
      }
    }
    expect(lines).toBeGreaterThan(20);
  });

  it('says in a line of its own what is counted since another quarter began', () => {
    const first = freezeWeeks(recordTeam(SEED, END), '2026-10-02', 2, { goal: GOAL });
    const turned = first[1]?.content.team.bridges
      .flatMap(({ lines }) => lines)
      .find(({ line }) => line === 'quarter-turned');
    expect(turned?.parts.length).toBeGreaterThan(3);
  });

  it('says what the snapshot before would say otherwise today: a rate, and what was erased from it', () => {
    const { input } = frozen.at(-1) as Frozen;
    const { previous, before } = input as { previous: SnapshotContent; before: Frozen['team'] };
    const rates = ['EUR', 'GBP', 'CHF', 'JPY'].map((from) => ({ from, to: 'USD', rate: 1.25, on: '2026-11-20' }));
    const settings = { ...input.team.settings, homeCurrency: 'USD', rates };
    const rated = buildContent({ ...input, team: { ...input.team, settings }, before: { ...before, settings } });
    expect(asRecord(rated.team.bridges.flatMap(({ start }) => start ?? []).filter(({ minor }) => minor !== 0))).toEqual(
      asRecord(previous.team.sums.due),
    );
    const erased = previous.deals.find(({ counted }) => counted?.currency === 'USD')?.id;
    const less = { ...previous, deals: previous.deals.filter(({ id }) => id !== erased) };
    for (const content of [rated, buildContent({ ...input, previous: less })]) {
      for (const { start, lines, end } of content.team.bridges)
        expect((start?.minor ?? 0) + lines.reduce((sum, { money }) => sum + (money?.minor ?? 0), 0)).toBe(end?.minor);
    }
    const lines = rated.team.bridges.flatMap(({ lines }) => lines.map(({ line }) => line));
    expect(lines).toContain('restated');
  });
});
