import type { WorkCalendar } from '../deal/day.ts';
import { formatMoney } from '../deal/money.ts';
import type { Role } from '../deal/role.ts';
import type { Moment } from '../history/types.ts';
import { buildCard } from './build-card.ts';
import type { DealCard, DealRow, Today } from './card.ts';
import type { Usual } from './card-input.ts';
import type { Catalogue } from './catalogue/types.ts';
import type { DealNow } from './deals-now.ts';
import { linesOf } from './lines-of.ts';
import { pointsOf, relativeValues } from './rank.ts';
import { shorten } from './words/clean-text.ts';
import type { Speaker } from './words/dates.ts';
import type { Words } from './words/english.ts';

/** Cards are built for these many of the strongest: some of them turn out asked, parked or snoozed. */
const LOOKED_AT = 25;

type TouchInput = {
  deals: readonly DealNow[];
  /** How many may be proposed. */
  budget: number;
  usual: Usual;
  catalogue: Catalogue;
  role: Role;
  moment: Moment;
  settings: { calendar: WorkCalendar; fiscalYearStart: number; me: string | null; locale: string | undefined };
  words: Words;
  say: Speaker;
};

/** The deals to touch today: a promise that is due first, then by points times value times how likely a question is to help. */
export function pickTouches({
  deals,
  budget,
  usual,
  catalogue,
  role,
  moment,
  settings,
  words,
  say,
}: TouchInput): Today['touch'] {
  const values = relativeValues(deals);
  const ranked = deals
    .filter(({ assessment }) => assessment.freshness.level !== 'stale')
    .map((deal) => ({
      deal,
      rank: pointsOf(deal) * (values.get(deal) ?? 1) * helpOf(deal, usual),
      due: hasPromiseBy(deal, say.today),
    }))
    .filter(({ rank, due }) => rank > 0 || due)
    .sort((a, b) => Number(b.due) - Number(a.due) || b.rank - a.rank)
    .slice(0, LOOKED_AT);
  const touches: Today['touch'] = [];
  for (const { deal } of ranked) {
    if (touches.length >= budget) break;
    const { history, assessment } = deal;
    const card = buildCard({ history, assessment, catalogue, usual, role, moment, settings, unread: [] });
    if (!isWorthTouching(card)) continue;
    touches.push({ ...rowOf(deal, card.freshness.text, say, words), ...linesOf(card, role) });
  }
  return touches;
}

/** Asked and waiting for an answer is not asked again; parked and snoozed deals rest. */
function isWorthTouching({ lead, prompt, wait }: DealCard): boolean {
  if (lead === 'promise' || lead === 'change') return prompt?.askedOn === null;
  return lead === 'signal' && wait === null && prompt !== null && prompt.askedOn === null;
}

export function hasPromiseBy({ history }: Pick<DealNow, 'history'>, today: string): boolean {
  return history.promises.some(({ settled, by }) => settled === null && by <= today);
}

/** Of the strongest signal: its question is the likeliest to be asked. */
export function helpOf({ assessment }: DealNow, { helps }: Usual): number {
  return helps?.get(assessment.on[0]?.signal ?? '') ?? 1;
}

export function rowOf({ history, deal }: DealNow, detail: string, say: Speaker, words: Words): DealRow {
  const amount = deal.fields.amount?.value;
  return {
    deal: history.deal.id,
    name: shorten(deal.fields.name?.value ?? '', 120) || words.unnamed,
    url: history.deal.url,
    detail,
    amount: amount ? formatMoney(amount, say.locale, 'short') : null,
  };
}
