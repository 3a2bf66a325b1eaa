import type { Cell, DocumentColumn } from '../document.ts';
import { currencyText } from './decimal.ts';

/** A column of a table as a file has it; some of a document's are two there. */
export type FlatColumn = { title: string; kind: DocumentColumn['kind']; of(row: readonly Cell[]): Cell };

/** Which columns become two: money with its currency beside it, a link with its address. */
type Split = { currency(column: number): boolean; address(column: number): boolean };

export function flatColumns(columns: readonly DocumentColumn[], split: Split): FlatColumn[] {
  return columns.flatMap((column, at): FlatColumn[] => {
    const own: FlatColumn = { ...column, of: (row) => row[at] ?? null };
    const beside = (title: string, textOf: (cell: Cell) => string | null): FlatColumn => ({
      title: `${column.title} ${title}`.trim(),
      kind: 'text',
      of: (row) => {
        const text = textOf(row[at] ?? null);
        return text === null ? null : { kind: 'text', text };
      },
    });
    if (column.kind === 'money' && split.currency(at)) {
      return [own, beside('currency', (cell) => (cell?.kind === 'money' ? currencyText(cell.money) : null))];
    }
    if (column.kind === 'link' && split.address(at)) {
      return [own, beside('address', (cell) => (cell?.kind === 'link' ? cell.url : null))];
    }
    return [own];
  });
}
