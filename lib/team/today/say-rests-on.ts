import type { Speaker } from '../../coaching/words/dates.ts';
import type { Words } from '../../coaching/words/english.ts';
import { formatMoney } from '../../deal/money.ts';
import type { Looked, RestsOn } from '../rests-on.ts';
import type { SaidRests } from './five-sentences.ts';

/**
 * "58 of 64 deals seen this week; £40k not seen since 3 Nov": the one way to say what a total rests on. Where the others
 * were last seen on several days it names the longest; deals without an amount are counted beside the sum. Null for a
 * total of no deal.
 */
export function sayRestsOn(rests: RestsOn<Looked>, words: Words, say: Speaker): SaidRests | null {
  const { deals, seen, unseen, unseenSums, since } = rests;
  if (deals === 0) return null;
  const base =
    seen === deals
      ? `${deals === 1 ? 'The 1 deal was' : `All ${words.deals(deals)}`} seen this week`
      : `${seen} of ${words.deals(deals)} seen this week`;
  const last = unseen.at(-1);
  if (since === null || !last) return { text: `${base}.`, missing: 0 };
  const bare = unseen.filter(({ amount }) => amount === null).length;
  const what = words.list([
    ...unseenSums.map((sum) => formatMoney(sum, say.locale, 'short')),
    ...(bare > 0 ? [unseenSums.length > 0 ? `${words.deals(bare)} without an amount` : words.deals(bare)] : []),
  ]);
  const isOneDay = say.dayOf(last.lastSeenAt) === since;
  const when = isOneDay ? `not seen since ${say.day(since)}` : `not seen, the longest since ${say.day(since)}`;
  return { text: `${base}; ${what} ${when}.`, missing: unseen.length };
}
