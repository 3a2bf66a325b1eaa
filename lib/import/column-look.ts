import type { DateOrder } from '../deal/day.ts';
import { numericDay, onlyDay } from '../deal/numeric-day.ts';
import { type Cell, textOf } from './table.ts';

/** How one column writes figures and dates; null where nothing in the file says so, and only the user can. */
export type ColumnFormat = {
  decimal: 'point' | 'comma' | null;
  dateOrder: DateOrder | null;
  /** Whether 0.6 is meant for 60 %, or 60. */
  share: 'percent' | 'fraction' | null;
};

/** What all values of one column add up to. */
export type ColumnLook = {
  /** The first values, as they stand. */
  samples: string[];
  filled: number;
  points: number;
  commas: number;
  orders: Record<DateOrder, number>;
  /** Dates that could be either day. */
  openDates: number;
  figures: number;
  above1: number;
  fractions: number;
};

const SAMPLES = 20;
/** Values after which a column that has told how it writes is not looked at any closer. */
const ENOUGH = 3_000;

export function emptyLook(): ColumnLook {
  return {
    samples: [],
    filled: 0,
    points: 0,
    commas: 0,
    orders: { dmy: 0, mdy: 0, ymd: 0 },
    openDates: 0,
    figures: 0,
    above1: 0,
    fractions: 0,
  };
}

export function lookAt(look: ColumnLook, cell: Cell): void {
  const text = textOf(cell).trim();
  if (text === '') return;
  look.filled++;
  if (look.samples.length < SAMPLES) look.samples.push(text.slice(0, 200));
  if (look.filled > ENOUGH && hasTold(look)) return;
  if (typeof cell === 'number') {
    look.figures++;
    countShare(look, cell);
    return;
  }
  if (text.length > 40 || !/\d/.test(text)) return;
  lookAtDate(look, text);
  lookAtFigure(look, text);
}

function hasTold({ figures, points, commas, openDates, orders }: ColumnLook): boolean {
  if (figures > 0 && points + commas === 0) return false;
  return openDates === 0 || orders.dmy + orders.mdy + orders.ymd > 0;
}

function lookAtDate(look: ColumnLook, text: string): void {
  const date = numericDay(text);
  if (!date) return;
  const [order, ...others] = date.days.keys();
  if (order && others.length === 0) look.orders[order]++;
  else if (onlyDay(date) === null) look.openDates++;
}

function lookAtFigure(look: ColumnLook, text: string): void {
  const figure = /^[^\d]{0,6}(\d[\d.,'\u00a0\u202f ]*)[^\d]{0,6}$/u.exec(text)?.[1]?.trim();
  if (!figure) return;
  look.figures++;
  const mark = decimalMark(figure);
  if (mark === '.') look.points++;
  if (mark === ',') look.commas++;
  if (!text.includes('%')) countShare(look, Number(figure.replace(',', '.')));
}

function countShare(look: ColumnLook, value: number): void {
  if (value > 1) look.above1++;
  else if (value > 0 && value < 1) look.fractions++;
}

/** The decimal mark that a figure proves; null for "1,234", which could have either. */
function decimalMark(figure: string): '.' | ',' | null {
  const marks = figure.replace(/[^.,]/g, '');
  const last = marks.slice(-1);
  if (last !== '.' && last !== ',') return null;
  const other = last === '.' ? ',' : '.';
  if (marks.indexOf(last) < marks.length - 1) return marks.includes(other) ? null : other;
  if (marks.length > 1) return last;
  const at = figure.lastIndexOf(last);
  const behind = figure.length - at - 1;
  return behind !== 3 || at > 3 || figure.startsWith('0') ? last : null;
}

/**
 * How each column writes, by its own values; where they leave it open, by those of all other columns. Evidence that
 * contradicts itself settles nothing.
 */
export function formatsOf(looks: readonly ColumnLook[]): ColumnFormat[] {
  const decimals = looks.map(({ points, commas }) =>
    points > 0 && commas > 0 ? 'both' : points > 0 ? 'point' : commas > 0 ? 'comma' : null,
  );
  const orders = looks.map((look) => orderOf(look));
  const decimal = only(decimals);
  const order = only(orders);
  return looks.map(({ above1, fractions }, index) => {
    const mine = decimals[index] ?? decimal;
    const mineOrder = orders[index] ?? order;
    return {
      decimal: mine === 'both' ? null : (mine ?? null),
      dateOrder: mineOrder === 'both' ? null : (mineOrder ?? null),
      share: above1 > 0 ? 'percent' : fractions > 0 ? 'fraction' : null,
    };
  });
}

function orderOf({ orders }: ColumnLook): DateOrder | 'both' | null {
  const seen = (Object.keys(orders) as DateOrder[]).filter((order) => orders[order] > 0);
  return seen.length > 1 ? 'both' : (seen[0] ?? null);
}

/** What all columns that say something agree in. */
function only<T extends string>(said: readonly (T | 'both' | null)[]): T | null {
  const known = new Set(said.filter((each) => each !== null));
  const [first] = known;
  return known.size === 1 && first !== undefined && first !== 'both' ? (first as T) : null;
}
