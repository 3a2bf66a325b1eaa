import Papa from 'papaparse';
import type { LineForm } from './delimiter.ts';
import { chunksOf } from './encoding.ts';
import { IMPORT_LIMITS } from './limits.ts';
import type { RowBatch, TableRow } from './table.ts';

/** Small enough that a worker looks up for its messages often. */
const PIECE = 256 * 1024;

type Parsed = Papa.ParseResult<string[]>;

/**
 * The rows of a text file, as a stream. A row that grows beyond reason, or a quote that is never closed, costs its own
 * line: reading goes on behind the next line break.
 */
export async function* csvRows(blob: Blob, encoding: string, form: LineForm): AsyncGenerator<RowBatch> {
  const decoder = new TextDecoder(encoding);
  const lines = new LineReader(form);
  let read = 0;
  for await (const chunk of chunksOf(blob, PIECE)) {
    read += chunk.length;
    yield { rows: lines.take(decoder.decode(chunk, { stream: true })), share: read / blob.size };
  }
  yield { rows: [...lines.take(decoder.decode()), ...lines.end()], share: 1 };
}

class LineReader {
  private rest = '';
  private row = 0;
  /** Inside of a line that was given up. */
  private skipping = false;
  private readonly form: LineForm;

  constructor(form: LineForm) {
    this.form = form;
  }

  take(text: string): TableRow[] {
    this.rest += text;
    const rows: TableRow[] = [];
    for (;;) {
      if (this.skipping && !this.skipLine()) return rows;
      const { data, meta } = this.parse(true);
      for (const cells of data) rows.push(this.rowOf(cells));
      this.rest = this.rest.slice(meta.cursor);
      if (this.rest.length <= IMPORT_LIMITS.rowChars) return rows;
      rows.push(this.giveUp());
    }
  }

  /** What stands behind the last line break; an open quote is given up line by line until the rest can be read. */
  end(): TableRow[] {
    const rows: TableRow[] = [];
    if (this.skipping && !this.skipLine()) return rows;
    while (this.rest !== '') {
      const { data, errors } = this.parse(false);
      const open = errors.some(({ code }) => code === 'MissingQuotes');
      for (const cells of open ? data.slice(0, -1) : data) rows.push(this.rowOf(cells));
      if (!open) break;
      // Only the last row can be open: it begins where the rows before it end.
      this.rest = this.rest.slice(this.parse(true).meta.cursor);
      rows.push(this.brokenRow('unreadable'));
      this.skipping = true;
      if (!this.skipLine()) break;
    }
    this.rest = '';
    return rows;
  }

  private parse(more: boolean): Parsed {
    return new Papa.Parser(this.form).parse(this.rest, 0, more) as Parsed;
  }

  private rowOf(cells: string[]): TableRow {
    this.row++;
    const last = cells.length - 1;
    // A file of "\n" lines may have some that end in "\r\n".
    if (cells[last]?.endsWith('\r')) cells[last] = cells[last].slice(0, -1);
    let length = 0;
    for (const cell of cells) length += cell.length;
    if (length > IMPORT_LIMITS.rowChars) return { row: this.row, cells: [], broken: 'too-long' };
    return { row: this.row, cells, broken: null };
  }

  private brokenRow(broken: 'too-long' | 'unreadable'): TableRow {
    this.row++;
    return { row: this.row, cells: [], broken };
  }

  private giveUp(): TableRow {
    const open = this.rest.slice(0, IMPORT_LIMITS.rowChars).includes(this.form.newline);
    this.skipping = true;
    return this.brokenRow(open ? 'unreadable' : 'too-long');
  }

  /** True once the line that was given up is behind. */
  private skipLine(): boolean {
    const { newline } = this.form;
    const end = this.rest.indexOf(newline);
    if (end < 0) {
      this.rest = this.rest.endsWith('\r') ? '\r' : '';
      return false;
    }
    this.rest = this.rest.slice(end + newline.length);
    this.skipping = false;
    return true;
  }
}
