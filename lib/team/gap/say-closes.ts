import type { DealRow } from '../../coaching/card.ts';
import { lacks } from '../today/decides.ts';
import type { Closer, ToCreate } from './closes.ts';
import type { Telling } from './telling.ts';

/** Named deals first: as few as cover the gap; then the others, and what must still be created. */
export type SaidCloses = { sentence: string; first: DealRow[]; others: DealRow[]; create: string | null };

export function sayCloses(telling: Telling): SaidCloses {
  const { figures, words, short } = telling;
  const { closes, gap } = figures;
  const none = { first: [], others: [], create: null };
  if (gap.gap === null) return { ...none, sentence: 'With a goal this names the deals that would close the gap.' };
  if (closes === null) return { ...none, sentence: 'Nothing is left to close.' };
  const { first, others, left, create } = closes;
  const sum = short(first.reduce((all, { minor }) => all + minor, 0));
  const named = words.capital(words.deals(first.length));
  return {
    sentence:
      first.length === 0
        ? 'No best case, and no deal of the next quarter in a mid or late stage, was seen this week and is free.'
        : left > 0
          ? `${named} in all, ${sum}: if all of them came, ${short(left)} of the ${short(gap.gap)} would still be open.`
          : `${named}, ${sum}, would cover the ${short(gap.gap)} if ${first.length === 1 ? 'it came' : 'they came'}.`,
    first: rowsOf(telling, first),
    others: rowsOf(telling, others),
    create: create && sayCreate(telling, create),
  };
}

function rowsOf({ figures, row, words, say, period }: Telling, closers: readonly Closer[]): DealRow[] {
  return closers.map(({ deal, kind }) =>
    row(
      deal,
      [kind === 'pull-in' ? `From ${period(figures.next)}` : 'Best case', lacks(deal, { words, say })].join('; '),
    ),
  );
}

function sayCreate({ figures, words, say, short, percent, period }: Telling, create: ToCreate): string {
  const { left, rate, minor, age, by, isInTime } = create;
  if (rate === null || minor === null)
    return `${short(left)} is in none of them. How much must be created for it is not known: too few deals were seen to end.`;
  const what = `${short(left)} is in none of them: at ${percent(rate.estimate)} of the value that ended here won, ${short(minor)} must still be created`;
  if (age === null || by === null)
    return `${what}. By when is not known: too few won deals have both their days on record.`;
  if (isInTime) return `${what}, by ${say.weekday(by)}: half of the won deals took ${words.days(age)} or less.`;
  return `${what}. There is not enough time for that: half of the won deals took ${words.days(age)} or more, and what is created now belongs to ${period(figures.next)}.`;
}
