import type { DateOrder } from '../deal/day.ts';
import type { DealReading, FieldReading } from '../deal/reading.ts';
import type { ReadingContext } from './read-values.ts';
import { parseDate } from './values/index.ts';

const DATES = ['closeDate', 'nextStepDue', 'createdOn', 'lastActivity'] as const;
const NUMERIC = /^\s*(\d{1,2}) ?[./-] ?(\d{1,2}) ?[./-] ?\d{2,4}(?!\d)/;

/** The one order that all dates of a page allow, where at least one of them allows no other: 30/09 is day first. */
function orderIn(deals: readonly DealReading[]): DateOrder | null {
  let dayFirst = false;
  let monthFirst = false;
  for (const { fields } of deals) {
    for (const name of DATES) {
      const parts = NUMERIC.exec(fields[name]?.raw ?? '');
      if (!parts) continue;
      dayFirst ||= Number(parts[1]) > 12;
      monthFirst ||= Number(parts[2]) > 12;
    }
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'dmy' : 'mdy';
}

/**
 * A page writes all its dates in one way. The language that it declares says little of it (an English interface with
 * British dates is common), the dates that can be read in one way alone say all: the others follow them.
 */
export function settleDates(deals: readonly DealReading[], context: ReadingContext): void {
  const order = context.dateOrder ? null : orderIn(deals);
  if (!order) return;
  for (const { fields } of deals) {
    for (const name of DATES) {
      const reading = fields[name];
      const parts = reading?.raw ? NUMERIC.exec(reading.raw) : null;
      if (!reading?.raw || !parts || Number(parts[1]) > 12 || Number(parts[2]) > 12) continue;
      const date = parseDate(reading.raw, { ...context, dateOrder: order });
      if (date.ok)
        fields[name] = {
          ok: true,
          value: date.value,
          raw: reading.raw,
          rule: reading.rule ?? '',
        } satisfies FieldReading<string>;
    }
  }
}
