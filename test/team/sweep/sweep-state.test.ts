import { describe, expect, it } from 'vitest';
import type { Day } from '../../../lib/deal/day.ts';
import { type Money, money } from '../../../lib/deal/money.ts';
import { emptySweep, type WeeklySweep } from '../../../lib/deal/sweep.ts';
import { weekOf } from '../../../lib/deal/week.ts';
import type { DealHistory } from '../../../lib/history/types.ts';
import type { ViewLook } from '../../../lib/history/view-visits.ts';
import { DEFAULT_SETTINGS, type PinnedView, type Settings } from '../../../lib/settings/settings.ts';
import { completed, completeEnds } from '../../../lib/team/sweep/complete-weeks.ts';
import { sweepState } from '../../../lib/team/sweep/sweep-state.ts';
import { viewState as stateOfVisits } from '../../../lib/team/sweep/view-state.ts';
import { visitsOf } from '../../../lib/team/sweep/visits.ts';
import { teamAt } from '../../../lib/team/team-deals.ts';
import { at, historyOf, type Look, moment, stage, usd } from '../../coaching/make-history.ts';

/** Friday; the week began on Monday the 23rd. */
const NOW = moment('2026-11-27');
const OPEN: PinnedView = {
  ...{ url: 'https://acme.example/open', crm: 'pipedrive', tenant: 'acme', page: 'list' },
  ...{ name: 'Open pipeline', kind: 'open', person: null },
};
const CLOSED: PinnedView = { ...OPEN, url: 'https://acme.example/won', name: 'Closed', kind: 'closed' };

const look = (day: Day, deals: string[], total: number | null, hour = 9, loaded = deals.length): ViewLook => ({
  ...{ at: at(day, hour), deals, rows: { loaded, total } },
});
/** The same look some minutes later, as a list is scrolled. */
const soon = (one: ViewLook): ViewLook => ({ ...one, at: one.at + 2 * 60_000 });
const deal = (id: string, days: Day[], more: Partial<Look> = {}): DealHistory =>
  historyOf(
    days.map((on) => ({
      name: id,
      owner: 'Ida',
      stage: stage('Legal'),
      amount: usd(1_000),
      ...more,
      on,
      page: 'list',
    })),
    { id },
  );

type Extras = {
  views?: PinnedView[];
  said?: Partial<WeeklySweep>;
  before?: WeeklySweep[];
  settings?: Partial<Settings>;
};

function inputOf(
  histories: DealHistory[],
  looks: Record<string, ViewLook[]>,
  { views = [OPEN], said, before = [], settings }: Extras = {},
) {
  return {
    team: teamAt(histories, NOW, { ...DEFAULT_SETTINGS, ...settings }),
    views,
    looks: new Map(Object.entries(looks)),
    said: { ...emptySweep(weekOf('2026-11-27', 1)), ...said },
    before,
  };
}
const stateOf = (...args: Parameters<typeof inputOf>) => sweepState(inputOf(...args));

const viewState = (looks: ViewLook[], since: number, saidWhole: boolean) =>
  stateOfVisits(
    visitsOf(looks, () => saidWhole),
    since,
  );

