import { isEmptyMark } from '../crm/values/index.ts';
import type { CrmId } from '../deal/reading.ts';
import { canonicalRecordId, ownUse } from './crm-shape.ts';
import { usesOfHeader } from './header-words.ts';
import { type ColumnUse, type FileKind, REPEATED } from './uses.ts';

/** A column, what it is read as, and what says so: its header's words, or nothing. */
export type ColumnMatch = { header: string; use: ColumnUse | null; how: 'crm' | 'header' | 'page-words' | 'none' };

type Candidate = { index: number; header: string; use: ColumnUse; rank: number; how: ColumnMatch['how'] };

const PAGE_WORDS = 100;

/**
 * The use of each column, by its header and by whether its values can be such. Each use goes to the column with the
 * better word, wherever it stands.
 */
export function matchColumns(
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  kind: FileKind,
  crm: CrmId,
): ColumnMatch[] {
  const candidates = headers.flatMap((header, index) =>
    candidatesOf(header, kind, crm)
      .filter(({ use }) => canHold(use, samples[index] ?? [], crm))
      .map((one): Candidate => ({ ...one, index, header })),
  );
  candidates.sort((a, b) => a.rank - b.rank || compare(a.header, b.header) || a.index - b.index);
  const matches: ColumnMatch[] = headers.map((header) => ({ header, use: null, how: 'none' }));
  const taken = new Set<ColumnUse>();
  for (const { index, header, use, how } of candidates) {
    if (matches[index]?.use !== null || (taken.has(use) && !REPEATED.has(use))) continue;
    taken.add(use);
    matches[index] = { header, use, how };
  }
  return matches;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function candidatesOf(header: string, kind: FileKind, crm: CrmId): Omit<Candidate, 'index' | 'header'>[] {
  if (header.trim() === '') return [];
  const own = kind === 'deals' || kind === 'history' || kind === 'activities' ? ownUse(crm, header) : undefined;
  if (own === null) return [];
  if (own) return [{ use: own, rank: -1, how: 'crm' }];
  return usesOfHeader(header, kind).map(({ use, rank }) => ({
    use,
    rank,
    how: rank >= PAGE_WORDS ? ('page-words' as const) : ('header' as const),
  }));
}

const DATES: ReadonlySet<ColumnUse> = new Set<ColumnUse>([
  'closeDate',
  'nextStepDue',
  'createdOn',
  'lastActivity',
  'when',
  'due',
  'periodFrom',
  'periodTo',
]);
const FIGURES: ReadonlySet<ColumnUse> = new Set<ColumnUse>(['amount', 'probability', 'target']);

/** False where no value seen can be of this use: a column "ID" of accounts, an "Amount" in words. */
function canHold(use: ColumnUse, samples: readonly string[], crm: CrmId): boolean {
  const said = samples.filter((text) => !isEmptyMark(text));
  if (said.length === 0) return true;
  if (use === 'recordId') return said.some((text) => canonicalRecordId(crm, text) !== null);
  if (use === 'link') return said.some((text) => /^https?:\/\//i.test(text.trim()));
  if (DATES.has(use)) return said.some((text) => /\d/.test(text) && text.length <= 60);
  if (FIGURES.has(use)) return said.some((text) => /\d/.test(text) && !/\p{L}{5}/u.test(text));
  if (use === 'account' || use === 'owner' || use === 'name') return said.some((text) => /[^\d\s.,:/-]/.test(text));
  return true;
}
