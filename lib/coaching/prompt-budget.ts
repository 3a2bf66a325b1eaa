import { addDays, type Day, type Instant, isWorkday, type WorkCalendar, weekday } from '../deal/day.ts';
import type { PromptEvent } from '../deal/promise.ts';
import type { Role } from '../deal/role.ts';

/** Deals a day, and questions a week: more would go unasked and make the list a wall. A rep has one digest a day. */
const DEALS_A_DAY = 5;
const QUESTIONS_A_WEEK: Record<Role, number> = { manager: 12, rep: Number.POSITIVE_INFINITY };

/** `left`: deals that may still be proposed today. `why`: what leaves none; null where some are left. */
export type Budget = { left: number; why: 'day-off' | 'day' | 'week' | null };

type BudgetInput = { role: Role; today: Day; calendar: WorkCalendar; dayOf: (at: Instant) => Day };

/** So many more questions this week. */
export function weekLeft(
  events: readonly PromptEvent[],
  { role, today, dayOf }: Omit<BudgetInput, 'calendar'>,
): number {
  const asked = since(addDays(today, 1 - weekday(today)), events, dayOf);
  return Math.max(0, QUESTIONS_A_WEEK[role] - new Set(asked.map(({ deal, basis }) => `${deal}\n${basis}`)).size);
}

const since = (from: Day, events: readonly PromptEvent[], dayOf: (at: Instant) => Day) =>
  events.filter(({ kind, at }) => kind === 'asked' && dayOf(at) >= from);

/** What is left of the day and of the week after all that was asked, on whichever deals. */
export function promptBudget(events: readonly PromptEvent[], { role, today, calendar, dayOf }: BudgetInput): Budget {
  if (!isWorkday(today, calendar)) return { left: 0, why: 'day-off' };
  const week = weekLeft(events, { role, today, dayOf });
  const day = DEALS_A_DAY - new Set(since(today, events, dayOf).map(({ deal }) => deal)).size;
  if (week <= 0) return { left: 0, why: 'week' };
  return day <= 0 ? { left: 0, why: 'day' } : { left: Math.min(day, week), why: null };
}
