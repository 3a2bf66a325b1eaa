import { formatMoney } from '../../deal/money.ts';
import type { DocumentTable, SheetBlock, SnapshotDocument } from '../document.ts';
import { cellText, columnForms, isFigure, moneyForm, plainText, type Reader } from './cell-text.ts';
import { COLOURS } from './html/colours.ts';
import { escapeHtml, webAddress } from './html/escape.ts';
import { blockAmounts } from './sheet-tables.ts';

/** Both of a clipboard's kinds: `text/html` with its looks in each element, as mail keeps them, and `text/plain`. */
export type RichText = { html: string; text: string };

const [INK] = COLOURS.ink;
const [QUIET] = COLOURS['ink-2'];
const [ACCENT] = COLOURS.accent;
const [LINE] = COLOURS.edge;
const FONT = `font-family:'Segoe UI',Helvetica,Arial,sans-serif;color:${INK}`;

/** The owner's sheet for a mail or chat; the tables behind it stay out. */
export function richTextOf(document: SnapshotDocument): RichText {
  const html = [
    `<div style="${FONT};font-size:14px;line-height:20px;max-width:820px">`,
    `<p style="margin:0;font-size:16px;font-weight:600">${escapeHtml(document.title)}</p>`,
    ...document.sheet.map(
      ({ title, blocks }) =>
        `<p style="margin:18px 0 4px;color:${ACCENT};font-weight:600">${escapeHtml(title)}</p>${blocks.map((block) => blockHtml(block, document)).join('')}`,
    ),
    `<p style="margin:18px 0 0;color:${QUIET};font-size:12px">${document.footer.map(escapeHtml).join('<br>')}</p></div>`,
  ];
  const text = [
    plainText(document.title),
    ...document.sheet.map(({ title, blocks }) =>
      [plainText(title).toLocaleUpperCase(document.locale), ...blocks.map((block) => blockText(block, document))].join(
        '\n',
      ),
    ),
    document.footer.map(plainText).join('\n'),
  ];
  return { html: html.join(''), text: `${text.join('\n\n')}\n` };
}

/** A block as rows of cells where it has any, with which columns are figures. */
type Grid = {
  title: string;
  heads: string[];
  figures: boolean[];
  rows: { text: string; address: string | null }[][];
  note: string;
};

function gridOf(block: Extract<SheetBlock, { kind: 'bar' | 'bridge' | 'table' }>, reader: Reader): Grid {
  if (block.kind === 'table') return tableGrid(block.table, reader);
  const lines = blockAmounts(block);
  const form = moneyForm(lines.map(({ money }) => money));
  const cell = (text: string) => ({ text: plainText(text), address: null });
  return {
    title: block.kind === 'bar' ? plainText(block.label) : '',
    heads: [],
    figures: [false, true],
    rows: lines.map(({ label, money }) => [cell(label), cell(formatMoney(money, reader.locale, form))]),
    note: '',
  };
}

function tableGrid(table: DocumentTable, reader: Reader): Grid {
  const forms = columnForms(table);
  return {
    title: plainText(table.title),
    heads: table.columns.map(({ title }) => plainText(title)),
    figures: table.columns.map(({ kind }) => isFigure(kind)),
    rows: table.rows.map((row) =>
      table.columns.map((_, at) => {
        const cell = row[at] ?? null;
        return {
          text: cellText(cell, reader, forms[at]),
          address: cell?.kind === 'link' ? webAddress(cell.url) : null,
        };
      }),
    ),
    note: plainText(table.note),
  };
}

function blockHtml(block: SheetBlock, reader: Reader): string {
  switch (block.kind) {
    case 'sentence':
      return `<p style="margin:0 0 4px${block.isLead ? ';font-size:20px;line-height:27px;font-weight:600' : ''}">${escapeHtml(block.text)}</p>`;
    case 'list':
      if (block.items.length === 0) return `<p style="margin:0;color:${QUIET}">${escapeHtml(block.none)}</p>`;
      return `<ul style="margin:0;padding-left:20px">${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    default:
      return gridHtml(gridOf(block, reader));
  }
}

function gridHtml({ title, heads, figures, rows, note }: Grid): string {
  const style = (at: number, more = '') =>
    `style="padding:3px 12px 3px 0;border-bottom:1px solid ${LINE};text-align:${figures[at] ? 'right' : 'left'};vertical-align:top${more}"`;
  const head = heads.map((text, at) => `<th ${style(at, `;color:${QUIET};font-size:12px`)}>${escapeHtml(text)}</th>`);
  const body = rows.map((row) => {
    const cells = row.map(({ text, address }, at) => {
      const said = escapeHtml(text);
      return `<td ${style(at)}>${address === null ? said : `<a href="${address}" style="color:${ACCENT}">${said || address}</a>`}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return [
    title === '' ? '' : `<p style="margin:8px 0 2px;font-weight:600">${escapeHtml(title)}</p>`,
    '<table cellspacing="0" style="border-collapse:collapse;font-size:13px;line-height:18px">',
    head.length > 0 ? `<thead><tr>${head.join('')}</tr></thead>` : '',
    `<tbody>${body.join('')}</tbody></table>`,
    note === '' ? '' : `<p style="margin:2px 0 0;color:${QUIET};font-size:12px">${escapeHtml(note)}</p>`,
  ].join('');
}

function blockText(block: SheetBlock, reader: Reader): string {
  switch (block.kind) {
    case 'sentence':
      return plainText(block.text);
    case 'list':
      return block.items.length === 0
        ? plainText(block.none)
        : block.items.map((item) => `- ${plainText(item)}`).join('\n');
    default: {
      const { title, heads, rows, note } = gridOf(block, reader);
      const lines = rows.map((row) =>
        row
          .map(({ text }, at) => (at === 0 || heads[at] === undefined ? text : `${heads[at]}: ${text}`))
          .join(heads.length > 0 ? '; ' : ' '),
      );
      return [title, ...lines, note].filter((line) => line !== '').join('\n');
    }
  }
}
