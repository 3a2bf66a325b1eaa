/** Excel's own bound for one cell. */
const CELL_MOST = 32_767;

/** Marks of XML, line ends, halves of characters, and all that XML cannot hold. */
const UNFIT = /[&<>"\r\p{Cs}\ufffe\uffff]|[^\P{Cc}\t\n]/u;
const FORBIDDEN = /[\ufffe\uffff]|[^\P{Cc}\t\n]/gu;

/** Text as XML may hold it: what it cannot hold is left out, half characters give way to the mark for such. */
export function xmlText(text: string): string {
  if (!UNFIT.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(FORBIDDEN, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** An element of text for a cell, where `_x0041_` would be read as a letter and blanks at the ends as none. */
export function cellXmlText(text: string): string {
  const room = text.length > CELL_MOST ? `${text.slice(0, CELL_MOST - 1)}…` : text;
  const kept = /^\s|\s$|[\t\r\n]| {2}/.test(room) ? ' xml:space="preserve"' : '';
  return `<t${kept}>${xmlText(room.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_'))}</t>`;
}
