import type { Day, WorkCalendar } from '../../deal/day.ts';
import { addWorkdays } from '../../deal/day.ts';
import type { Side } from '../../deal/promise.ts';
import { type CourierParts, oneLine, readCourierLine } from '../../process/courier-line.ts';
import { COURIER_WORDS } from '../../process/courier-words.ts';

const { buyer, seller, by } = COURIER_WORDS.en;

/** The beginning of a promise as the CRM's own line has it: "Ana (buyer): ". */
export function lineOf({ who, side, what = '' }: { who: string; side: Side; what?: string }): string {
  return `${oneLine(who)} (${side === 'theirs' ? buyer : seller}): ${oneLine(what)}`;
}

export type LineGiven = { by: Day; proof: string | null; who: string; side: Side; today: Day };

/**
 * A promise typed in one line: "Ana (buyer): redlines", "Ana: redlines" or "redlines". A day and a proof in the line
 * itself stand before those given beside it. Null: nothing was promised.
 */
export function readPromiseLine(line: string, given: LineGiven): CourierParts | null {
  const text = oneLine(line);
  const typed = readCourierLine(text, given.today);
  const parts = typed ?? readCourierLine(`${text} ${by} ${given.by}`);
  if (parts) {
    if (parts.what === '') return null;
    return { ...parts, who: parts.who || given.who, proof: parts.proof ?? given.proof };
  }
  if (text === '') return null;
  const [, who = given.who, what = text] = /^([^:]{1,60}): (.+)$/.exec(text) ?? [];
  return readPromiseLine(lineOf({ who, side: given.side, what }), given);
}

/** Days that are near enough to be promised: the next workday, then a week and two of them on. */
export function dayChoices(today: Day, calendar: WorkCalendar): Day[] {
  return [1, 5, 10].map((days) => addWorkdays(today, days, calendar));
}
