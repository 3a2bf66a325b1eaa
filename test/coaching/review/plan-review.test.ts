import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange } from '../../../lib/coaching/review/arrange.ts';
import { planReview, type ReviewInput } from '../../../lib/coaching/review/plan-review.ts';
import { ofCard } from '../../../lib/coaching/review/review-deal.ts';
import { MONDAY_TO_FRIDAY } from '../../../lib/deal/day.ts';
import { money } from '../../../lib/deal/money.ts';
import type { DealHistory } from '../../../lib/history/types.ts';
import { FORBIDDEN } from '../forbidden.ts';
import { at, CALM, cardOf, historyOf, type Look, moment, textsIn, usd } from '../make-history.ts';
import { PROMPTS } from '../packaged-prompts.ts';
import { randomDay, randomHistory } from '../random-history.ts';
import { planOf, reviewDeal } from './make-review.ts';

const NOW = moment('2026-11-06');
const SEEN = ['2026-11-04', '2026-11-06'];

function deal(id: string, fields: Partial<Omit<Look, 'on'>>, days = SEEN, extras = {}): DealHistory {
  return historyOf(
    days.map((on) => ({ name: id, amount: usd(50_000), ...CALM, ...fields, on })),
    { id, ...extras },
  );
}

/** A date that is past calls for a question. */
const past = (id: string, fields: Partial<Omit<Look, 'on'>> = {}, days = SEEN, extras = {}) =>
  deal(id, { closeDate: '2026-10-20', ...fields }, days, extras);

const settings = { calendar: MONDAY_TO_FRIDAY, fiscalYearStart: 1, me: null, locale: 'en-GB' };
const plan = (histories: DealHistory[], more: Partial<ReviewInput> = {}) =>
  planReview({ histories, catalogue: PROMPTS, role: 'manager', moment: NOW, settings, roster: [], ...more });
const EVERYBODY = { by: 'person', person: null, all: true } as const;
const ids = (deals: readonly { deal: string }[]) => deals.map((each) => each.deal);

describe('which deals are talked about', () => {
  it('takes promises whose day has come, moves the wrong way and reasons, and no calm deal', () => {
    const due = deal('due', {}, SEEN, { promises: [{ by: '2026-11-04' }] });
    const moved = historyOf(
      [
        { on: '2026-11-02', name: 'moved', amount: usd(84_000), ...CALM },
        { on: '2026-11-06', name: 'moved', amount: usd(61_000), ...CALM },
      ],
      { id: 'moved' },
    );
    const { deals } = plan([deal('calm', {}), past('past'), moved, due]);
    expect(ids(deals)[0]).toBe('due');
    expect(ids(deals).sort()).toEqual(['due', 'moved', 'past']);
    const talk = ofCard(cardOf(due, 'manager', NOW));
    expect(talk).toMatchObject({ due: { what: 'signed order form', who: 'Ben', side: 'theirs' }, buyer: 'Ben' });
  });

  it('lets parked, snoozed, settled and closed deals rest', () => {
    const waits = [{ until: '2026-12-02' }];
    const snoozed = [{ kind: 'snoozed' as const, at: at('2026-11-05'), until: '2026-11-10' }];
    const basis = cardOf(past('settled'), 'manager', NOW).prompt?.basis ?? '';
    const settled = [{ kind: 'proof-seen' as const, basis }];
    const { deals } = plan([
      past('parked', {}, SEEN, { waits }),
      past('snoozed', {}, SEEN, { prompts: snoozed }),
      past('won', { outcome: 'won' }),
    ]);
    expect(ids(deals)).toEqual([]);
    const again = plan([past('settled', {}, SEEN, { prompts: settled })]).deals;
    expect(ids(again)).toEqual([]);
  });

  it('says of what was not seen for two weeks only that it waits for a look', () => {
    const { deals, lookAgain } = plan([past('stale', {}, ['2026-10-02', '2026-10-10']), past('fresh')]);
    expect(ids(deals)).toEqual(['fresh']);
    expect(ids(lookAgain as { deal: string }[])).toEqual(['stale']);
  });

  it('shows a rep their own deals alone', () => {
    const histories = [past('mine', { owner: 'Olsen, Kim' }), past('other', { owner: 'Ada Brandt' })];
    const own = plan(histories, { role: 'rep', settings: { ...settings, me: 'Kim Olsen' } });
    expect(ids(own.deals)).toEqual(['mine']);
    expect(plan(histories).deals).toHaveLength(2);
  });
});