describe('how far a view was read', () => {
  const monday = at('2026-11-23', 0);

  it('joins the pieces of one visit, and says when it is whole', () => {
    const pieces = [look('2026-11-24', ['a', 'b'], 3, 9), look('2026-11-24', ['b', 'c'], 3, 9)];
    expect(viewState(pieces.slice(0, 1), monday, false)).toMatchObject({ reach: 'part', rows: 2, total: 3 });
    expect(viewState(pieces, monday, false)).toMatchObject({ reach: 'whole', deals: ['a', 'b', 'c'] });
  });

  it('begins anew where the count changed while it was read, and on another visit', () => {
    const won = [look('2026-11-24', ['a', 'b', 'c'], 3, 9), look('2026-11-24', ['a'], 2, 9)];
    expect(viewState(won, monday, false)).toMatchObject({ reach: 'part', rows: 1, total: 2 });
    const later = [look('2026-11-24', ['a', 'b'], 3, 9), look('2026-11-24', ['c'], 3, 15)];
    expect(viewState(later, monday, false)).toMatchObject({ reach: 'part', rows: 1 });
  });

  it('says that the list changed while it was read: by another count, or by more deals than it counts', () => {
    const counted = [look('2026-11-24', ['a', 'b'], 3), look('2026-11-24', ['b'], 2)];
    expect(viewState(counted, monday, false)).toMatchObject({ reach: 'part', rows: 1, total: 2, anew: 'count' });
    // One went and one came: three rows as before, of which four deals were read.
    const swapped = [look('2026-11-24', ['a', 'b'], 3), look('2026-11-24', ['c', 'd'], 3)];
    expect(viewState(swapped, monday, false)).toMatchObject({ reach: 'part', deals: ['c', 'd'], anew: 'rows' });
    const again = [...swapped, look('2026-11-24', ['b'], 3)];
    expect(viewState(again, monday, false)).toMatchObject({ reach: 'whole', deals: ['c', 'd', 'b'] });
    const later = [look('2026-11-24', ['a'], 3, 9), look('2026-11-24', ['b'], 2, 15)];
    expect(viewState(later, monday, false).anew).toBeNull();
  });

  it('does not count last week, and takes the user’s word where the page has no count', () => {
    expect(viewState([look('2026-11-20', ['a'], 1)], monday, false).reach).toBe('not-opened');
    const uncounted = [look('2026-11-24', ['a'], null)];
    expect(viewState(uncounted, monday, false).reach).toBe('uncounted');
    expect(viewState(uncounted, monday, true).reach).toBe('whole');
  });

  it('is whole only where every row is a deal on record, or by the user’s word', () => {
    const unmatched = [look('2026-11-24', ['a'], 3, 9, 3)];
    expect(viewState(unmatched, monday, false)).toMatchObject({ reach: 'unmatched', rows: 3 });
    expect(viewState(unmatched, monday, true).reach).toBe('whole');
  });
});

