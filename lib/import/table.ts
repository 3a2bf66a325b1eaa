/** A cell as the file has it: its text, or a figure that a workbook keeps as such, which no locale has a say in. */
export type Cell = string | number;

/** `row`: its line as a spreadsheet counts them, from 1. `broken`: why it is no row that can be read. */
export type TableRow = { row: number; cells: Cell[]; broken: 'too-long' | 'unreadable' | null };

/** Rows that came together, and how much of the file is behind them, 0 to 1. */
export type RowBatch = { rows: TableRow[]; share: number };

/** A file as rows, whatever its format. Its rows can be read as often as they are asked for. */
export type Table = {
  format: 'csv' | 'xlsx';
  /** Null for a workbook. */
  encoding: string | null;
  delimiter: string | null;
  /** Empty for a text file. */
  sheets: string[];
  sheet: string | null;
  rows(): AsyncGenerator<RowBatch>;
};

/** What the user said of the file's form, over what was found. */
export type TableChoices = {
  encoding?: string | undefined;
  delimiter?: string | undefined;
  sheet?: string | undefined;
};

export const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : String(cell));

export const isBlankRow = (cells: readonly Cell[]): boolean => cells.every((cell) => textOf(cell).trim() === '');