describe('in which order', () => {
  const histories = [
    past('z', { owner: 'Zoe Lind', amount: usd(900_000) }),
    past('a', { owner: 'Ada Brandt', amount: usd(10_000) }),
    past('k1', { owner: 'Olsen, Kim', amount: usd(40_000) }),
    past('k2', { owner: 'kolsen', amount: usd(30_000) }),
    past('none', { owner: null, amount: usd(2_000_000) }),
  ];

  it('follows the roster, then the alphabet, and never the weight of somebody’s deals', () => {
    const roster = [
      { name: 'Kim Olsen', aliases: ['kolsen'] },
      { name: 'Nobody Here', aliases: [] },
    ];
    const planned = plan(histories, { roster });
    expect(planned.people).toEqual(['Kim Olsen', 'Ada Brandt', 'Zoe Lind', '']);
    expect(ids(arrange(planned, EVERYBODY))).toEqual(['k1', 'k2', 'a', 'z', 'none']);
    expect(plan(histories).people).toEqual(['Ada Brandt', 'kolsen', 'Olsen, Kim', 'Zoe Lind', '']);
  });

  it('or the largest first, each currency by its own measure', () => {
    expect(ids(arrange(plan(histories), { ...EVERYBODY, by: 'value' }))).toEqual(['none', 'z', 'k1', 'k2', 'a']);
    const yen = [1, 2, 3].map((n) => past(`y${n}`, { amount: money(n * 1_000_000, 'JPY') }));
    const mixed = arrange(plan([past('d', { amount: usd(50_000) }), ...yen]), { ...EVERYBODY, by: 'value' });
    expect([ids(mixed)[0], ids(mixed).at(-1)]).toEqual(['y3', 'y1']);
  });

  it('takes one person’s deals alone', () => {
    expect(ids(arrange(plan(histories), { ...EVERYBODY, person: 'Zoe Lind' }))).toEqual(['z']);
    expect(ids(arrange(plan(histories), { ...EVERYBODY, person: '' }))).toEqual(['none']);
  });
});

describe('how many', () => {
  it('holds what is left of a week’s twelve, and all where that is asked for', () => {
    const asked = [{ kind: 'asked' as const, basis: 'x', at: at('2026-11-05') }];
    const many = Array.from({ length: 20 }, (_, n) => past(`d${n}`));
    const planned = plan([...many, deal('asked', {}, SEEN, { prompts: asked })]);
    expect(planned.budget).toBe(11);
    expect(arrange(planned, { ...EVERYBODY, all: false })).toHaveLength(11);
    expect(arrange(planned, EVERYBODY)).toHaveLength(20);
  });

  it('cuts by what presses most, whatever the order of the talk', () => {
    const deals = ['first', 'second', 'third'].map((id, n) => reviewDeal(id, { value: n }));
    const cut = arrange(planOf(deals, { budget: 2 }), { by: 'value', person: null, all: false });
    expect(ids(cut)).toEqual(['second', 'first']);
  });

  it('leaves out what was asked and waits for its answer, but where all are gone through', () => {
    const deals = [reviewDeal('asked', { askedOn: 'Tue 3 Nov' }), reviewDeal('new')];
    expect(ids(arrange(planOf(deals), { ...EVERYBODY, all: false }))).toEqual(['new']);
    expect(ids(arrange(planOf(deals), EVERYBODY))).toEqual(['asked', 'new']);
  });
});

describe('whatever the histories', () => {
  const words = (histories: DealHistory[], day: string, role: 'manager' | 'rep') =>
    plan(histories, { moment: moment(day), role });

  it('plans each deal once, for somebody who is named, with a fact', () => {
    fc.assert(
      fc.property(fc.array(randomHistory, { maxLength: 5 }), randomDay, (found, day) => {
        const histories = found.map((each, n) => ({ ...each, deal: { ...each.deal, id: `deal-${n}` } }));
        const planned = words(histories, day, 'manager');
        const all = arrange(planned, EVERYBODY);
        expect(new Set(ids(all)).size).toBe(all.length);
        expect(ids(all).sort()).toEqual(ids(planned.deals).sort());
        expect(ids(arrange(planned, { ...EVERYBODY, by: 'value' })).sort()).toEqual(ids(all).sort());
        const people = all.map(({ person }) => planned.people.indexOf(person));
        expect(people).toEqual([...people].sort((a, b) => a - b));
        expect(people).not.toContain(-1);
        const stale = new Set(planned.lookAgain.map((row) => row.deal));
        expect(all.filter(({ deal: id }) => stale.has(id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('uses no word that a rep must not read', () => {
    for (const role of ['manager', 'rep'] as const) {
      const planned = plan([past('one'), deal('two', {}, SEEN, { promises: [{ by: '2026-11-04' }] })], { role });
      for (const [path, text] of textsIn(planned.deals)) expect(text, path).not.toMatch(FORBIDDEN);
    }
  });
});
