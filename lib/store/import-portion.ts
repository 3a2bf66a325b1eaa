import type { Instant } from '../deal/day.ts';
import type { ImportCounts, ImportPortion } from '../deal/imported.ts';
import { importChanges } from './import-changes.ts';
import { importDeals } from './import-deals.ts';
import { importPast } from './import-past.ts';
import { LOOK_TABLES } from './record-look.ts';
import { RowCounts } from './row-counts.ts';
import type { Database } from './schema.ts';

const TABLES = [...LOOK_TABLES, 'deals', 'aliases', 'past'] as const;

/** One portion on its way into the database. `writes`: false where it is only looked through. */
export type PortionImport = { db: Database; portion: ImportPortion; now: Instant; counts: RowCounts; writes: boolean };

/** Leaves the transaction of a dry run without a trace. */
class DryRunOver extends Error {}

/**
 * Keeps what one portion of a file says, or nothing; `dry`: only tells what it would do. Rows that cannot be kept are
 * refused one by one with the reason, and take nothing with them. The same portion twice changes nothing.
 */
export async function importPortion(
  db: Database,
  portion: ImportPortion,
  now: Instant,
  { dry }: { dry: boolean },
): Promise<ImportCounts> {
  const counts = new RowCounts();
  // A file of one kind is only looked through; where rows speak of deals of the same portion it is written and taken back.
  const parts = [portion.deals, portion.changes, portion.past].filter(({ length }) => length > 0).length;
  const writes = !dry || parts > 1;
  const work: PortionImport = { db, portion, now, counts, writes };
  try {
    await db.transaction(writes ? 'rw' : 'r', [...TABLES], async () => {
      await importDeals(work);
      await importChanges(work);
      await importPast(work);
      if (dry && writes) throw new DryRunOver();
    });
  } catch (error) {
    if (!(error instanceof DryRunOver)) throw error;
  }
  return counts.counts();
}
