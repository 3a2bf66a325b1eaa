/** The same on paper, A4 or Letter: the sheet on one page, what is behind it on further ones, no row on two. */
export const printCss = `
@page { margin: 11mm 12mm 13mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #454d57; } }
@page wide { size: landscape; }
@media print {
  html, body, .sheet, .behind { background: none; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { max-width: none; padding: 0; font-size: 9pt; line-height: 12pt; }
  .sheet, .behind { margin: 0; padding: 0; border: 0; border-radius: 0; }
  .sheet { break-after: page; zoom: var(--fit); }
  .sheet > header { padding-bottom: 5pt; border-bottom-width: 2pt; }
  h1 { font-size: 11pt; line-height: 14pt; }
  header p { font-size: 7.5pt; line-height: 10pt; }
  .lead { font-size: 17pt; line-height: 21pt; }
  section { margin-top: 9pt; }
  section h2 { margin-bottom: 3pt; font-size: 9pt; line-height: 12pt; }
  section h3 { margin: 4pt 0 1pt; font-size: 8.5pt; line-height: 11pt; }
  section > p + p, figure + p, .scroll + p { margin-top: 3pt; }
  section ul:not(.legend) { gap: 2pt; padding-left: 10pt; }
  .beside { grid-template-columns: repeat(var(--beside), minmax(0, 1fr)); gap: 0 14pt; }
  .beside section { padding-top: 4pt; font-size: 8.5pt; line-height: 11pt; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; line-height: 11pt; }
  thead { display: table-header-group; }
  th, td { padding: 2pt 7pt 2pt 0; }
  td, tbody th { min-width: 0; }
  thead th { font-size: 7.5pt; line-height: 9.5pt; }
  tr, li, figure { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
  .note { margin-top: 2pt; font-size: 7.5pt; line-height: 10pt; }
  figcaption { font-size: 8pt; line-height: 11pt; }
  .track { margin: 1pt 0 3pt; height: 22pt; }
  .legend { font-size: 9pt; line-height: 12pt; gap: 1pt 14pt; }
  .bridge figcaption { margin-top: 2pt; }
  .bridge li { gap: 2pt; font-size: 8pt; line-height: 10pt; }
  .bridge li svg { height: 54pt; }
  .bridge b { font-size: 8pt; }
  .contents { display: none; }
  a { color: inherit; text-decoration: none; }
  .behind + .behind { margin-top: 18pt; }
  .behind h2 { font-size: 12pt; line-height: 16pt; color: var(--ink); }
  .behind .note { margin-bottom: 4pt; }
  .behind.wide { page: wide; margin-top: 0; }
}
`;
