import { dayNumber, isDay } from '../../../deal/day.ts';
import type { Cell, DocumentColumn } from '../../document.ts';
import { isFigure } from '../cell-text.ts';
import { currencyText, decimalOf } from '../decimal.ts';
import type { SharedTexts } from './shared-texts.ts';
import { FORMATS, type Look, moneyFormat, type Styles } from './styles.ts';
import { wallClock } from './wall-clock.ts';

/** A link out of the workbook by its relation, which links to the same address share, or (`place`) to another sheet of it. */
export type SheetLink = { ref: string; to: { url: string; id: string } | { place: string } };

/** Excel's bounds for links: so many on a sheet, and so long. */
const LINKS_MOST = 60_000;
const URL_MOST = 2_000;

/** Days of Excel's calendar before 1970-01-01. */
const EPOCH = 25_569;

/** `A`, `Z`, `AA`. */
export function columnName(at: number): string {
  return (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}

const columns = Array.from({ length: 256 }, (_, at) => columnName(at));

/** Writes the rows of one sheet: figures as figures, days as days, all else as text that nothing works out. */
export class SheetRows {
  readonly links: SheetLink[] = [];
  private readonly relations = new Map<string, string>();
  private readonly moneyStyles = new Map<string, number>();
  private readonly styles: Styles;
  private readonly texts: SharedTexts;
  private readonly timeZone: string;

  constructor(styles: Styles, texts: SharedTexts, timeZone: string) {
    this.styles = styles;
    this.texts = texts;
    this.timeZone = timeZone;
  }

  /** `row` from 1; a null cell stays empty. `height` in points. */
  row(row: number, cells: readonly Cell[], look: Look = 'plain', height?: number): string {
    let xml = height === undefined ? `<row r="${row}">` : `<row r="${row}" ht="${height}" customHeight="1">`;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] ?? null;
      if (cell !== null) xml += this.cell(cell, `${columns[at] ?? columnName(at)}${row}`, look);
    }
    return `${xml}</row>`;
  }

  /** The heads of a table: those of figures stand over their figures. */
  head(row: number, columns: readonly DocumentColumn[]): string {
    const heads = columns.map(({ title, kind }, at) =>
      this.text(title, `${columnName(at)}${row}`, isFigure(kind) ? 'head-figure' : 'head'),
    );
    return `<row r="${row}">${heads.join('')}</row>`;
  }

  private cell(cell: NonNullable<Cell>, ref: string, look: Look): string {
    switch (cell.kind) {
      case 'money':
        return `<c r="${ref}" s="${this.moneyStyle(cell.money, look)}"><v>${decimalOf(cell.money)}</v></c>`;
      case 'day':
        if (!isDay(cell.day)) return this.text(cell.day, ref, look);
        return this.number(dayNumber(cell.day) + EPOCH, ref, look, FORMATS.day);
      case 'instant':
        return this.number(wallClock(cell.at, this.timeZone) / 86_400_000 + EPOCH, ref, look, FORMATS.instant);
      case 'count':
      case 'days':
        return this.number(cell.value, ref, look, FORMATS.count);
      case 'share':
        return this.number(cell.value, ref, look, FORMATS.share);
      case 'link': {
        const { url } = cell;
        const isOpen = /^https?:\/\//i.test(url) && url.length <= URL_MOST && this.links.length < LINKS_MOST;
        if (isOpen) this.links.push({ ref, to: { url, id: this.relationTo(url) } });
        return this.text(cell.text, ref, isOpen ? 'link' : look);
      }
      case 'text':
        return this.text(cell.text, ref, look);
    }
  }

  private relationTo(url: string): string {
    const id = this.relations.get(url) ?? `rId${this.relations.size + 1}`;
    this.relations.set(url, id);
    return id;
  }

  private text(text: string, ref: string, look: Look): string {
    const { at, isFormula } = this.texts.of(text);
    const style = this.styles.indexOf(look, '', isFormula);
    return style === 0 ? `<c r="${ref}" t="s"><v>${at}</v></c>` : `<c r="${ref}" s="${style}" t="s"><v>${at}</v></c>`;
  }

  private number(value: number, ref: string, look: Look, format: string): string {
    if (!Number.isFinite(value)) return '';
    return `<c r="${ref}" s="${this.styles.indexOf(look, format)}"><v>${value}</v></c>`;
  }

  private moneyStyle(money: Parameters<typeof moneyFormat>[0], look: Look): number {
    const key = `${look} ${currencyText(money)}`;
    const style = this.moneyStyles.get(key) ?? this.styles.indexOf(look, moneyFormat(money));
    this.moneyStyles.set(key, style);
    return style;
  }
}
