import { describe, expect, it } from 'vitest';
import { promptBudget } from '../../lib/coaching/prompt-budget.ts';
import { type Day, dayInZone, MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import type { PromptEvent } from '../../lib/deal/promise.ts';
import type { Role } from '../../lib/deal/role.ts';
import { at } from './make-history.ts';

let made = 0;
const asked = (day: Day, deal = `deal-${++made}`, basis = 'b'): PromptEvent => ({
  ...{ id: `event-${++made}`, deal, prompt: 'p', signal: 's', basis, kind: 'asked', at: at(day), until: null },
});
const left = (events: PromptEvent[], today: Day, role: Role = 'manager', calendar = MONDAY_TO_FRIDAY) =>
  promptBudget(events, { role, today, calendar, dayOf: (instant) => dayInZone(instant, 'UTC') });

// 2 November 2026 is a Monday.
const many = (day: Day, count: number) => Array.from({ length: count }, () => asked(day));

describe('the budget', () => {
  it('is five deals a day', () => {
    expect(left([], '2026-11-03')).toEqual({ left: 5, why: null });
    expect(left(many('2026-11-03', 3), '2026-11-03').left).toBe(2);
    expect(left(many('2026-11-03', 6), '2026-11-03')).toEqual({ left: 0, why: 'day' });
    expect(
      left([...many('2026-11-03', 4), asked('2026-11-03', 'd'), asked('2026-11-03', 'd', 'c')], '2026-11-03').left,
    ).toBe(0);
  });

  it('is twelve questions from Monday on for a manager, on however many deals', () => {
    const week = [...many('2026-11-02', 5), ...many('2026-11-03', 5)];
    expect(left(week, '2026-11-05').left).toBe(2);
    expect(left([...week, asked('2026-11-04', 'd'), asked('2026-11-04', 'd', 'c')], '2026-11-05')).toEqual({
      left: 0,
      why: 'week',
    });
    expect(left([...week, ...many('2026-11-04', 4)], '2026-11-09').left).toBe(5);
  });

  it('is one digest a day for a rep, whatever the week held', () => {
    const week = ['2026-11-02', '2026-11-03', '2026-11-04'].flatMap((day) => many(day, 5));
    expect(left(week, '2026-11-05', 'rep').left).toBe(5);
    expect(left([...week, ...many('2026-11-05', 5)], '2026-11-05', 'rep').left).toBe(0);
  });

  it('is nothing on days without work', () => {
    expect(left([], '2026-11-07')).toEqual({ left: 0, why: 'day-off' });
    expect(left([], '2026-11-03', 'rep', { workdays: [1, 2, 3, 4, 5], holidays: ['2026-11-03'] }).why).toBe('day-off');
    expect(left([], '2026-11-07', 'manager', { workdays: [6, 7], holidays: [] }).left).toBe(5);
  });

  it('counts what was asked, not what was snoozed or proved', () => {
    const other = many('2026-11-03', 9).map((event, index) => ({
      ...event,
      kind: index % 2 > 0 ? ('snoozed' as const) : ('proof-seen' as const),
    }));
    expect(left(other, '2026-11-03').left).toBe(5);
  });
});
