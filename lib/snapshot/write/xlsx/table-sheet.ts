import type { Cell, DocumentTable } from '../../document.ts';
import { cellText, type Reader } from '../cell-text.ts';
import { currencyText } from '../decimal.ts';
import { type FlatColumn, flatColumns } from '../flat-columns.ts';

/** Rows that a column's width is judged by. */
const LOOKED_AT = 100;
const NARROW = 9;
const WIDE = 52;

/** The columns as the sheet has them: a currency stands beside its amounts where they are of several. */
export function sheetColumns({ columns, rows }: DocumentTable, timeZone: string): FlatColumn[] {
  const severalCurrencies = (column: number) => {
    const [first, ...others] = new Set(
      rows.map((row) => row[column]).map((cell) => (cell?.kind === 'money' ? currencyText(cell.money) : undefined)),
    );
    return others.some((one) => one !== undefined && first !== undefined) || others.length > 1;
  };
  return flatColumns(columns, { currency: severalCurrencies, address: () => false }).map((column) =>
    column.kind === 'instant' ? { ...column, title: `${column.title} (${timeZone})` } : column,
  );
}

/** In letters: what most of its cells need, within reason. */
export function columnWidths(columns: readonly FlatColumn[], rows: readonly Cell[][], reader: Reader): number[] {
  return columns.map((column) => {
    const needed = rows.slice(0, LOOKED_AT).map((row) => {
      const cell = column.of(row);
      return cell === null ? 0 : cellText(cell, reader).length;
    });
    return Math.min(WIDE, Math.max(NARROW, column.title.length, ...needed) + 2);
  });
}
