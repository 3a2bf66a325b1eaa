import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dealAsOf } from '../../lib/history/deal-as-of.ts';
import { packDeals, unpackDeals } from '../../lib/history/packed.ts';
import { pipelineAsOf, type SharedLooks } from '../../lib/history/pipeline-as-of.ts';
import { isPlayed, playedChanges } from '../../lib/history/played.ts';
import { isSoundChange } from '../../lib/history/sound.ts';
import type { Deal, DealHistory } from '../../lib/history/types.ts';
import { DAY, MINUTE, MONDAY, type Said, usd } from '../deal/make-reading.ts';
import { type Look, moment, recordLooks } from './make-history.ts';

const said = fc.record<Said>(
  {
    owner: fc.constantFrom('Ana', 'Ben “Łódź”', 'Cem'),
    closeDate: fc.constantFrom('2026-11-28', '2026-12-12'),
    amount: fc.constantFrom(usd(310_000, 500), usd(309_750), usd(310_400)),
    nextStep: fc.constantFrom<Said['nextStep'] & {}>('Redlines', { missing: 'empty' }, { missing: 'not-on-page' }),
    stage: fc.constantFrom({ id: null, label: 'Proposal', order: 2 }, { id: 'x', label: 'Won', order: null }),
  },
  // A deal of which nothing was seen is none.
  { requiredKeys: ['owner'] },
);

/** Looks in any order of recording, on time or late. */
const looks = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: 30 }), said, delay: fc.constantFrom(0, 0, 0, 4, 40) }),
  { minLength: 1, maxLength: 10 },
);

function historyOf(drawn: readonly { at: number; said: Said; delay: number }[]): DealHistory {
  const list = drawn
    .map(({ at, said: one, delay }): Look & { recordedAt: number } => ({
      at: MONDAY + at * MINUTE,
      said: one,
      recordedAt: MONDAY + (at + delay) * MINUTE,
    }))
    .sort((a, b) => a.recordedAt - b.recordedAt);
  return recordLooks(list).history;
}

function packedOf(history: DealHistory) {
  const played = playedChanges(history);
  const { changes, deal } = history;
  return { record: deal, changes, played: isPlayed(changes, played) ? null : played };
}

const sharedOf = (history: DealHistory): SharedLooks[] =>
  history.sightings.map(({ at, recordedAt, mask }) => ({
    deals: [history.deal.id],
    masks: [mask],
    looks: [{ at, recordedAt }],
  }));

/** Undefined and missing are one, as they are in a database. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

test('what is packed comes back row for row, with its evidence', () => {
  fc.assert(
    fc.property(fc.array(looks, { maxLength: 4 }), (lists) => {
      const deals = lists.map((list) => packedOf(historyOf(list)));
      const packed = packDeals(deals);
      expect(plain(unpackDeals(packed))).toEqual(plain(deals));
      const [first] = deals;
      if (first) expect(unpackDeals(packed, new Set([first.record.id]))).toHaveLength(deals.length);
      expect(unpackDeals(packed, new Set())).toEqual([]);
    }),
  );
});

const withoutEvidence = (deal: Deal | null | undefined) =>
  deal && {
    ...deal,
    fields: plain(
      Object.fromEntries(Object.entries(deal.fields).map(([field, known]) => [field, { ...known, evidence: null }])),
    ),
  };

test('a packed pipeline as of any moment is what each history says', () => {
  let late = 0;
  fc.assert(
    fc.property(looks, fc.integer({ min: 0, max: 80 }), (drawn, asOf) => {
      const history = historyOf(drawn);
      const packed = packedOf(history);
      if (packed.played) late++;
      const when = moment(MONDAY + asOf * MINUTE, MONDAY + DAY);
      const [quick] = pipelineAsOf([packDeals([packed])], sharedOf(history), when);
      expect(withoutEvidence(quick ?? null)).toEqual(withoutEvidence(dealAsOf(history, when)));
    }),
    { numRuns: 600 },
  );
  expect(late).toBeGreaterThan(50);
});

test('of what was recorded in order it also tells what was known when', () => {
  fc.assert(
    fc.property(looks, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (drawn, asOf, knownAt) => {
      const history = historyOf(drawn.map((look) => ({ ...look, delay: 0 })));
      const when = moment(MONDAY + asOf * MINUTE, MONDAY + knownAt * MINUTE);
      const [quick] = pipelineAsOf([packDeals([packedOf(history)])], sharedOf(history), when);
      expect(withoutEvidence(quick ?? null)).toEqual(withoutEvidence(dealAsOf(history, when)));
    }),
  );
});

test('what is no pack is refused, not half understood', () => {
  const packed = packDeals([packedOf(historyOf([{ at: 0, said: { owner: 'Ana' }, delay: 0 }]))]);
  const broken: Partial<typeof packed>[] = [
    { deals: '[["id"' },
    { marks: packed.marks.slice(1) },
    { moments: packed.moments.slice(1) },
    { values: packed.values.slice(1) },
    { evidence: '{' },
  ];
  for (const part of broken) expect(() => unpackDeals({ ...packed, ...part }), JSON.stringify(part)).toThrow();
  expect(() => unpackDeals({ rows: '[]', evidence: '' } as never), 'an older form').toThrow();
});

test('a damaged row stays one: packed, unpacked and left out of what held', () => {
  const history = historyOf([
    { at: 0, said: { owner: 'Ana', amount: usd(310_000, 500) }, delay: 0 },
    { at: 5, said: { owner: 'Cem', amount: usd(310_000, 500) }, delay: 0 },
  ]);
  const spoilt: Record<string, unknown>[] = [
    { field: 'shoe size' },
    { to: undefined },
    { to: 7 },
    { seenAt: undefined },
    { after: undefined },
    { evidence: null },
  ];
  for (const damage of spoilt) {
    const changes = history.changes.map((row) => (row.to === 'Cem' ? ({ ...row, ...damage } as typeof row) : row));
    const played = playedChanges({ changes: changes.filter(isSoundChange), sightings: history.sightings });
    const packed = packDeals([{ record: history.deal, changes, played }]);
    const [deal] = unpackDeals(packed);
    expect(
      deal?.changes.filter((row) => !isSoundChange(row)),
      JSON.stringify(damage),
    ).toHaveLength(1);
    const [quick] = pipelineAsOf([packed], sharedOf(history), moment(MONDAY + DAY, MONDAY + DAY));
    expect(quick?.fields.owner?.value).toBe('Ana');
    expect(quick?.fields.amount?.value).toEqual(usd(310_000, 500));
  }
});
