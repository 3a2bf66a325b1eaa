import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesAsOf, dealAsOf } from '../../lib/history/deal-as-of.ts';
import { DAY, MINUTE, MONDAY, type Said, usd } from '../deal/make-reading.ts';
import { EVER, type Look, moment, recordLooks, stateOf } from './make-history.ts';

const day = (at: number, said: Said, recorded = at): Look => ({
  at: MONDAY + at * DAY,
  said,
  recordedAt: MONDAY + recorded * DAY,
});
const steps = (list: readonly Look[]) =>
  changesAsOf(recordLooks(list).history, EVER).map(({ from, to, after, seenAt }) => [
    from,
    to,
    after === null ? null : (after - MONDAY) / DAY,
    (seenAt - MONDAY) / DAY,
  ]);

test('a late reading never overwrites what a later page said', () => {
  const { history, state } = recordLooks([day(5, { owner: 'Ben' }), day(2, { owner: 'Ana' }, 6)]);
  expect(state?.fields.owner?.value).toBe('Ben');
  expect(dealAsOf(history, EVER)?.fields.owner).toMatchObject({ value: 'Ben', after: MONDAY + 2 * DAY });
});

test('a late reading that says the same narrows the interval of the change after it', () => {
  const list = [day(0, { owner: 'Ana' }), day(9, { owner: 'Ben' }), day(6, { owner: 'Ana' }, 10)];
  expect(steps(list)[1]).toEqual(['Ana', 'Ben', 6, 9]);
});

test('a late reading that already said the new value dates the change earlier', () => {
  const list = [day(0, { owner: 'Ana' }), day(9, { owner: 'Ben' }), day(4, { owner: 'Ben' }, 10)];
  expect(steps(list)).toEqual([
    [undefined, 'Ana', null, 0],
    ['Ana', 'Ben', 0, 4],
  ]);
});

test('a late detour is told there and back', () => {
  const list = [day(0, { owner: 'Ana' }), day(8, { owner: 'Ana' }), day(4, { owner: 'Ben' }, 10)];
  expect(steps(list)).toEqual([
    [undefined, 'Ana', null, 0],
    ['Ana', 'Ben', 0, 4],
    ['Ben', 'Ana', 4, 8],
  ]);
});

test('a late exact figure refines the rounded ones after it', () => {
  const rounded = usd(310_000, 500);
  const list = [day(0, { amount: rounded }), day(8, { amount: rounded }), day(4, { amount: usd(309_750) }, 10)];
  const { history } = recordLooks(list);
  expect(changesAsOf(history, EVER)).toHaveLength(1);
  expect(dealAsOf(history, EVER)?.fields.amount?.value).toEqual(usd(309_750));
});

test('what was known then stays so after a late reading', () => {
  const { history } = recordLooks([day(0, { owner: 'Ana' }), day(9, { owner: 'Cem' }), day(4, { owner: 'Ben' }, 10)]);
  const atNine = changesAsOf(history, moment(MONDAY + 9 * DAY));
  expect(atNine.map(({ from, to }) => [from, to])).toEqual([
    [undefined, 'Ana'],
    ['Ana', 'Cem'],
  ]);
  expect(dealAsOf(history, moment(MONDAY + 5 * DAY, MONDAY + 9 * DAY))?.fields.owner?.value).toBe('Ana');
  expect(dealAsOf(history, moment(MONDAY + 5 * DAY, MONDAY + 10 * DAY))?.fields.owner?.value).toBe('Ben');
});

test('after a clock that ran ahead was set right, pages are read against what was true by then', () => {
  const { history } = recordLooks([
    day(0, { owner: 'Ana' }),
    day(900, { owner: 'Ben' }),
    day(1, { owner: 'Ben' }),
    day(2, { owner: 'Cem' }),
  ]);
  expect(dealAsOf(history, moment(MONDAY + 3 * DAY))?.fields.owner).toMatchObject({
    value: 'Cem',
    after: MONDAY + DAY,
  });
});

