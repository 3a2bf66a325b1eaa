import { describe, expect, it } from 'vitest';
import { buildToday, type TodaySettings } from '../../lib/coaching/build-today.ts';
import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { money } from '../../lib/deal/money.ts';
import type { Role } from '../../lib/deal/role.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { at, CALM, historyOf, type Look, moment, stage, usd } from './make-history.ts';
import { PROMPTS } from './packaged-prompts.ts';

const NOW = moment('2026-11-06');

type Fields = Partial<Omit<Look, 'on'>>;
let made = 0;

function seen(fields: Fields, days: readonly string[] = ['2026-11-04', '2026-11-06'], extras = {}): DealHistory {
  const id = `deal-${++made}`;
  return historyOf(
    days.map((on) => ({ name: id, amount: usd(50_000), ...CALM, ...fields, on })),
    { id, ...extras },
  );
}

const past = (amount: number, fields: Fields = {}) => seen({ amount: usd(amount), closeDate: '2026-10-20', ...fields });
const settings: TodaySettings = {
  calendar: MONDAY_TO_FRIDAY,
  fiscalYearStart: 1,
  me: null,
  locale: 'en-GB',
};

function todayOf(histories: DealHistory[], more: Partial<TodaySettings> = {}, role: Role = 'manager', now = NOW) {
  return buildToday({ histories, catalogue: PROMPTS, role, moment: now, settings: { ...settings, ...more } });
}

describe('what to touch', () => {
  it('orders by points times value, with fact and question', () => {
    const [small, large] = [past(20_000), past(90_000)];
    const today = todayOf([small, seen({}), large]);
    expect(today.touch.map(({ deal }) => deal)).toEqual([large.deal.id, small.deal.id]);
    expect(today.touch[0]).toMatchObject({
      fact: expect.stringContaining('20 Oct'),
      next: expect.stringMatching(/\?$/),
      url: large.deal.url,
    });
  });

  it('weighs each amount against its own currency', () => {
    const yen = seen({ amount: money(4_000_000, 'JPY'), closeDate: '2026-10-20' });
    const other = seen({ amount: money(9_000_000, 'JPY') });
    const dollars = past(90_000);
    expect(todayOf([yen, other, dollars, past(30_000)]).touch[0]?.deal).toBe(dollars.deal.id);
  });

  it('names five deals at the most, and fewer once some were asked about today', () => {
    const many = Array.from({ length: 9 }, (_, index) => past(10_000 * (index + 1)));
    expect(todayOf(many).touch).toHaveLength(5);
    const asked = many.map((history, index) =>
      index > 1
        ? history
        : {
            ...history,
            prompts: [
              {
                id: 'e',
                deal: history.deal.id,
                prompt: 'x',
                signal: '',
                basis: 'x',
                kind: 'asked' as const,
                at: at('2026-11-06', 10),
                until: null,
              },
            ],
          },
    );
    expect(todayOf(asked).touch).toHaveLength(3);
  });

  it('proposes nothing on a day without work, and says so', () => {
    const sunday = todayOf([past(10_000)], {}, 'manager', moment('2026-11-08'));
    expect(sunday.touch).toEqual([]);
    expect(sunday.touchRest).toMatch(/^No working day/);
    expect(todayOf([past(10_000)])).toMatchObject({ touch: [{}], touchRest: null });
  });

  it('puts a deal whose questions led to proofs before one of the same weight whose did not', () => {
    const asked = (signal: string, proved: boolean, count: number) =>
      Array.from({ length: count }, (_, index) =>
        historyOf([{ on: '2026-06-01', stage: stage('Closed Won') }], {
          id: `${signal}-${index}`,
          prompts: (['asked', ...(proved ? (['proof-seen'] as const) : [])] as const).map((kind, at) => ({
            ...{ id: `${signal}-${index}-${at}`, deal: `${signal}-${index}`, prompt: `${signal}.manager.any`, signal },
            ...{ kind, basis: 'x', at: Date.parse(`2026-06-0${at + 1}T09:00:00Z`) },
          })),
        }),
      );
    const [date, step] = [past(50_000), seen({ nextStep: null, nextStepDue: null, stage: stage('Legal') })];
    const first = (...learnt: DealHistory[][]) => todayOf([date, step, ...learnt.flat()]).touch[0]?.deal;
    const [dates, steps] = ['close-date-past', 'no-next-step'] as const;
    expect(first()).toBe(date.deal.id);
    expect(first(asked(dates, false, 30), asked(steps, true, 30))).toBe(step.deal.id);
    expect(first(asked(dates, true, 30), asked(steps, false, 30))).toBe(date.deal.id);
  });

  it('keeps a week to twelve questions', () => {
    const many = Array.from({ length: 14 }, () => past(10_000));
    const asked = many.map((history) => ({
      ...history,
      prompts: [
        {
          id: 'e',
          deal: history.deal.id,
          prompt: 'x',
          signal: '',
          basis: 'x',
          kind: 'asked' as const,
          at: at('2026-11-03'),
          until: null,
        },
      ],
    }));
    expect(todayOf(asked).touch).toEqual([]);
    expect(todayOf(asked, {}, 'manager', moment('2026-11-09')).touch.length).toBeGreaterThan(0);
  });

  it('puts a promise that is due first', () => {
    const promise = seen({}, ['2026-10-28', '2026-11-06'], { promises: [{ by: '2026-11-04' }] });
    expect(todayOf([past(900_000), promise]).touch[0]).toMatchObject({
      deal: promise.deal.id,
      fact: expect.stringContaining('signed order form'),
    });
  });

  it('leaves stale deals to be looked at again and parked ones to wait', () => {
    const stale = seen({ closeDate: '2026-10-01' }, ['2026-10-10']);
    const parked = seen({ closeDate: '2026-10-20' }, undefined, { waits: [{}] });
    const today = todayOf([stale, parked]);
    expect(today.touch).toEqual([]);
    expect(today.lookAgain).toMatchObject({
      text: '1 deal to look at again',
      rows: [{ deal: stale.deal.id, detail: 'Last seen Sat 10 Oct' }],
    });
    expect(today.waiting).toMatchObject({
      rows: [{ deal: parked.deal.id, detail: 'Until Wed 2 Dec: their board meets' }],
    });
  });

  it('gives a rep their own deals, however the CRM writes the name, with the step first', () => {
    const mine = past(50_000, { owner: 'olsen,  Kim' });
    const other = past(90_000, { owner: 'Ada Byrne' });
    const today = todayOf([mine, other], { me: 'Kim Olsen' }, 'rep');
    expect(today.touch.map(({ deal }) => deal)).toEqual([mine.deal.id]);
    expect(today.touch[0]?.next).toBe('Next: Send the security answers, Thu 12 Nov.');
    expect(today.touch[0]?.fact).toContain('20 Oct');
  });
});
