import type { MoneyForm } from '../../../deal/money.ts';
import type { Cell, DocumentTable } from '../../document.ts';
import { cellText, columnForms, isFigure, NOT_KNOWN, type Reader } from '../cell-text.ts';
import { inTurns, type Piece, piece } from '../pieces.ts';
import { escapeHtml, webAddress } from './escape.ts';

/** A word that is longer may go on in the next line. */
const LONG_WORD = /\S{24}/gu;

function cellHtml(cell: Cell, reader: Reader, form: MoneyForm): string {
  if (cell === null) return `<span class="unknown">${NOT_KNOWN}</span>`;
  const pieces = cellText(cell, reader, form).replace(LONG_WORD, '$&\n').split('\n');
  const text = pieces.map(escapeHtml).join('<wbr>');
  const address = cell.kind === 'link' ? webAddress(cell.url) : null;
  return address === null ? text : `<a href="${address}" rel="noreferrer noopener">${text || address}</a>`;
}

/** The table itself; the first column names its rows. */
export function* tablePieces(table: DocumentTable, reader: Reader): Generator<Piece> {
  const { columns, rows, title } = table;
  const forms = columnForms(table);
  const kinds = columns.map(({ kind }) => (isFigure(kind) ? ' class="figure"' : kind === 'day' ? ' class="day"' : ''));
  const head = columns.map((column, at) => `<th scope="col"${kinds[at] ?? ''}>${escapeHtml(column.title)}</th>`);
  const rowHtml = (row: readonly Cell[]) => {
    const cells = columns.map((_, at) => {
      const html = cellHtml(row[at] ?? null, reader, forms[at] ?? 'exact');
      return at === 0 ? `<th scope="row"${kinds[at] ?? ''}>${html}</th>` : `<td${kinds[at] ?? ''}>${html}</td>`;
    });
    return `<tr>${cells.join('')}</tr>\n`;
  };
  yield piece(`<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(title)}"><table>\n`);
  yield piece(`<thead><tr>${head.join('')}</tr></thead><tbody>\n`);
  for (const some of inTurns(rows)) yield piece(some.map(rowHtml).join(''), some.length);
  yield piece('</tbody></table></div>');
}
