import { pastKeys } from '../deal/past.ts';
import type { PastRow } from '../history/types.ts';
import type { PortionImport } from './import-portion.ts';
import { rowsByDeal } from './rows-by-deal.ts';
import { ruleInFile } from './rule-in-file.ts';

/** Activities, each kept once with its deal. */
export async function importPast(work: PortionImport): Promise<void> {
  const { db, portion, now, counts, writes } = work;
  if (portion.past.length === 0) return;
  for (const [deal, told] of await rowsByDeal(work, portion.past)) {
    const entries = told.map(({ entry }) => ({
      ...entry,
      evidence: { ...entry.evidence, rule: ruleInFile(portion.file, entry.evidence.rule) },
    }));
    const keys = pastKeys(entries);
    const known = await db.past.bulkGet(keys.map((key) => [deal, key] as [string, string]));
    const rows = entries.flatMap((entry, index): PastRow[] => {
      counts.say(told[index]?.row ?? 0, known[index] ? 'same' : 'changed');
      const key = keys[index] ?? '';
      const at = portion.at;
      return known[index] ? [] : [{ deal, key, entry, seenAt: at, lastSeenAt: at, recordedAt: now }];
    });
    if (writes) await db.past.bulkAdd(rows);
  }
}
