import { describe, expect, it } from 'vitest';
import { type Day, MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { resetLimits, withLimit } from '../../lib/risk/edit-limits.ts';
import { limitFor } from '../../lib/risk/limit-in-force.ts';
import { limitsFromText, limitsToText } from '../../lib/risk/limits-schema.ts';
import { suggestLimits } from '../../lib/risk/suggest-limits.ts';
import { markedUnder, proposeLooser, tryLimit } from '../../lib/risk/try-limits.ts';
import { moment } from '../history/make-history.ts';
import { historyOf, LATE, MID, noon, stage } from './one-deal.ts';

const named = (history: DealHistory, id: string): DealHistory => ({ ...history, deal: { ...history.deal, id } });
/** Deals that have stood in a late stage for 26, 29, 32 … days. */
const standing = (count: number): DealHistory[] =>
  Array.from({ length: count }, (_, at) => {
    const since = new Date(noon('2026-11-02') - (26 + 3 * at) * 86_400_000).toISOString().slice(0, 10) as Day;
    const looks = { [since]: { stage: LATE }, '2026-10-20': { stage: LATE }, '2026-11-02': { stage: LATE } };
    return named(historyOf(looks), `deal ${at}`);
  });
const settings = { moment: moment(noon('2026-11-02') + 1), calendar: MONDAY_TO_FRIDAY };

describe('limits as data', () => {
  const set = withLimit({}, { place: { pipeline: 'Renewals' }, signal: 'stalled', kind: 'late', to: 60 });

  it('holds in a pipeline before a size, and there before everywhere', () => {
    const all = withLimit(withLimit(set, { place: 'everywhere', signal: 'stalled', kind: 'late', to: 10 }), {
      place: { size: 'big' },
      signal: 'stalled',
      kind: 'late',
      to: 30,
    });
    expect(limitFor('stalled', 'late', all, 'Renewals', 'big')?.limit).toBe(60);
    expect(limitFor('stalled', 'late', all, 'New', 'big')?.limit).toBe(30);
    expect(limitFor('stalled', 'late', all, 'New', null)?.limit).toBe(10);
    expect(limitFor('stalled', 'late', all, 'constructor', null)?.limit).toBe(10);
  });

  it('goes back to the defaults: one figure, one place, all', () => {
    expect(withLimit(set, { place: { pipeline: 'Renewals' }, signal: 'stalled', kind: 'late', to: undefined })).toEqual(
      {},
    );
    expect(resetLimits(set, { pipeline: 'Renewals' })).toEqual({});
    expect(resetLimits(set, { pipeline: 'Renewals' }, 'pushed')).toEqual(set);
    expect(resetLimits(set)).toEqual({});
  });

  it('goes through a file and comes back, and takes nothing else in', () => {
    expect(limitsFromText(limitsToText(set))).toEqual(set);
    for (const text of ['', '{}', '[]', 'null', '{"format":"sideline-limits","version":2,"limits":{}}']) {
      expect(limitsFromText(text), text).toBeNull();
    }
    const bad = { everywhere: { stalled: { late: 1e9 } } };
    expect(limitsFromText(limitsToText(bad))).toBeNull();
    expect(limitsFromText(limitsToText({ everywhere: { nonsense: { late: 1 } } } as never))).toBeNull();
  });
});

describe('trying limits', () => {
  it('says how many open deals a change would mark', () => {
    const deals = standing(10);
    const change = { place: 'everywhere', signal: 'stalled', kind: 'late', to: 40 } as const;
    const { before, after } = tryLimit(deals, settings, change);
    expect(before).toMatchObject({ open: 10, marked: 10, reasons: { stalled: 10 } });
    expect(after.marked).toBe(3);
  });

  it('proposes looser ones only where more than three in ten are marked', () => {
    const deals = standing(10);
    const proposal = proposeLooser(deals, settings);
    expect(proposal?.before.marked).toBe(10);
    expect((proposal?.after.marked ?? 10) / 10).toBeLessThanOrEqual(0.25);
    expect(markedUnder(deals, { ...settings, limits: proposal?.limits }).marked).toBe(proposal?.after.marked);
    const calm = [
      ...deals.slice(0, 2),
      ...Array.from({ length: 8 }, (_, at) => named(historyOf({ '2026-11-02': { stage: MID } }), `calm ${at}`)),
    ];
    expect(proposeLooser(calm, settings)).toBeNull();
  });
});

describe('limits from own deals', () => {
  const won = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      named(
        historyOf({
          '2026-08-01': { stage: stage('Demo') },
          '2026-08-10': { stage: LATE },
          '2026-08-20': { stage: LATE },
          '2026-09-10': { stage: LATE },
          '2026-09-20': { stage: stage('Won') },
        }),
        `won ${at}`,
      ),
    );
  const replay = { calendar: MONDAY_TO_FRIDAY, timeZone: 'Europe/Berlin' };

  it('suggests what most won deals stayed below, from twenty on', () => {
    const suggested = suggestLimits(won(20), noon('2026-11-02'), replay);
    expect(suggested).toContainEqual({ signal: 'stalled', kind: 'late', now: 21, to: 31, wonDeals: 20 });
    expect(suggestLimits(won(19), noon('2026-11-02'), replay)).toEqual([]);
  });

  it('does not take deals of which a figure was never seen for deals without one', () => {
    const seen = Array.from({ length: 20 }, (_, at) =>
      named(
        historyOf({
          '2026-08-20': { stage: LATE, lastActivity: '2026-08-02' },
          '2026-09-10': { stage: LATE, lastActivity: '2026-08-02' },
          '2026-09-20': { stage: stage('Won') },
        }),
        `seen ${at}`,
      ),
    );
    const suggested = suggestLimits([...won(100), ...seen], noon('2026-11-02'), replay);
    expect(suggested).toContainEqual(expect.objectContaining({ signal: 'no-activity', kind: 'late', wonDeals: 20 }));
  });

  it('suggests nothing of what nobody could see, what won deals hardly had, and what is off', () => {
    const suggested = suggestLimits(won(20), noon('2026-11-02'), replay);
    expect(suggested.map(({ signal, kind }) => `${signal} ${kind}`)).toEqual(['stalled late']);
    const limits = { everywhere: { stalled: { late: null } } };
    expect(suggestLimits(won(20), noon('2026-11-02'), { ...replay, limits })).toEqual([]);
  });
});
