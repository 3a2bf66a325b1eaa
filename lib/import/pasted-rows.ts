import type { DateOrder } from '../deal/day.ts';
import type { ColumnFormat } from './column-look.ts';

/** One line of what was pasted that could not be kept, and why. */
export type RefusedLine = { line: string; reason: string };

/** What is known of whoever pastes: dates and figures are written in their way where the text leaves them open. */
export type Paster = { at: number; timeZone: string; language: string };

/** The most characters of a text that is pasted. */
export const PASTED_MOST = 200_000;

/** Lines with something in them, cut into cells: at tabs, else at semicolons. */
export function pastedLines(text: string): { line: string; cells: string[] }[] {
  return text
    .slice(0, PASTED_MOST)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ line, cells: line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.trim()) }));
}

/** How figures and dates are written in a language. */
export function formatIn(language: string): ColumnFormat {
  const decimal = new Intl.NumberFormat(language).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  const parts = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  }).formatToParts();
  const order = parts.flatMap(({ type }) => ({ day: 'd', month: 'm', year: 'y' })[type as string] ?? []).join('');
  const dateOrder = (['dmy', 'mdy', 'ymd'] as const).find((each): each is DateOrder => each === order) ?? null;
  return { decimal: decimal === ',' ? 'comma' : 'point', dateOrder, share: null };
}
