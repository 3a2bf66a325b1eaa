import { expect, test } from 'vitest';
import { ownersSeen } from '../../lib/team/owners-seen.ts';
import { DAY, MONDAY } from '../deal/make-reading.ts';
import { recordLooks } from '../history/make-history.ts';

test('names in owner fields, each once however it is written, with its deals and the last day', () => {
  const deal = (owner: string, day: number) => recordLooks([{ at: MONDAY + day * DAY, said: { owner } }]).history;
  const histories = [deal('Kim Olsen', 0), deal('Olsen, Kim', 3), deal('Ida Norrgard', 1), recordLooks([]).history];
  const seen = ownersSeen(histories, { asOf: MONDAY + 9 * DAY, knownAt: MONDAY + 9 * DAY, timeZone: 'UTC' });
  expect(seen).toEqual([
    { name: 'Ida Norrgard', deals: 1, lastOn: '2026-11-03' },
    { name: 'Olsen, Kim', deals: 2, lastOn: '2026-11-05' },
  ]);
});
