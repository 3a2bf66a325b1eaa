import { parseNumber } from '../crm/values/index.ts';
import { dayInZone } from '../deal/day.ts';
import type { Rate } from '../settings/settings.ts';
import { currencyOf } from './currency-name.ts';
import { formatIn, type Paster, pastedLines, type RefusedLine } from './pasted-rows.ts';
import { readDay } from './read-date.ts';

export type RatesSaid = { rates: Rate[]; refused: RefusedLine[] };

/** Rates, one a line: from, to (else the home currency), the rate, and the day (else today), in any order but the first two. */
export function readPastedRates(text: string, home: string | null, paster: Paster): RatesSaid {
  const rates: Rate[] = [];
  const refused: RefusedLine[] = [];
  for (const { line, cells } of pastedLines(text)) {
    const rate = rateIn(cells.length > 1 ? cells : line.trim().split(/\s+/), home, paster);
    if (typeof rate === 'string') refused.push({ line, reason: rate });
    else rates.push(rate);
  }
  return { rates, refused };
}

function rateIn(cells: readonly string[], home: string | null, paster: Paster): Rate | string {
  const { language, at, timeZone } = paster;
  const today = dayInZone(at, timeZone);
  const codes = cells.flatMap((cell) => (/\d/.test(cell) ? [] : (currencyOf(cell.toUpperCase(), language) ?? [])));
  const [from, to = home] = codes;
  if (!from || !to) return 'It needs two currencies, such as USD and EUR.';
  if (from === to) return 'Both currencies are the same.';
  const context = { locale: language, dateOrder: null, currency: null, today };
  const figures = cells.flatMap((cell) => {
    const figure = parseNumber(cell, context);
    return figure.ok && figure.value > 1e-9 && figure.value < 1e9 ? figure.value : [];
  });
  const [rate] = figures;
  if (rate === undefined) return 'No rate could be made out.';
  const dates = cells.filter((cell) => /\d/.test(cell) && !parseNumber(cell, context).ok);
  const day = dates[0] === undefined ? null : readDay(dates[0], formatIn(language), paster);
  if (day && !day.ok) return 'Its day is in doubt. Write it as 2026-11-30.';
  return { from, to, rate, on: day?.value ?? today };
}
