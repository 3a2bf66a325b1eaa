import { expect, it } from 'vitest';
import { listAfter } from '../../lib/coaching/list-look.ts';
import type { Reading } from '../../lib/deal/reading.ts';

function list(ids: readonly (string | null)[], total: number | null, url = 'https://acme.example.com/deals'): Reading {
  return {
    id: 'r',
    crm: 'test',
    tenant: 'acme',
    page: 'list',
    url,
    at: 1,
    timeZone: 'UTC',
    locale: null,
    deals: ids.map((recordId) => ({
      recordId,
      url: null,
      fields: { name: { ok: true, value: `Deal ${recordId}`, raw: '', rule: 'a' } },
    })),
    stages: [],
    rows: { loaded: ids.length, total },
  };
}

const deals = (ids: readonly (string | null)[]) => ids.map((id) => id && `our-${id}`);
const read = (before: Parameters<typeof listAfter>[0], ids: readonly (string | null)[], total: number | null) =>
  listAfter(before, list(ids, total), deals(ids));
const idsOf = ({ rows }: ReturnType<typeof listAfter>) => rows.map(({ recordId }) => recordId);

it('adds what a list renders as it is scrolled', () => {
  const first = read(null, ['1', '2', '3'], 5);
  const next = read(first, ['3', '4'], 5);
  expect(idsOf(next)).toEqual(['3', '4', '1', '2']);
  expect([next.loaded, next.total]).toEqual([4, 5]);
});

it('begins anew under another address, or once the list’s own count is another', () => {
  const first = read(null, ['1', '2', '3'], 5);
  expect(idsOf(read(first, ['3', '4'], 2))).toEqual(['3', '4']);
  expect(idsOf(listAfter(first, list(['9'], 5, 'https://acme.example.com/other'), ['our-9']))).toEqual(['9']);
});

it('keeps no row that may have been filtered away where the list has no count', () => {
  expect(idsOf(read(read(null, ['1', '2'], null), ['2', '3'], null))).toEqual(['2', '3']);
});

it('holds no more rows than the list says it has, and no row without an id twice', () => {
  expect(idsOf(read(read(null, ['1', '2'], 3), ['3', '4'], 3))).toEqual(['3', '4', '1']);
  expect(idsOf(read(read(null, [null, '2'], 3), [null], 3))).toEqual([null, '2']);
});
