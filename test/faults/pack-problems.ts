/** The packs are a copy: unpacked they must be the rows up to where they go. */
import { type PackedDeal, unpackDeals } from '../../lib/history/packed.ts';
import { isPlayed, playedChanges } from '../../lib/history/played.ts';
import type { Change, DealRecord, DealSighting } from '../../lib/history/types.ts';
import type { PackRow, PackState } from '../../lib/store/packs.ts';
import type { Rows } from '../browser/seed.ts';
import { plain } from './plain.ts';

export function packProblems(rows: Rows, looksOf: (deal: string) => readonly DealSighting[]): string[] {
  const packs = (rows.packs ?? []) as PackRow[];
  const meta = rows.meta as { key: string; value: unknown }[];
  const state = meta.find(({ key }) => key === 'packs')?.value as PackState | undefined;
  if (!state) return packs.length > 0 ? ['there are packs, and nobody knows how far they go'] : [];
  const problems: string[] = [];
  const deals = new Map<string, PackedDeal>();
  for (const pack of packs) {
    for (const deal of unpack(pack, problems)) {
      if (deals.has(deal.record.id)) problems.push(`deal ${deal.record.id} is packed twice`);
      deals.set(deal.record.id, deal);
    }
  }
  const own = Map.groupBy(rows.changes as Change[], ({ deal }) => deal);
  for (const record of rows.deals as DealRecord[]) {
    const changes = (own.get(record.id) ?? []).filter(({ seq }) => seq <= state.upTo);
    const looks = looksOf(record.id).filter(({ seq }) => seq <= state.upTo);
    const deal = deals.get(record.id);
    deals.delete(record.id);
    if (deal)
      problems.push(...dealProblems(deal, { record, changes, looks, isStale: state.stale.includes(record.id) }));
    else if (changes.length > 0) problems.push(`deal ${record.id} is missing from the packs`);
  }
  return [...problems, ...[...deals.keys()].map((id) => `deal ${id} is packed and not on record`)];
}

function unpack(pack: PackRow, problems: string[]): PackedDeal[] {
  try {
    return unpackDeals(pack);
  } catch {
    problems.push(`pack ${pack.block} cannot be read`);
    return [];
  }
}

function dealProblems(
  deal: PackedDeal,
  rows: { record: DealRecord; changes: Change[]; looks: DealSighting[]; isStale: boolean },
): string[] {
  const { record, changes, looks, isStale } = rows;
  const played = playedChanges({ changes, sightings: looks });
  const parts = [
    ['record', isStale ? deal.record : record, deal.record],
    ['changes', changes, deal.changes],
    ['played changes', isPlayed(changes, played) ? null : played, deal.played],
  ] as const;
  return parts.flatMap(([part, own, packed]) =>
    plain(own) === plain(packed) ? [] : [`deal ${record.id}: its ${part} are packed otherwise than its rows say`],
  );
}
