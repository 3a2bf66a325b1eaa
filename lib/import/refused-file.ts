import Papa from 'papaparse';
import type { RefusalReason, RefusedRow } from '../deal/imported.ts';
import { dataRows, type Survey } from './survey.ts';
import { type Table, textOf } from './table.ts';

/** Why a row is not stored, and what would let it in. */
export const REASON_WORDS: Record<RefusalReason, string> = {
  'no-name': 'It names no deal: neither a record id nor a name.',
  'no-value': 'It says nothing that Sideline keeps.',
  'no-deal': 'No deal on record has this id or name. Import the deals first.',
  'several-deals': 'Several deals on record have this name. A record id would tell them apart.',
  'twice-in-file': 'The same deal stands further up in this file.',
  'in-the-future': 'Its date lies in the future.',
  'too-long': 'The row is too long to be one.',
  unreadable: 'It could not be made out: a date in doubt, an open quote, or more cells than columns.',
};

/**
 * The refused rows as the file has them, each with its line and its reason, as CSV with a mark that Excel knows UTF-8 by.
 * What a spreadsheet would take for a formula is text in it.
 */
export async function refusedFile(table: Table, survey: Survey, refused: readonly RefusedRow[]): Promise<string> {
  const reasons = new Map(refused.map(({ row, reason }) => [row, reason]));
  const lines: string[][] = [['Line', 'Why it was refused', ...survey.headers]];
  for await (const batch of dataRows(table, survey)) {
    for (const { row, cells } of batch) {
      const reason = reasons.get(row);
      if (reason) lines.push([String(row), REASON_WORDS[reason], ...cells.map((cell) => textOf(cell))]);
    }
  }
  return `\uFEFF${Papa.unparse(lines, { escapeFormulae: true, newline: '\r\n' })}`;
}
