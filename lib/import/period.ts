import { cleanText } from '../crm/values/index.ts';
import type { Day } from '../deal/day.ts';

/** The last day of the month before `month` (0-based, may be beyond 11) and the first of `from`. */
function months(year: number, from: number, count: number): { from: Day; to: Day } {
  const iso = (month: number, day: number) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
  return { from: iso(from, 1), to: iso(from + count, 0) };
}

const QUARTER =
  /\b(?:q|t|k|kw|quartal|quarter|trimestre|kwartaal)\s?([1-4])\b|\b([1-4])\.? ?(?:q|t|quartal|quarter|trimestre|kwartaal)\b/i;

const monthNames = new Map<string, Map<string, number>>();

function monthsIn(language: string): Map<string, number> {
  let known = monthNames.get(language);
  if (!known) {
    known = new Map();
    for (const locale of [language, 'en']) {
      for (const width of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(locale, { month: width, timeZone: 'UTC' });
        for (let month = 0; month < 12; month++) {
          const name = format
            .format(Date.UTC(2026, month, 15))
            .toLowerCase()
            .replace('.', '');
          if (!known.has(name)) known.set(name, month);
        }
      }
    }
    monthNames.set(language, known);
  }
  return known;
}

/**
 * A year, a quarter or a month as quota files name them: "2026", "FY2026", "Q3 2026", "2026-09", "September 2026".
 * Years and quarters are those of the fiscal year, which is named after the calendar year in which it ends.
 */
export function periodOf(text: string, fiscalYearStart: number, language: string): { from: Day; to: Day } | null {
  const shown = cleanText(text);
  if (shown.length > 40) return null;
  const year = Number(/(?<!\d)(19[7-9]\d|20\d\d|21\d\d)(?!\d)/.exec(shown)?.[1] ?? Number.NaN);
  if (Number.isNaN(year)) return null;
  const first = fiscalYearStart === 1 ? year : year - 1;
  const quarter = QUARTER.exec(shown.replace(/(\d{4})([qtQT])/, '$1 $2'));
  if (quarter) return months(first, fiscalYearStart - 1 + (Number(quarter[1] ?? quarter[2]) - 1) * 3, 3);
  const numbered = /^(?:(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4}))$/.exec(shown);
  if (numbered) {
    const month = Number(numbered[2] ?? numbered[3]);
    return month >= 1 && month <= 12 ? months(year, month - 1, 1) : null;
  }
  const name = /^([\p{L}.]+),? (?:de )?\d{4}$/u.exec(shown)?.[1]?.toLowerCase().replace('.', '');
  const month = name === undefined ? undefined : monthsIn(language).get(name);
  if (month !== undefined) return months(year, month, 1);
  return /^(?:fy|gj|year|jahr|ex|annee|ano|anno)? ?\d{4}$/i.test(shown) ? months(first, fiscalYearStart - 1, 12) : null;
}
