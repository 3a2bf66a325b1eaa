import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldName } from '../../lib/deal/fields.ts';
import { changesAsOf, dealAsOf } from '../../lib/history/deal-as-of.ts';
import { mergeHistories } from '../../lib/history/merge-histories.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { DAY, MINUTE, MONDAY, type Said } from '../deal/make-reading.ts';
import { EVER, type Look, moment, recordLooks } from './make-history.ts';

const look = (at: number, said: Said): Look => ({ at: MONDAY + at * DAY, said });

/** Two members share a database, so their rows have places of their own in its order. */
function members(...lists: readonly (readonly Look[])[]): [DealHistory, DealHistory[]] {
  const histories = lists.map((list, member) => {
    const { history } = recordLooks(list);
    const placed = <Row extends { seq: number }>(row: Row): Row => ({ ...row, seq: row.seq * lists.length + member });
    const deal = { ...history.deal, id: `member ${member}` };
    const changes = history.changes.map((row) => ({ ...placed(row), deal: deal.id }));
    return { ...history, deal, changes, sightings: history.sightings.map(placed) };
  });
  const [root, ...others] = histories;
  if (!root) throw new Error('a deal has one history at least');
  return [root, others];
}

test('an export and the page that was opened later tell one story', () => {
  const [root, others] = members([look(5, { owner: 'Ben' })], [look(0, { owner: 'Ana', name: 'Larkfield' })]);
  const merged = mergeHistories(root, others);
  expect(
    changesAsOf(merged, EVER)
      .filter(({ field }) => field === 'owner')
      .map(({ from, to }) => [from, to]),
  ).toEqual([
    [undefined, 'Ana'],
    ['Ana', 'Ben'],
  ]);
  expect(dealAsOf(merged, EVER)?.fields.name?.value).toBe('Larkfield');
});

test('a look that says nothing new for its own page contradicts what the other host said meanwhile', () => {
  const [root, others] = members([look(0, { owner: 'Ana' }), look(6, { owner: 'Ana' })], [look(3, { owner: 'Ben' })]);
  const merged = mergeHistories(root, others);
  expect(changesAsOf(merged, EVER).map(({ to, after, seenAt }) => [to, after, seenAt])).toEqual([
    ['Ana', null, MONDAY],
    ['Ben', MONDAY, MONDAY + 3 * DAY],
    ['Ana', MONDAY + 3 * DAY, MONDAY + 6 * DAY],
  ]);
});

const said = fc.record<Said>(
  { owner: fc.constantFrom('Ana', 'Ben', 'Cem'), closeDate: fc.constantFrom('2026-11-28', '2026-12-12') },
  { requiredKeys: [] },
);

/** Looks of two or three members, no two at one moment. */
const drawn = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 12 })
  .chain((minutes) => fc.tuple(...minutes.map((at) => fc.record({ at: fc.constant(at), member: fc.nat(2), said }))));

const asLooks = (all: readonly { at: number; member: number; said: Said }[], member: number): Look[] =>
  all
    .filter((one) => one.member === member)
    .sort((a, b) => a.at - b.at)
    .map(({ at, said: one }) => ({ at: MONDAY + at * MINUTE, said: one, recordedAt: MONDAY + DAY }));

test('the merged deal as of any moment is what its members were as of then', () => {
  fc.assert(
    fc.property(drawn, fc.integer({ min: 0, max: 31 }), (all, asOf) => {
      const lists = [0, 1, 2].map((member) => asLooks(all, member)).filter((list) => list.length > 0);
      const [root, others] = members(...lists);
      const when = moment(MONDAY + asOf * MINUTE, MONDAY + 2 * DAY);
      const merged = dealAsOf(mergeHistories(root, others), when);
      const own = [root, ...others].flatMap((history) => dealAsOf(history, when) ?? []);
      expect(merged?.lastSeenAt).toBe(own.length === 0 ? undefined : Math.max(...own.map((deal) => deal.lastSeenAt)));
      for (const field of ['owner', 'closeDate'] satisfies FieldName[]) {
        const last = own
          .flatMap((deal) => deal.fields[field] ?? [])
          .reduce<{ value: unknown; lastSeenAt: number } | null>(
            (best, known) => (best && best.lastSeenAt > known.lastSeenAt ? best : known),
            null,
          );
        const known = merged?.fields[field];
        expect([known?.value, known?.lastSeenAt]).toEqual([last?.value, last?.lastSeenAt]);
      }
    }),
    { numRuns: 500 },
  );
});

test('the order of the members does not matter', () => {
  fc.assert(
    fc.property(drawn, (all) => {
      const lists = [0, 1, 2].map((member) => asLooks(all, member)).filter((list) => list.length > 0);
      const [root, others] = members(...lists);
      const plain = (history: DealHistory) => changesAsOf(history, EVER).map(({ deal, seq, ...row }) => row);
      expect(plain(mergeHistories(root, [...others].reverse()))).toEqual(plain(mergeHistories(root, others)));
    }),
  );
});
