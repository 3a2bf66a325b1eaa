import type { DealKey } from '../deal/imported.ts';
import { findDeals } from './find-deals.ts';
import type { PortionImport } from './import-portion.ts';

/** Rows that speak of deals on record, under each deal in their order; those that speak of none or of several are refused. */
export async function rowsByDeal<R extends { row: number; key: DealKey }>(
  { db, portion, counts }: PortionImport,
  rows: readonly R[],
): Promise<Map<string, R[]>> {
  const found = await findDeals(
    db,
    portion,
    rows.map(({ key }) => key),
  );
  const byDeal = new Map<string, R[]>();
  for (const [index, row] of rows.entries()) {
    const deal = found[index] ?? 'none';
    if (typeof deal === 'string') counts.refuse(row.row, deal === 'several' ? 'several-deals' : 'no-deal');
    else byDeal.set(deal.deal, [...(byDeal.get(deal.deal) ?? []), row]);
  }
  return byDeal;
}
