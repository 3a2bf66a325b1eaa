import { expect, test } from 'vitest';
import { changesAsOf, dealAsOf } from '../../lib/history/deal-as-of.ts';
import { DAY, MINUTE, MONDAY, type Said, usd } from '../deal/make-reading.ts';
import { EVER, type Look, moment, recordLooks, stateOf } from './make-history.ts';

const looks = (...said: Said[]): Look[] => said.map((one, at) => ({ at: MONDAY + at * DAY, said: one }));

function changesOf(list: readonly Look[]) {
  const { history } = recordLooks(list);
  return changesAsOf(history, EVER).map(({ field, from, to, after, seenAt }) => ({ field, from, to, after, seenAt }));
}

test('the first sighting of a field has no from and no start', () => {
  expect(changesOf(looks({ closeDate: '2026-11-28' }))).toEqual([
    { field: 'closeDate', from: undefined, to: '2026-11-28', after: null, seenAt: MONDAY },
  ]);
});

test('a change happened after the last look that said otherwise', () => {
  const list = looks({ closeDate: '2026-11-28' }, { closeDate: '2026-11-28' }, { closeDate: '2026-12-12' });
  expect(changesOf(list)[1]).toEqual({
    field: 'closeDate',
    from: '2026-11-28',
    to: '2026-12-12',
    after: MONDAY + DAY,
    seenAt: MONDAY + 2 * DAY,
  });
});

test('a field seen empty is a fact, a field that is not there is none', () => {
  const empty = looks({ nextStep: 'Redlines' }, { nextStep: { missing: 'empty' } });
  expect(changesOf(empty)[1]).toMatchObject({ from: 'Redlines', to: null });
  for (const missing of ['not-on-page', 'unreadable', 'ambiguous'] as const) {
    expect(changesOf(looks({ nextStep: 'Redlines' }, { nextStep: { missing } }))).toHaveLength(1);
  }
});

test('a page that does not show a field does not move its clock', () => {
  const { history } = recordLooks(looks({ name: 'Larkfield', nextStep: 'Redlines' }, { name: 'Larkfield' }));
  const deal = dealAsOf(history, EVER);
  expect(deal?.lastSeenAt).toBe(MONDAY + DAY);
  expect(deal?.fields.name?.lastSeenAt).toBe(MONDAY + DAY);
  expect(deal?.fields.nextStep?.lastSeenAt).toBe(MONDAY);
});

test('a list adds to what the record said and takes nothing away', () => {
  const { history } = recordLooks([
    { at: MONDAY, said: { name: 'Larkfield', nextStep: 'Redlines', amount: usd(309_750) } },
    { at: MONDAY + DAY, page: 'list', said: { name: 'Larkfield', amount: usd(310_000, 500), owner: 'Ana' } },
  ]);
  const fields = dealAsOf(history, EVER)?.fields;
  expect(fields?.nextStep?.value).toBe('Redlines');
  expect(fields?.amount).toMatchObject({ value: usd(309_750), lastSeenAt: MONDAY + DAY });
  expect(fields?.owner).toMatchObject({ value: 'Ana', after: null });
});

test('a finer figure becomes the known one and is no change of the deal', () => {
  const { history, state } = recordLooks(looks({ amount: usd(310_000, 500) }, { amount: usd(309_750) }));
  expect(history.changes[1]).toMatchObject({ from: usd(310_000, 500), to: usd(309_750), refines: true });
  expect(changesAsOf(history, EVER)).toHaveLength(1);
  expect(dealAsOf(history, EVER)?.fields.amount).toMatchObject({ value: usd(309_750), seenAt: MONDAY, after: null });
  expect(stateOf(history)).toEqual(state);
});

test('before it was refined the rounded figure is what was known', () => {
  const { history } = recordLooks(looks({ amount: usd(310_000, 500) }, { amount: usd(309_750) }));
  expect(dealAsOf(history, moment(MONDAY + DAY - 1))?.fields.amount?.value).toEqual(usd(310_000, 500));
});

test('a page dated well ahead of the clock counts as said when it was recorded', () => {
  const { history } = recordLooks([
    { at: MONDAY, said: { closeDate: '2026-11-28' } },
    { at: MONDAY + 400 * DAY, recordedAt: MONDAY + DAY, said: { closeDate: '2026-12-12' } },
    { at: MONDAY + 2 * DAY, said: { closeDate: '2026-12-19' } },
  ]);
  expect(history.changes.map((row) => row.seenAt)).toEqual([MONDAY, MONDAY + DAY, MONDAY + 2 * DAY]);
  expect(dealAsOf(history, EVER)?.fields.closeDate?.value).toBe('2026-12-19');
});

test('a page dated a little ahead keeps its own moment', () => {
  const { history } = recordLooks([{ at: MONDAY + MINUTE, recordedAt: MONDAY, said: { name: 'Larkfield' } }]);
  expect(history.sightings[0]?.at).toBe(MONDAY + MINUTE);
});
