import type { Instant } from '../../../deal/day.ts';

const HOUR_MS = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();
/** Asking takes as long as writing a row, and an offset changes at quarters of an hour alone. */
const offsets = new Map<string, number>();

/** What clocks on the wall show, as if it were UTC, in milliseconds: a workbook knows no time zone. */
export function wallClock(at: Instant, timeZone: string): number {
  if (!Number.isFinite(at)) return Number.NaN;
  const part = Math.floor(at / (HOUR_MS / 4));
  const key = `${timeZone} ${part}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = offsetAt(part * (HOUR_MS / 4), timeZone);
    if (offsets.size > 20_000) offsets.clear();
    offsets.set(key, offset);
  }
  return at + offset;
}

function offsetAt(at: Instant, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(timeZone, format);
  }
  // Swedish writes `2026-11-20 14:30:00`, in every engine we run on.
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - Math.floor(at / 1_000) * 1_000;
}
