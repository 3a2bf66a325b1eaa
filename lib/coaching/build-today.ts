import type { Role } from '../deal/role.ts';
import type { DealHistory, Moment } from '../history/types.ts';
import type { JudgedBy } from '../risk/assess.ts';
import type { Today } from './card.ts';
import type { Catalogue } from './catalogue/types.ts';
import { type DealNow, dealsNow } from './deals-now.ts';
import { isMine } from './is-mine.ts';
import { likelyToHelp } from './likely-to-help.ts';
import { pickTouches, rowOf } from './pick-touches.ts';
import { promptBudget } from './prompt-budget.ts';
import { speakerAt } from './words/dates.ts';
import { wordsFor } from './words/words-for.ts';

export type TodaySettings = JudgedBy & {
  fiscalYearStart: number;
  me: string | null;
  locale: string | undefined;
};

export type TodayInput = {
  histories: readonly DealHistory[];
  catalogue: Catalogue;
  role: Role;
  moment: Moment;
  settings: TodaySettings;
  /** Where they were worked out before, and where only some of all are meant. */
  deals?: readonly DealNow[] | undefined;
};

/** The few deals to touch today, those to look at again, and those that wait. A rep sees their own. */
export function buildToday({ histories, catalogue, role, moment, settings, deals: known }: TodayInput): Today {
  const { me, locale } = settings;
  const words = wordsFor(locale);
  const say = speakerAt(moment.asOf, moment.timeZone, locale);
  const all = known ?? dealsNow(histories, moment, settings);
  const deals = role === 'rep' && me !== null ? all.filter((deal) => isMine(deal, me)) : all;
  const open = deals.filter(({ outcome }) => outcome === 'open');
  const stale = open.filter(({ assessment }) => assessment.freshness.level === 'stale');
  const waiting = open.filter((deal) => deal.wait !== null && !stale.includes(deal));
  const events = histories.flatMap(({ prompts }) => prompts.filter(({ at }) => at <= moment.asOf));
  const budget = promptBudget(events, { role, today: say.today, calendar: settings.calendar, dayOf: say.dayOf });
  const usual = { helps: likelyToHelp(events, moment.asOf) };
  const byName = (rows: readonly DealNow[], detail: (deal: DealNow) => string) =>
    rows.map((deal) => rowOf(deal, detail(deal), say, words));
  const last = (deal: DealNow) => words.freshness.ageing(say.on(deal.deal.lastSeenAt));
  const parked = ({ wait }: DealNow) => (wait ? words.lines.until(say.weekday(wait.until), wait.what) : '');
  return {
    role,
    touch: pickTouches({ deals: open, budget: budget.left, usual, catalogue, role, moment, settings, words, say }),
    touchRest: budget.why && words.today.rest[budget.why],
    lookAgain: stale.length > 0 ? { text: words.today.lookAgain(stale.length), rows: byName(stale, last) } : null,
    waiting: waiting.length > 0 ? { text: words.today.waiting(waiting.length), rows: byName(waiting, parked) } : null,
  };
}
