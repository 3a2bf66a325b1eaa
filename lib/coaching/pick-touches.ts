import { addDays, type Instant, type WorkCalendar, weekday } from '../deal/day.ts';
import { formatMoney } from '../deal/money.ts';
import type { PromptEvent } from '../deal/promise.ts';
import type { Role } from '../deal/role.ts';
import type { Moment } from '../history/types.ts';
import { buildCard } from './build-card.ts';
import type { DealCard, DealRow, Today } from './card.ts';
import type { Catalogue } from './catalogue/types.ts';
import type { DealNow } from './deals-now.ts';
import { linesOf } from './lines-of.ts';
import { pointsOf, relativeValues } from './rank.ts';
import { shorten } from './words/clean-text.ts';
import type { Speaker } from './words/dates.ts';
import type { Words } from './words/english.ts';

/** A day holds five such talks, a week twelve; more would go unasked and make the list a wall. */
const DAY_BUDGET = 5;
const WEEK_BUDGET = 12;
/** Cards are built for these many of the strongest: some of them turn out asked, parked or snoozed. */
const LOOKED_AT = 25;

type TouchInput = {
  deals: readonly DealNow[];
  all: readonly DealNow[];
  catalogue: Catalogue;
  role: Role;
  moment: Moment;
  settings: { calendar: WorkCalendar; fiscalYearStart: number; me: string | null; locale: string | undefined };
  words: Words;
  say: Speaker;
};

/** The deals to touch today: a promise that is due first, then by points times value. */
export function pickTouches({ deals, all, catalogue, role, moment, settings, words, say }: TouchInput): Today['touch'] {
  const values = relativeValues(deals);
  const ranked = deals
    .filter(({ assessment }) => assessment.freshness.level !== 'stale')
    .map((deal) => ({ deal, rank: pointsOf(deal) * (values.get(deal) ?? 1), due: hasPromiseBy(deal, say.today) }))
    .filter(({ rank, due }) => rank > 0 || due)
    .sort((a, b) => Number(b.due) - Number(a.due) || b.rank - a.rank)
    .slice(0, LOOKED_AT);
  const touches: Today['touch'] = [];
  const budget = budgetLeft(all, say);
  for (const { deal } of ranked) {
    if (touches.length >= budget) break;
    const { history, assessment } = deal;
    const card = buildCard({ history, assessment, catalogue, role, moment, settings, unread: [] });
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

function budgetLeft(deals: readonly DealNow[], say: Speaker): number {
  return Math.min(Math.max(0, DAY_BUDGET - askedSince(say.today, deals, say)), weekLeft(deals, say));
}

/** So many more deals may be asked about this week. */
export function weekLeft(deals: readonly DealNow[], say: Speaker): number {
  return Math.max(0, WEEK_BUDGET - askedSince(addDays(say.today, 1 - weekday(say.today)), deals, say));
}

function askedSince(day: string, deals: readonly DealNow[], say: Speaker): number {
  const asked = deals.flatMap(({ history }) => history.prompts.filter(({ kind }) => kind === 'asked'));
  return new Set(asked.filter((event) => isSince(event, day, say)).map(({ deal }) => deal)).size;
}

function isSince({ at }: PromptEvent, day: string, say: { dayOf: (at: Instant) => string }): boolean {
  return say.dayOf(at) >= day;
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
