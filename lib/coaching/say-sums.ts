import { formatMoney } from '../deal/money.ts';
import type { SumCheck } from './column-sums.ts';
import { shorten } from './words/clean-text.ts';
import type { Speaker } from './words/dates.ts';
import type { Words } from './words/english.ts';

/** One line where a page's own total is not what its cards or rows come to; null where all is well. */
export function saySums(check: SumCheck | null, words: Words, say: Speaker): string | null {
  if (!check) return null;
  const { page, apart, isPartial } = check;
  const [first] = apart;
  if (!first && isPartial) return page === 'list' ? words.inList.listSumPartial : words.inList.sumsPartial;
  if (!first) return null;
  const [said, ours] = [first.said, first.ours];
  const briefly = (money: typeof said) => formatMoney(money, say.locale, 'short');
  // "£1.2m" and "£1.2m" would say nothing.
  const isShort = briefly(said) !== briefly(ours);
  const shown = (money: typeof said) => formatMoney(money, say.locale, isShort ? 'short' : 'usual');
  if (first.label === null) return words.inList.listSumApart(shown(said), first.cards, shown(ours));
  return words.inList.sumApart(shown(said), shorten(first.label, 60), first.cards, shown(ours), apart.length - 1);
}
