import { formatMoney, sumByCurrency } from '../deal/money.ts';
import type { DealNow } from './deals-now.ts';
import type { Speaker } from './words/dates.ts';
import type { Words } from './words/english.ts';

type Rests = {
  open: readonly DealNow[];
  stale: readonly DealNow[];
  rep: boolean;
  named: boolean;
  words: Words;
  say: Speaker;
};

/** Why the first sentence may be thin: what was seen this week, and what has not been for longer. */
export function sayRests({ open, stale, rep, named, words, say }: Rests): string {
  const sentences: string[] = [];
  if (open.length > 0) {
    const fresh = open.filter(({ assessment }) => assessment.freshness.level === 'fresh').length;
    sentences.push(words.today.seen(fresh, open.length));
  }
  if (stale.length > 0) {
    const sums = sumByCurrency(stale.flatMap(({ deal }) => deal.fields.amount?.value ?? []));
    const what = sums.length > 0 ? words.list(sums.map((sum) => formatMoney(sum, say.locale, 'short'))) : null;
    const since = Math.max(...stale.map(({ deal }) => deal.lastSeenAt));
    sentences.push(words.today.unseen(what ?? words.deals(stale.length), say.on(since)));
  }
  if (rep && !named) sentences.push(words.today.nameYourself);
  return sentences.join(' ');
}
