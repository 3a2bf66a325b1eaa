import type { DocumentTable, SheetBlock, SheetSection, SnapshotDocument } from '../document.ts';
import { barChart } from './html/bar-chart.ts';
import { bridgeChart } from './html/bridge-chart.ts';
import { tablePieces } from './html/cells.ts';
import { colourCss } from './html/colours.ts';
import { escapeHtml } from './html/escape.ts';
import { fitPage } from './html/fit-page.ts';
import { pageCss, printCss } from './html/print-css.ts';
import { screenCss } from './html/screen-css.ts';
import { joined, type Piece, piece } from './pieces.ts';

/** No script, no network, nothing that is not in the file. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** From as many columns on a table is printed across. */
const WIDE = 8;

/** One file that needs nothing else: the owner's sheet on its first page, the tables behind it; on paper as on a screen. */
export function* htmlPieces(document: SnapshotDocument): Generator<Piece> {
  const head = [
    '<!doctype html>',
    `<html lang="${escapeHtml(document.locale ?? 'en')}">`,
    '<head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(document.title)}</title>`,
    `<style>${colourCss}${screenCss}${pageCss}${printCss}</style></head>`,
    '<body>',
  ];
  yield piece(head.join('\n'));
  yield* mainPieces(document);
  yield piece('</body></html>\n');
}

/** All that is in its body. */
export const mainHtml = (document: SnapshotDocument): string => joined(mainPieces(document));

function* mainPieces(document: SnapshotDocument): Generator<Piece> {
  const title = escapeHtml(document.title);
  const runs = runsOf(document.sheet);
  const sheet = [
    `<main><article class="sheet" style="--fit: ${fitPage(runs, document)}">`,
    `<header><h1>${title}</h1><div>${document.footer.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</div></header>`,
    ...runs.map((run, at) => runHtml(run, at, document)),
    contents(document.tables),
    '</article>\n',
  ];
  yield piece(sheet.join('\n'));
  for (const [at, table] of document.tables.entries()) yield* behind(table, at, document);
  yield piece('</main>');
}

const isShort = ({ blocks }: SheetSection) => blocks.every(({ kind }) => kind === 'list' || kind === 'sentence');

/** Sections of words alone stand side by side; all others, and the first, have the whole width. */
function runsOf(sections: readonly SheetSection[]): SheetSection[][] {
  const runs: SheetSection[][] = [];
  for (const [at, section] of sections.entries()) {
    const last = runs.at(-1);
    const first = last?.[0];
    if (at > 1 && isShort(section) && first && isShort(first) && last.length < 3) last.push(section);
    else runs.push([section]);
  }
  return runs;
}

function runHtml(run: readonly SheetSection[], at: number, document: SnapshotDocument): string {
  const sections = run.map((section, within) => sectionHtml(section, `c${at}-${within}`, document));
  if (sections.length === 1) return sections.join('');
  return `<div class="beside" style="--beside: ${run.length}">${sections.join('\n')}</div>`;
}

function sectionHtml({ title, blocks }: SheetSection, id: string, document: SnapshotDocument): string {
  // A section that is one table has its title already.
  const isOneTable = blocks.length === 1;
  const html = blocks.map((block, at) => blockHtml(block, `${id}-${at}`, isOneTable, document));
  return `<section><h2>${escapeHtml(title)}</h2>\n${html.join('\n')}</section>`;
}

function blockHtml(block: SheetBlock, id: string, isAlone: boolean, document: SnapshotDocument): string {
  switch (block.kind) {
    case 'sentence':
      return `<p${block.isLead ? ' class="lead"' : ''}>${escapeHtml(block.text)}</p>`;
    case 'list':
      if (block.items.length === 0) return `<p class="quiet">${escapeHtml(block.none)}</p>`;
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'bar':
      return barChart(block, id, document);
    case 'bridge':
      return bridgeChart(block, document);
    case 'table': {
      const { table } = block;
      const head = isAlone ? '' : `<h3>${escapeHtml(table.title)}</h3>`;
      return `${head}${joined(tablePieces(table, document))}${table.note ? `<p class="note">${escapeHtml(table.note)}</p>` : ''}`;
    }
  }
}

function contents(tables: readonly DocumentTable[]): string {
  if (tables.length === 0) return '';
  const links = tables.map(
    ({ title, rows }, at) =>
      `<a href="#table-${at}">${escapeHtml(title)}</a> <span class="quiet">(${rows.length})</span>`,
  );
  return `<nav class="contents" aria-label="Behind this sheet">Behind this sheet: ${links.join(' ')}</nav>`;
}

function* behind(table: DocumentTable, at: number, document: SnapshotDocument): Generator<Piece> {
  const times = table.columns.some(({ kind }) => kind === 'instant') ? ` Times are those of ${document.timeZone}.` : '';
  const head = [
    `<section class="behind${table.columns.length >= WIDE ? ' wide' : ''}" id="table-${at}">`,
    `<h2>${escapeHtml(table.title)}</h2><p class="note">${escapeHtml(table.note + times)}</p>`,
    '',
  ];
  yield piece(head.join('\n'));
  yield* tablePieces(table, document);
  yield piece('</section>\n');
}