describe('this week’s sweep', () => {
  const week = (id: string, more = {}) => deal(id, ['2026-11-17', '2026-11-24'], more);

  it('counts what is fresh, and names what is to open, oldest first', () => {
    const state = stateOf([week('a'), week('b'), deal('c', ['2026-11-10']), deal('d', ['2026-11-03'])], {
      [OPEN.url]: [look('2026-11-24', ['a', 'b'], 2)],
    });
    expect(state.fresh.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(state.toOpen.map(({ id }) => id)).toEqual(['d', 'c']);
    expect(state.isComplete).toBe(true);
  });

  it('asks what became of a deal that is gone from the view, until it was said or seen', () => {
    const histories = [week('a'), week('b'), deal('gone', ['2026-11-17'])];
    const looks = { [OPEN.url]: [look('2026-11-17', ['a', 'b', 'gone'], 3), look('2026-11-24', ['a', 'b'], 2)] };
    const asked = stateOf(histories, looks);
    expect(asked.queue).toMatchObject([{ deal: { id: 'gone' }, stoodAt: at('2026-11-17') }]);
    expect([asked.isComplete, asked.toOpen]).toEqual([false, []]);
    const filtered = [{ deal: 'gone', at: at('2026-11-25') }];
    expect(stateOf(histories, looks, { said: { filtered } })).toMatchObject({ queue: [], isComplete: true });
    const won = historyOf(
      [
        { on: '2026-11-17', name: 'gone', stage: stage('Legal') },
        { on: '2026-11-25', outcome: 'won' },
      ],
      { id: 'gone' },
    );
    expect(stateOf([week('a'), week('b'), won], looks).queue).toEqual([]);
    const seen = historyOf(
      [
        { on: '2026-11-17', name: 'gone', stage: stage('Legal'), page: 'list' },
        { on: '2026-11-26', name: 'gone', stage: stage('Legal'), page: 'record' },
      ],
      { id: 'gone' },
    );
    expect(stateOf([week('a'), week('b'), seen], looks)).toMatchObject({ queue: [], isComplete: true });
  });

  it('says nothing of what is gone while the view was read in part, and is not complete then', () => {
    const looks = { [OPEN.url]: [look('2026-11-17', ['a', 'gone'], 2), look('2026-11-24', ['a'], 2)] };
    expect(stateOf([week('a'), deal('gone', ['2026-11-17'])], looks)).toMatchObject({ queue: [], isComplete: false });
  });

  it('asks for what is gone from a list without a count once the user said of both looks that they were whole', () => {
    const histories = [week('a'), deal('b', ['2026-11-17']), week('c')];
    const looks = { [OPEN.url]: [look('2026-11-17', ['a', 'b', 'c'], null), look('2026-11-24', ['a', 'c'], null)] };
    const whole = [OPEN.url];
    const before = [{ ...emptySweep(weekOf('2026-11-17', 1)), whole }];
    expect(stateOf(histories, looks, { said: { whole } }).queue).toEqual([]);
    expect(stateOf(histories, looks, { before }).queue).toEqual([]);
    const asked = stateOf(histories, looks, { said: { whole }, before });
    expect(asked.queue.map(({ deal }) => deal.id)).toEqual(['b']);
    expect(asked.views[0]?.state).toMatchObject({ reach: 'whole', total: null });
  });

  it('does not count a view with half of its deals gone, for it has another filter, until the user says that it is all', () => {
    const histories = [week('a'), ...['b', 'c', 'd'].map((id) => deal(id, ['2026-11-17']))];
    const looks = { [OPEN.url]: [look('2026-11-17', ['a', 'b', 'c', 'd'], 4), look('2026-11-24', ['a'], 1)] };
    const hidden = stateOf(histories, looks);
    expect(hidden).toMatchObject({ queue: [], isComplete: false, views: [{ state: { reach: 'other' } }] });
    expect(stateOf(histories, looks, { said: { whole: [OPEN.url] } }).queue).toHaveLength(3);
  });

  it('goes on asking for what is gone, however often the view is opened, and for what went at different times', () => {
    const histories = [week('a'), week('b'), week('c'), deal('x', ['2026-11-17']), deal('y', ['2026-11-24'])];
    const looks = {
      [OPEN.url]: [
        look('2026-11-17', ['a', 'b', 'c', 'x', 'y'], 5),
        look('2026-11-24', ['a', 'b', 'c', 'y'], 4, 8),
        look('2026-11-24', ['a', 'b', 'c'], 3, 10),
        look('2026-11-25', ['a', 'b', 'c'], 3),
      ],
    };
    const asked = stateOf(histories, looks);
    expect(asked.queue.map(({ deal }) => deal.id).toSorted()).toEqual(['x', 'y']);
    expect(asked.isComplete).toBe(false);
  });

  it('asks for what went while the list was read for the first time, but not for what a filter took away', () => {
    const histories = [week('a'), week('b'), deal('gone', ['2026-11-24'])];
    const read = [look('2026-11-24', ['a', 'gone'], 3), soon(look('2026-11-24', ['a', 'b'], 2))];
    const asked = stateOf(histories, { [OPEN.url]: read });
    expect(asked.queue.map(({ deal }) => deal.id)).toEqual(['gone']);
    expect(asked.fresh.map(({ id }) => id)).toEqual(['a', 'b']);
    const filtered = [look('2026-11-24', ['a', 'b', 'gone'], 4), soon(look('2026-11-24', ['a'], 1))];
    expect(stateOf(histories, { [OPEN.url]: filtered }).queue).toEqual([]);
    const later = [look('2026-11-24', ['a', 'gone'], 3, 9), look('2026-11-24', ['a', 'b'], 2, 15)];
    expect(stateOf(histories, { [OPEN.url]: later }).queue).toEqual([]);
  });

  it('is not answered by a view of closed deals that shows no outcome', () => {
    const histories = [week('a'), week('b'), deal('gone', ['2026-11-17', '2026-11-25'])];
    const looks = {
      [OPEN.url]: [look('2026-11-17', ['a', 'b', 'gone'], 3), look('2026-11-24', ['a', 'b'], 2)],
      [CLOSED.url]: [look('2026-11-25', ['gone'], 1)],
    };
    const asked = stateOf(histories, looks, { views: [OPEN, CLOSED] });
    expect(asked.queue).toMatchObject([{ deal: { id: 'gone' } }]);
    expect(asked.closed.onlyThere).toMatchObject([{ id: 'gone' }]);
  });

  it('is not complete without a view of open deals', () => {
    expect(stateOf([week('a')], { [CLOSED.url]: [look('2026-11-24', ['a'], 1)] }, { views: [CLOSED] }).isComplete).toBe(
      false,
    );
    expect(stateOf([week('a')], {}, { views: [] }).isComplete).toBe(false);
  });
});

describe('closed, by the CRM and by what is on record', () => {
  const won = (id: string, amount: number, currency = 'USD') =>
    historyOf(
      [
        { on: '2026-11-17', name: id, stage: stage('Legal'), amount: money(amount, currency) },
        { on: '2026-11-24', stage: stage('Closed Won'), closeDate: '2026-11-20' },
      ],
      { id },
    );

  it('holds what was typed against ours, currency by currency', () => {
    const { closed } = stateOf([won('a', 5_000), won('b', 700, 'EUR')], {}, { said: { closed: [usd(6_500)] } });
    expect(closed).toMatchObject({ count: 2, ours: [usd(5_000), money(700, 'EUR')] });
    // Of euros nothing was typed: nothing is said of them.
    expect(closed.typed).toEqual([{ on: null, theirs: [usd(6_500)], apart: [usd(1_500)] }]);
    expect(stateOf([won('a', 5_000)], {}).closed.typed).toEqual([]);
  });

  it('keeps what was typed in an earlier week of the quarter, until that currency is typed again', () => {
    const typed = (day: Day, closed: Money[]) => ({ ...emptySweep(weekOf(day, 1)), closed, closedOn: day });
    const eur = (amount: number) => money(amount, 'EUR');
    const before = [
      typed('2026-09-24', [money(9, 'GBP')]),
      typed('2026-10-08', [eur(500), usd(4_000)]),
      typed('2026-11-12', [usd(4_500)]),
    ];
    const all = [won('a', 5_000), won('b', 700, 'EUR')];
    expect(stateOf(all, {}, { before }).closed.typed).toEqual([
      { on: '2026-11-12', theirs: [usd(4_500)], apart: [usd(-500)] },
      { on: '2026-10-08', theirs: [eur(500)], apart: [eur(-200)] },
    ]);
    expect(stateOf(all, {}, { before, said: { closed: [usd(5_000)], closedOn: '2026-11-26' } }).closed.typed).toEqual([
      { on: null, theirs: [usd(5_000)], apart: [usd(0)] },
      { on: '2026-10-08', theirs: [eur(500)], apart: [eur(-200)] },
    ]);
  });

  it('names the deals of a view of closed deals that are not won here, and the other way round', () => {
    const open = deal('c', ['2026-11-24']);
    const views = [CLOSED];
    const looks = { [CLOSED.url]: [look('2026-11-24', ['a', 'c'], 2)] };
    const { closed } = stateOf([won('a', 1), won('b', 1), open], looks, { views });
    expect(closed.onlyThere?.map(({ id }) => id)).toEqual(['c']);
    expect(closed.onlyHere?.map(({ id }) => id)).toEqual(['b']);
    expect(stateOf([won('a', 1)], {}, { views }).closed.onlyThere).toBeNull();
  });
});

describe('a weekly state', () => {
  it('is completed once, with the deals that were seen in its week', () => {
    const histories = [deal('a', ['2026-11-24']), deal('old', ['2026-11-10'])];
    const input = inputOf(histories, { [OPEN.url]: [look('2026-11-24', ['a'], 1)] });
    const done = completed(input);
    expect(done).toMatchObject({ completedAt: NOW.asOf, covered: ['a'] });
    expect(completed({ ...input, said: done ?? input.said })).toBeNull();
    expect(completed({ ...input, looks: new Map() })).toBeNull();
    expect(completeEnds([emptySweep(weekOf('2026-11-16', 1)), done ?? input.said])).toEqual([NOW.asOf]);
  });
});
