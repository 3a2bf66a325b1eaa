import { describe, expect, it } from 'vitest';
import { buildListCard, type ListCardInput } from '../../lib/coaching/build-list-card.ts';
import type { ListLook, ListRow } from '../../lib/coaching/list-look.ts';
import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { at, CALM, historyOf, type Look, moment, stage, usd } from './make-history.ts';

const NOW = moment('2026-11-06');

let made = 0;

function seen(fields: Partial<Omit<Look, 'on'>>, extras = {}): DealHistory {
  const id = `deal-${++made}`;
  const days = ['2026-11-04', '2026-11-06'];
  return historyOf(
    days.map((on) => ({ name: id, amount: usd(50_000), ...CALM, ...fields, on })),
    { id, ...extras },
  );
}

const quiet = () => seen({});
const past = (amount: number, fields: Partial<Omit<Look, 'on'>> = {}, extras = {}) =>
  seen({ amount: usd(amount), closeDate: '2026-09-20', ...fields }, extras);

const rowOf = ({ deal }: DealHistory): ListRow => ({
  recordId: `r-${deal.id}`,
  deal: deal.id,
  name: deal.id,
  url: deal.url,
});

function listOf(histories: DealHistory[], more: Partial<ListCardInput> = {}, look: Partial<ListLook> = {}) {
  return buildListCard({
    look: {
      url: 'https://acme.example.com/deals',
      page: 'list',
      rows: histories.map(rowOf),
      shown: ['name', 'stage', 'amount', 'closeDate', 'nextStep', 'lastActivity'],
      loaded: histories.length,
      total: histories.length,
      sums: null,
      ...look,
    },
    histories,
    team: null,
    role: 'manager',
    moment: NOW,
    settings: { calendar: MONDAY_TO_FRIDAY, me: null, locale: 'en-GB' },
    marksOn: true,
    gone: null,
    ...more,
  });
}

describe('a list’s card', () => {
  it('marks the deals that call for a look, and no others', () => {
    const late = past(80_000);
    const list = listOf([quiet(), late, quiet(), quiet()]);
    expect(list.pill).toBe('1 to look at');
    expect(list.line1).toBe('1 of 4 open deals here calls for a look, $80k together.');
    expect(list.marks).toEqual([
      {
        recordId: `r-${late.deal.id}`,
        deal: late.deal.id,
        shape: expect.stringMatching(/half|diamond/),
        text: 'date past',
        fact: expect.stringContaining('20 Sept'),
      },
    ]);
    expect(list.touch.map(({ deal, amount }) => [deal, amount])).toEqual([[late.deal.id, '$80k']]);
    expect([list.rest, list.unmatched, list.advice]).toEqual([null, null, null]);
  });

  it('says so where nothing calls for a look, or no deal is open', () => {
    expect(listOf([quiet(), quiet()])).toMatchObject({ pill: 'Quiet', band: 'quiet', marks: [] });
    const won = seen({ stage: stage('Closed Won') });
    expect(listOf([won]).line1).toBe('No open deal stands in this view.');
  });

  it('marks only the largest where more than a quarter call for a look, and counts the rest', () => {
    const late = [10, 90, 30, 70, 50, 20].map((thousands) => past(thousands * 1_000));
    const list = listOf([...late, ...Array.from({ length: 10 }, quiet)]);
    expect(list.marks.map(({ deal }) => deal)).toEqual([1, 3, 4, 2].map((place) => late[place]?.deal.id));
    expect(list.rest).toBe('Only the largest are marked in the list; 2 more deals stand here.');
    expect(list.touch).toHaveLength(6);
  });

  it('lets parked and snoozed deals rest', () => {
    const parked = past(1_000, {}, { waits: [{ until: '2026-11-20', madeAt: at('2026-11-05'), what: 'Budget' }] });
    const snoozed = past(1_000, {}, { prompts: [{ kind: 'snoozed', at: at('2026-11-05'), until: '2026-11-20' }] });
    expect(listOf([parked, snoozed, quiet()]).marks).toEqual([]);
  });

  it('shows a rep their own deals alone', () => {
    const mine = past(1_000);
    const theirs = past(9_000, { owner: 'Ana Reis' });
    const settings = { calendar: MONDAY_TO_FRIDAY, me: 'Olsen, Kim', locale: 'en-GB' };
    expect(listOf([mine, theirs], { role: 'rep', settings }).marks.map(({ deal }) => deal)).toEqual([mine.deal.id]);
  });

  it('marks no row without a record id, and lists it all the same', () => {
    const late = past(1_000);
    const list = listOf([late], {}, { rows: [{ ...rowOf(late), recordId: null }] });
    expect([list.marks.length, list.touch.length, list.rest?.includes('no record id')]).toEqual([0, 1, true]);
  });

  it('names the rows that agree with no single deal, and the columns that would say more', () => {
    const row = { recordId: null, deal: null, name: 'Depot lighting', url: null };
    const list = listOf([quiet()], {}, { rows: [row], shown: ['name', 'stage', 'amount', 'closeDate'] });
    expect(list.unmatched?.text).toContain('1 row shows no record id');
    expect(list.unmatched?.rows.map(({ name }) => name)).toEqual(['Depot lighting']);
    expect(list.advice).toBe(
      'This view does not show next step and last activity. Add both, and one list says it all.',
    );
  });

  it('puts the deal first where most is at stake', () => {
    const small = past(10_000);
    const large = past(400_000);
    expect(listOf([small, large, quiet()]).touch.map(({ deal }) => deal)).toEqual([large.deal.id, small.deal.id]);
  });

  it('marks a promise that is due with its own shape', () => {
    const due = seen({}, { promises: [{ what: 'Send the plan', by: '2026-11-05', madeAt: at('2026-11-02') }] });
    expect(listOf([due, quiet()]).marks).toMatchObject([{ shape: 'clock', text: 'promise due' }]);
  });
});

it('deals that are gone from the view are asked for, until a page says what became of them', () => {
  const here = [quiet(), quiet()];
  const missing = past(9_000);
  const won = seen({ outcome: 'won' });
  const lastLook = missing.sightings.at(-1)?.at ?? 0;
  const gone = { deals: [], stoodAt: lastLook, missedAt: lastLook + 1, histories: [missing, won] };
  const card = listOf(here, { gone });
  expect(card.gone?.text).toMatch(/^1 deal that stood here .+ is gone from this view: won, lost or filtered out\?$/);
  expect(card.gone?.rows.map(({ deal }) => deal)).toEqual([missing.deal.id]);
  expect(listOf(here, { gone: { ...gone, missedAt: lastLook } }).gone).toBeNull();
});
