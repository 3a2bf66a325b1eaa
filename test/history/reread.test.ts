import { expect, test } from 'vitest';
import type { DealReading } from '../../lib/deal/reading.ts';
import { changesAsOf, dealAsOf } from '../../lib/history/deal-as-of.ts';
import { deriveChanges } from '../../lib/history/derive-changes.ts';
import { deriveLateChanges } from '../../lib/history/derive-late-changes.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { DAY, MONDAY } from '../deal/make-reading.ts';
import { EVER, recordLooks } from './make-history.ts';

const shown = (value: string, raw: string): DealReading => ({
  recordId: '7',
  url: null,
  fields: { closeDate: { ok: true, value, raw, rule: 'css date' } },
});

/** Two looks at a close date: as the first took it, and as the second did. */
function twoLooks(first: DealReading, second: DealReading): DealHistory {
  const { history } = recordLooks([]);
  const meta = (at: number) => ({
    deal: history.deal.id,
    crm: 'pipedrive',
    page: 'record' as const,
    at,
    recordedAt: at,
  });
  const one = deriveChanges(null, first, meta(MONDAY));
  const two = deriveChanges(one.state, second, meta(MONDAY + DAY));
  const changes = [...one.changes, ...two.changes].map((change, seq) => ({ ...change, seq }));
  const sightings = [one, two].map(({ mask }, at) => {
    const seenAt = MONDAY + at * DAY;
    return { seq: 10 + at, at: seenAt, recordedAt: seenAt, page: 'record' as const, mask };
  });
  const read = { ...history, changes, sightings };
  expect(dealAsOf(read, EVER)?.fields).toEqual(two.state.fields);
  return read;
}

const dates = (history: DealHistory) => changesAsOf(history, EVER).map(({ to }) => to);

test('a text that is read in another order later is no push: the date is the new one, and never was the old', () => {
  const history = twoLooks(shown('2027-03-09', '03/09/2027'), shown('2027-09-03', '03/09/2027'));
  expect(dates(history)).toEqual(['2027-03-09']);
  expect(dealAsOf(history, EVER)?.fields.closeDate).toMatchObject({ value: '2027-09-03', seenAt: MONDAY });
});

test('another text is a change, and so is a word that means another day tomorrow', () => {
  expect(dates(twoLooks(shown('2027-03-09', '03/09/2027'), shown('2027-09-03', '09/03/2027')))).toHaveLength(2);
  expect(dates(twoLooks(shown('2026-11-03', 'tomorrow'), shown('2026-11-04', 'tomorrow')))).toHaveLength(2);
});

test('a reading that comes late corrects in the same way', () => {
  const history = twoLooks(shown('2027-03-09', '03/09/2027'), shown('2027-03-09', '03/09/2027'));
  const at = MONDAY + DAY / 2;
  const meta = { deal: history.deal.id, crm: 'pipedrive', page: 'record' as const, at, recordedAt: at };
  const { changes } = deriveLateChanges(history, shown('2027-09-03', '03/09/2027'), meta);
  expect(changes).toEqual([expect.objectContaining({ to: '2027-09-03', refines: true })]);
});
