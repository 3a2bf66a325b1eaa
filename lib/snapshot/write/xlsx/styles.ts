import { type Money, minorDigits } from '../../../deal/money.ts';
import { currencyText } from '../decimal.ts';
import { xmlText } from './xml-text.ts';

/** How a cell looks; the fonts and fills of the sheets behind it are those of the screens, on paper's white. */
export type Look =
  | 'plain'
  | 'head'
  | 'head-figure'
  | 'title'
  | 'part'
  | 'lead'
  | 'wrapped'
  | 'quiet'
  | 'strong'
  | 'link';

const INK = 'FF15191E';
const QUIET = 'FF454D57';
const ACCENT = 'FF075A5C';

const FONTS = [
  `<font><sz val="11"/><color rgb="${INK}"/><name val="Calibri"/><family val="2"/></font>`,
  `<font><b/><sz val="11"/><color rgb="${INK}"/><name val="Calibri"/><family val="2"/></font>`,
  `<font><b/><sz val="16"/><color rgb="${INK}"/><name val="Calibri"/><family val="2"/></font>`,
  `<font><b/><sz val="12"/><color rgb="${ACCENT}"/><name val="Calibri"/><family val="2"/></font>`,
  `<font><b/><sz val="14"/><color rgb="${INK}"/><name val="Calibri"/><family val="2"/></font>`,
  `<font><sz val="10"/><color rgb="${QUIET}"/><name val="Calibri"/><family val="2"/></font>`,
  `<font><u/><sz val="11"/><color rgb="${ACCENT}"/><name val="Calibri"/><family val="2"/></font>`,
];

const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE4F1F0"/><bgColor indexed="64"/></patternFill></fill>',
];

const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border><left/><right/><top/><bottom style="thin"><color rgb="${ACCENT}"/></bottom><diagonal/></border>`,
];

const WRAP = '<alignment vertical="top" wrapText="1"/>';

const LEFT = '<alignment horizontal="left" vertical="top"/>';

const LOOKS: Record<Look, { font: number; fill?: number; border?: number; alignment?: string }> = {
  plain: { font: 0 },
  head: { font: 1, fill: 2, border: 1, alignment: '<alignment vertical="center" wrapText="1"/>' },
  'head-figure': {
    ...{ font: 1, fill: 2, border: 1 },
    alignment: '<alignment horizontal="right" vertical="center" wrapText="1"/>',
  },
  title: { font: 2 },
  part: { font: 3, border: 1 },
  lead: { font: 4, alignment: WRAP },
  wrapped: { font: 0, alignment: WRAP },
  quiet: { font: 5, alignment: WRAP },
  strong: { font: 1 },
  link: { font: 6 },
};

export const FORMATS = {
  day: 'yyyy\\-mm\\-dd',
  instant: 'yyyy\\-mm\\-dd\\ hh:mm',
  count: '#,##0',
  share: '0%',
} as const;

/** The currency by its code, or by the sign that was seen where that is one; with the digits that it has. */
export function moneyFormat(money: Money): string {
  const digits = minorDigits(money.currency);
  const figure = digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
  const mark = currencyText(money);
  if (!/^(?:[A-Z]{3}|\p{Sc})$/u.test(mark)) return figure;
  return `[$${mark}]\\ ${figure};\\-[$${mark}]\\ ${figure}`;
}

/** Every style that a workbook's cells ask for, each once; 0 is the plain one. */
export class Styles {
  private readonly formats = new Map<string, number>();
  private readonly known = new Map<string, number>();
  private readonly rows: string[] = [];

  constructor() {
    this.indexOf('plain');
  }

  /** `asText`: stays text even where somebody edits it. */
  indexOf(look: Look, format = '', asText = false): number {
    const key = `${look} ${asText} ${format}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { font, fill = 0, border = 0, alignment: own = '' } = LOOKS[look];
    // Days are read as words are; on the right they would touch the next column's.
    const alignment = format === FORMATS.day || format === FORMATS.instant ? LEFT : own;
    const numFmt = format === '' ? 0 : this.formatId(format);
    this.rows.push(
      `<xf numFmtId="${numFmt}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${asText ? ' quotePrefix="1"' : ''}>${alignment}</xf>`,
    );
    this.known.set(key, this.rows.length - 1);
    return this.rows.length - 1;
  }

  private formatId(format: string): number {
    // Below are the formats that every reader knows by number.
    const id = this.formats.get(format) ?? 164 + this.formats.size;
    this.formats.set(format, id);
    return id;
  }

  xml(): string {
    const formats = [...this.formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`);
    const list = (name: string, parts: readonly string[]) =>
      parts.length === 0 ? '' : `<${name} count="${parts.length}">${parts.join('')}</${name}>`;
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      ...[list('numFmts', formats), list('fonts', FONTS), list('fills', FILLS), list('borders', BORDERS)],
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', this.rows),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }
}
