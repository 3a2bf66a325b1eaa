import { expect, it } from 'vitest';
import { type FieldName, maskOf } from '../../lib/deal/fields.ts';
import { lostFields } from '../../lib/history/lost-fields.ts';
import type { DealHistory, DealSighting } from '../../lib/history/types.ts';

const DAY = 86_400_000;
const NOW = 100 * DAY;
const ALL: readonly FieldName[] = ['name', 'amount', 'stage', 'closeDate', 'owner'];

/** Each look: days ago, what the page gave, and of which kind it was. */
function opened(...looks: [ago: number, fields: readonly FieldName[], page?: 'record' | 'list'][]): DealHistory {
  const sightings = looks.map(([ago, fields, page = 'record'], seq): DealSighting => {
    const at = NOW - ago * DAY;
    return { seq, at, recordedAt: at, page, mask: maskOf(fields) };
  });
  const deal = { id: 'd', crm: 'test', tenant: 't', url: 'https://x.test', firstSeenAt: sightings[0]?.at ?? 0 };
  return { deal, changes: [], sightings, promises: [], waits: [], prompts: [], stages: [] };
}

const without = (...gone: FieldName[]) => ALL.filter((field) => !gone.includes(field));
const broken = (ago = 0.01) => opened([9, ALL], [ago, without('amount', 'closeDate')]);
const sound = () => opened([9, ALL], [0.01, ALL]);

it('names what the last three deals opened all lost', () => {
  expect(lostFields([broken(), broken(), opened([9, ALL], [0.1, without('amount', 'owner')])], NOW)).toEqual([
    'amount',
  ]);
});

it('says nothing of one layout, of two deals, or once a deal shows it again', () => {
  expect(lostFields([broken(), broken()], NOW)).toEqual([]);
  expect(lostFields([sound(), broken(), broken(), broken()], NOW)).toEqual([]);
  expect(lostFields([broken(), broken(), broken(), sound()], NOW)).toEqual(['amount', 'closeDate']);
});

it('passes over deals that were opened once only, and what lists do not show', () => {
  const once = opened([0.01, without('amount')]);
  const listed = opened([9, ALL], [0.01, ['name'], 'list']);
  expect(lostFields([once, listed, broken(), broken(), broken()], NOW)).toEqual(['amount', 'closeDate']);
  expect(lostFields([once, once, once], NOW)).toEqual([]);
});

it('takes the looks of one visit together, and waits until a visit is whole', () => {
  const minute = 1 / 1_440;
  const late = opened([9, ALL], [10 * minute, ['name']], [9 * minute, without('name')]);
  expect(lostFields([late, late, late], NOW)).toEqual([]);
  const loading = opened([9, ALL], [0, ['name']]);
  expect(lostFields([loading, loading, loading], NOW)).toEqual([]);
  // The deal that stands open now says nothing yet, neither for nor against.
  const open = opened([9, ALL], [8, ALL], [0, ['name']]);
  expect(lostFields([open, broken(), broken(), broken()], NOW)).toEqual(['amount', 'closeDate']);
});