const said = fc.record<Said>(
  {
    owner: fc.constantFrom('Ana', 'Ben', 'Cem'),
    closeDate: fc.constantFrom('2026-11-28', '2026-12-12'),
    amount: fc.constantFrom(usd(300), usd(400)),
    nextStep: fc.constantFrom<Said['nextStep'] & {}>('Redlines', { missing: 'empty' }, { missing: 'not-on-page' }),
  },
  { requiredKeys: [] },
);

/** Looks at different moments; recorded after all of them, so that every order is possible. */
const lookList = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 9 })
  .chain((minutes) =>
    fc.tuple(
      ...minutes.map((at) =>
        said.map((one): Look => ({ at: MONDAY + at * MINUTE, said: one, recordedAt: MONDAY + DAY })),
      ),
    ),
  );

test('the order of recording does not matter for what was said exactly', () => {
  fc.assert(
    fc.property(lookList, fc.func(fc.nat()), fc.integer({ min: 0, max: 31 }), (list, weight, asOf) => {
      const inOrder = recordLooks([...list].sort((a, b) => a.at - b.at)).history;
      const shuffled = recordLooks([...list].sort((a, b) => weight(a.at) - weight(b.at))).history;
      for (const at of [moment(MONDAY + asOf * MINUTE, MONDAY + DAY), EVER]) {
        expect(dealAsOf(shuffled, at)).toEqual(dealAsOf(inOrder, at));
        const plain = (history: typeof inOrder) => changesAsOf(history, at).map(({ seq, ...change }) => change);
        const order = (a: { seenAt: number; field: string }, b: { seenAt: number; field: string }) =>
          a.seenAt - b.seenAt || a.field.localeCompare(b.field);
        expect(plain(shuffled).sort(order)).toEqual(plain(inOrder).sort(order));
      }
    }),
    { numRuns: 400 },
  );
});

test('readings that come again, under whatever id, change nothing', () => {
  fc.assert(
    fc.property(lookList, fc.array(fc.nat(), { maxLength: 6 }), (list, again) => {
      const ordered = [...list].sort((a, b) => a.at - b.at);
      const twice = [
        ...ordered,
        ...again.flatMap((at) => ordered.slice(at % ordered.length, (at % ordered.length) + 1)),
      ];
      const [once, more] = [recordLooks(ordered).history, recordLooks(twice).history];
      expect(dealAsOf(more, EVER)).toEqual(dealAsOf(once, EVER));
      expect(more.changes).toEqual(
        once.changes.map((row) => expect.objectContaining({ to: row.to, seenAt: row.seenAt })),
      );
    }),
  );
});

const rounding = fc.constantFrom(usd(310_000, 500), usd(309_750), usd(310_400), usd(300_000, 50_000));

test('the rows alone add up to the stored state, rounded figures and late readings too', () => {
  const list = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 20 }), amount: rounding, owner: fc.constantFrom('Ana', 'Ben') }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(list, (rows) => {
      const { history, state } = recordLooks(
        rows.map(({ at, ...fields }) => ({ at: MONDAY + at * MINUTE, said: fields, recordedAt: MONDAY + DAY })),
      );
      expect(stateOf(history)).toEqual(state);
    }),
  );
});

test('nothing later than the moment is looked at', () => {
  fc.assert(
    fc.property(lookList, lookList, fc.integer({ min: 0, max: 31 }), (list, more, asOf) => {
      const cut = MONDAY + asOf * MINUTE;
      const before = recordLooks([...list].sort((a, b) => a.at - b.at).filter((look) => look.at <= cut)).history;
      const later = more
        .map((look) => ({ ...look, at: look.at + (cut - MONDAY) + MINUTE }))
        .sort((a, b) => a.at - b.at);
      const all = recordLooks(
        [...list]
          .sort((a, b) => a.at - b.at)
          .filter((look) => look.at <= cut)
          .concat(later),
      ).history;
      expect(dealAsOf(all, moment(cut, MONDAY + DAY))).toEqual(dealAsOf(before, moment(cut, MONDAY + DAY)));
    }),
  );
});
