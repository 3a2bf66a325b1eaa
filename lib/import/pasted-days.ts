import { addDays, type Day, daysBetween } from '../deal/day.ts';
import { formatIn, type Paster, pastedLines, type RefusedLine } from './pasted-rows.ts';
import { readDay } from './read-date.ts';

export type DaysSaid = { days: Day[]; refused: RefusedLine[] };

/** A longer stretch is no holiday but a slip. */
const LONGEST_RANGE = 62;

/** Holidays as a list: a day or a range a line, with whatever words behind it. */
export function readPastedDays(text: string, paster: Paster): DaysSaid {
  const days = new Set<Day>();
  const refused: RefusedLine[] = [];
  for (const { line } of pastedLines(text)) {
    const range = rangeIn(line, paster);
    if (!range) refused.push({ line, reason: 'No day could be made out.' });
    else if (range.to < range.from) refused.push({ line, reason: 'It ends before it begins.' });
    else if (daysBetween(range.from, range.to) >= LONGEST_RANGE)
      refused.push({ line, reason: 'It is longer than two months.' });
    else for (const day of daysOf(range)) days.add(day);
  }
  return { days: [...days].sort(), refused };
}

/** Every day from the first to the last. */
export function daysOf({ from, to }: { from: Day; to: Day }): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at));
}

/** A list may name the holiday before its day, or behind it. */
function rangeIn(line: string, paster: Paster): { from: Day; to: Day } | null {
  const parts = line.split(/\t|;|\s+-\s+|\s*[–—]\s*|\s+(?:to|until|bis|au|al|até|tot)\s+/i);
  const [from, to = from] = parts.flatMap((part) => dayAtStart(part, paster) ?? []);
  return from && to ? { from, to } : null;
}

const MOST_WORDS = 6;

/** The day that a text begins with, by as many of its words as make one. */
function dayAtStart(text: string, paster: Paster): Day | null {
  const words = text.trim().split(/\s+/);
  for (let count = Math.min(words.length, MOST_WORDS); count > 0; count--) {
    const said = words.slice(0, count).join(' ').replace(/[,:]$/, '');
    const day = /\d/.test(said) ? readDay(said, formatIn(paster.language), paster) : null;
    if (day?.ok) return day.value;
  }
  return null;
}
