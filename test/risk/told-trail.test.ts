import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Day, dayNumber } from '../../lib/deal/day.ts';
import type { Told } from '../../lib/history/past-as-of.ts';
import { toldUntil } from '../../lib/risk/told-trail.ts';

const evidence = { rule: '.message', raw: 'that day' };

function move(day: Day, from: string | null, to: string): Told<'stage'> {
  const entry = { kind: 'stage' as const, day, from, to, evidence };
  return { entry, row: { deal: 'd', key: `${day}${from}${to}`, entry, seenAt: 1, lastSeenAt: 1, recordedAt: 1 } };
}

const labels = (moves: Told<'stage'>[], seen: string, on: Day) =>
  toldUntil(moves, seen, dayNumber(on)).map(({ label }) => label);

it('goes back from the move into what was seen, as far as one leads to the next', () => {
  const moves = [
    move('2026-07-01', 'Lead', 'Demo'),
    move('2026-08-01', 'Qualified', 'Proposal'),
    move('2026-09-01', 'Proposal', 'Demo'),
  ];
  expect(labels(moves, 'demo', '2026-09-10')).toEqual(['Qualified', 'Proposal', 'demo']);
});

it('tells nothing where it does not end in what was seen', () => {
  const moves = [move('2026-08-01', 'Demo', 'Proposal'), move('2026-09-01', 'Proposal', 'Legal')];
  expect(labels(moves, 'Proposal', '2026-09-10')).toEqual([]);
  // But what came on the day of the look may have come after it.
  expect(labels(moves, 'Proposal', '2026-09-01')).toEqual(['Demo', 'Proposal']);
  expect(labels(moves, 'Proposal', '2026-07-01')).toEqual([]);
});

it('does not know where the deal stood before a move that does not say so', () => {
  expect(labels([move('2026-08-01', 'Demo', 'Legal'), move('2026-09-01', null, 'Demo')], 'Demo', '2026-09-10')).toEqual(
    ['Demo'],
  );
});

it('rises by day, ends in what was seen, and holds only what the moves say', () => {
  const label = fc.constantFrom('Lead', 'Demo', 'Legal');
  const moves = fc.array(fc.record({ at: fc.integer({ min: 1, max: 28 }), from: fc.option(label), to: label }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(moves, label, fc.integer({ min: 1, max: 28 }), (said, seen, on) => {
      const day = (at: number) => `2026-09-${String(at).padStart(2, '0')}`;
      const told = said.sort((a, b) => a.at - b.at).map(({ at, from, to }) => move(day(at), from, to));
      const stays = toldUntil(told, seen, dayNumber(day(on)));
      if (stays.length > 0) expect(stays.at(-1)?.label).toBe(seen);
      for (const [at, stay] of stays.entries()) {
        expect(stay.day).toBeLessThanOrEqual(dayNumber(day(on)));
        expect(stay.day).toBeGreaterThanOrEqual(stays[at - 1]?.day ?? 0);
        expect(told.some(({ entry }) => entry.to === stay.label || entry.from === stay.label)).toBe(true);
      }
    }),
  );
});
