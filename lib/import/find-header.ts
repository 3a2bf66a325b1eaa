import { isKnownHeader } from './header-words.ts';
import { type Cell, type TableRow, textOf } from './table.ts';

/** A report has a handful of title lines at most. */
export const HEADER_WITHIN = 40;

const FIGURE = /^[^\p{L}]*\d[^\p{L}]*$|^\d{4}-\d\d-\d\dT/u;

export const filledIn = (cells: readonly Cell[]): number => cells.filter((cell) => textOf(cell).trim() !== '').length;

/**
 * The row that names the columns, as the file counts its rows from 1: below title lines and blanks, full, without
 * figures, and with words that exports use. 0 where there is no row at all.
 */
export function findHeader(rows: readonly TableRow[]): number {
  const first = rows.slice(0, HEADER_WITHIN);
  const width = Math.max(0, ...first.map(({ cells }) => filledIn(cells)));
  let best = { row: 0, score: Number.NEGATIVE_INFINITY };
  for (const { row, cells } of first) {
    const filled = filledIn(cells);
    if (filled === 0) continue;
    const score = scoreOf(cells, filled, width);
    if (score > best.score) best = { row, score };
  }
  return best.row;
}

function scoreOf(cells: readonly Cell[], filled: number, width: number): number {
  const texts = cells.map((cell) => textOf(cell).trim()).filter((text) => text !== '');
  const known = texts.filter(isKnownHeader).length;
  const figures = cells.filter((cell) => typeof cell === 'number' || FIGURE.test(cell.trim())).length;
  const long = texts.filter((text) => text.length > 80).length;
  const twice = texts.length - new Set(texts).size;
  return (3 * known - 2 * figures - 2 * long - twice) / Math.sqrt(filled) + (2 * filled) / Math.max(1, width);
}

/** Header texts by column, short enough to show; a column without one is named by its letter, as a spreadsheet does. */
export function headersOf(cells: readonly Cell[], width: number): string[] {
  return Array.from({ length: Math.max(cells.length, width) }, (_, index) => {
    const text = textOf(cells[index]).replace(/\s+/g, ' ').trim().slice(0, 120);
    return text === '' ? `(${letterOf(index)})` : text;
  });
}

function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
