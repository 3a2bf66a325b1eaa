// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ForecastView } from '../../components/forecast-view.tsx';
import type { ForecastCall } from '../../lib/deal/forecast-call.ts';
import { quarterOf } from '../../lib/deal/quarter.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';
import { type ForecastScreen, forecastScreen } from '../../lib/team/forecast/forecast-screen.ts';
import { teamAt } from '../../lib/team/team-deals.ts';
import { FORBIDDEN } from '../coaching/forbidden.ts';
import { at, historyOf, type Look, moment, stage, textsIn, usd } from '../coaching/make-history.ts';

afterEach(cleanup);

const NOW = moment('2026-11-20', 18);
const person = (name: string) => ({ name, aliases: [], team: null, mine: null });
const PEOPLE = [person('Tom Veld'), person('Ida Norrgard')];

const deal = (id: string, amount: number | null, look: Partial<Look>) =>
  historyOf(
    [
      {
        ...{ on: '2026-11-19', name: id, owner: 'Ida Norrgard', stage: stage('Legal'), closeDate: '2026-12-10' },
        amount: amount === null ? null : usd(amount),
        ...look,
      },
    ],
    { id },
  );
const DEALS = [
  deal('won', 80_000, { stage: stage('Closed Won'), closeDate: '2026-10-20' }),
  deal('sure', 20_000, { forecastCategory: 'Commit' }),
  deal('likely', 10_000, { owner: 'Tom Veld', stage: stage('Proposal') }),
  deal('bare', null, { forecastCategory: 'Commit' }),
  deal('dateless', 7_000, { closeDate: null }),
  deal('nobody', 3_000, { owner: null, forecastCategory: 'Best Case' }),
];

const call = (more: Partial<ForecastCall>): ForecastCall => ({
  ...{ id: JSON.stringify(more), quarter: '2026-Q4', by: 'manager', person: null, amount: usd(115_000) },
  saidAt: at('2026-11-18'),
  ...more,
});

/** Two quarters in which half of what was due was won. */
const PAST = {
  seen: [quarterOf('2026-08-01', 1), quarterOf('2026-05-01', 1)],
  periods: [0, 1].map(() => ({
    due: Array.from({ length: 20 }, (_, at) => ({ traits: { at: [0], x: [0] }, won: (at % 2) as 0 | 1 })),
    fresh: [],
  })),
};

type Shown = {
  deals?: DealHistory[];
  calls?: ForecastCall[];
  settings?: Partial<Settings>;
  ready?: boolean;
  quarter?: string;
};

function show({ deals = DEALS, calls = [], settings = {}, ready = false, quarter }: Shown = {}) {
  const team = teamAt(deals, NOW, { ...DEFAULT_SETTINGS, people: PEOPLE, ...settings });
  const past = () => (ready ? PAST : { seen: PAST.seen.slice(0, 1), periods: [] });
  const built = forecastScreen(
    { team, calls, past, choice: { quarter: quarter ?? null } },
    settings.role ?? 'manager',
    'en-GB',
  );
  const [choose, say] = [vi.fn(), vi.fn(async () => {})];
  render(<ForecastView screen={built} locale="en-GB" choose={choose} say={say} />);
  return { built, choose, say };
}

/** As a browser tells it: the library's own way takes a change for what is typed. */
function choose(label: string, value: string) {
  const select = screen.getByLabelText<HTMLSelectElement>(label);
  select.value = value;
  fireEvent(select, new Event('change', { bubbles: true }));
}

const cells = () =>
  [...screen.getByRole('region', { name: 'By person and category' }).querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map(({ textContent }) => (textContent ?? '').replaceAll('K', 'k')),
  );

describe('the table', () => {
  it('stands in roster order, with calls beside sums, and those without an owner last', () => {
    show({ calls: [call({}), call({ by: 'rep', person: 'Ida Norrgard', amount: usd(95_000) })] });
    expect(cells()).toEqual([
      ['Who', 'Closed', 'Commit', 'Best case', 'Pipeline', 'No date', 'Rep’s call', 'Manager’s call', 'Ours'],
      [
        ...['Everybody', 'US$80k', 'US$20k', 'US$13k', '–', 'US$7k', 'US$95,0001 of 2 people said'],
        ...['US$115,000said Wed 18 Nov', '–'],
      ].map((text) => text.replaceAll('US$', '$')),
      ['Tom Veld', '–', '–', '$10k', '–', '–', '–', '–', '–'],
      ['Ida Norrgard', '$80k', '$20k', '–', '–', '$7k', '$95,000said Wed 18 Nov', '–', '–'],
      ['No owner seen', '–', '–', '$3k', '–', '–', '–', '–', '–'],
    ]);
  });

  it('opens a sum to its deals and closes it again', () => {
    show();
    const sum = screen.getByRole('button', { name: /^\$20k, Commit, Ida Norrgard$/i });
    fireEvent.click(sum);
    const deals = screen.getByRole('region', { name: 'Deals behind the sum' });
    expect(
      within(deals)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['sure', 'bare']);
    fireEvent.click(sum);
    expect(screen.queryByRole('region', { name: 'Deals behind the sum' })).toBeNull();
  });

  it('says which deals stand in it by their stage, without an amount, and without a date', () => {
    show();
    expect(screen.getByText(/^No forecast category was seen of 1 deal:/)).toBeTruthy();
    expect(screen.getByText('1 deal without an amount: counted, in no sum.')).toBeTruthy();
    expect(screen.getByText('Deals without a close date are in no forecast.')).toBeTruthy();
  });
});

describe('a call', () => {
  it('is typed for everybody or one person, nothing among it, and said back', async () => {
    const { say } = show();
    const form = screen.getByRole('form', { name: 'Your call for Q4 2026' });
    choose('Your call for', '2');
    fireEvent.input(within(form).getByLabelText('Q4 2026 will bring in all'), { target: { value: '0' } });
    fireEvent.submit(form);
    await waitFor(() =>
      expect(within(form).getByRole('status').textContent).toBe('Said: $0 for Q4 2026, Ida Norrgard.'),
    );
    expect(say).toHaveBeenCalledWith({ quarter: '2026-Q4', person: 'Ida Norrgard', amount: usd(0) });
    fireEvent.input(within(form).getByLabelText('Q4 2026 will bring in all'), { target: { value: 'many' } });
    fireEvent.submit(form);
    expect(say).toHaveBeenCalledTimes(1);
  });

  it('is a rep’s own, of whom nobody else is shown; without a name it says what to do', () => {
    const { built } = show({ settings: { role: 'rep', me: 'Tom Veld' }, calls: [call({})] });
    expect(cells().map(([who]) => who)).toEqual(['Who', 'Tom Veld']);
    expect(JSON.stringify(built)).not.toContain('Ida');
    expect(screen.queryByLabelText('Your call for')).toBeNull();
    for (const [path, text] of textsIn(built)) expect(text, path).not.toMatch(FORBIDDEN);
    expect(document.body.textContent).not.toMatch(FORBIDDEN);
    cleanup();
    show({ settings: { role: 'rep' } });
    expect(screen.getByRole('link', { name: 'say who you are' })).toBeTruthy();
  });
});

describe('our own account', () => {
  it('says what is missing and what brings it, before it can be told', () => {
    show();
    const ours = within(screen.getByRole('region', { name: 'Ours' }));
    expect(ours.getByText(/2 whole quarters must have been seen.*so far Q3 2026.*ends on 31 Dec\./i)).toBeTruthy();
    expect(ours.getByText(/from 50 deals on/)).toBeTruthy();
    expect(ours.getByRole('link', { name: 'read in a file' })).toBeTruthy();
  });

  it('tells the spread in words, with the goal, and the deals that decide it', () => {
    const goal = { quarter: '2026-Q4', amount: usd(100_000) };
    const { built } = show({ ready: true, settings: { goal, homeCurrency: 'USD' } });
    const ours = built.ours?.ready ? built.ours : null;
    // 80 closed; 20, 10 and 3 that are even: at least 80, at most 113.
    expect(ours?.p10).toBeGreaterThanOrEqual(8_000_000);
    expect(ours?.p90).toBeLessThanOrEqual(11_300_000);
    const region = within(screen.getByRole('region', { name: 'Ours' }));
    expect(
      region.getByText(/half of them reach .* The goal, \$100k, is reached in (4|5|6)\d % of them\./i),
    ).toBeTruthy();
    const decided = within(region.getByRole('region', { name: 'Which deals decide it' })).getAllByRole('row');
    expect(decided[1]?.textContent).toContain('sure');
    // Without it the others come to 93 at the most.
    expect(ours?.deciding[0]).toMatchObject({
      deal: 'sure',
      lost: { reaches: 'under 1 %' },
      won: { reaches: 'over 99 %' },
    });
    expect(region.getByText(/in it with nothing: 1 deal\./)).toBeTruthy();
    for (const [path, text] of textsIn(built)) expect(text, path).not.toMatch(FORBIDDEN);
  });
});

it('shows of a quarter that is over what closed and what was called', () => {
  const old = historyOf(
    [
      {
        on: '2026-07-01',
        name: 'early',
        owner: 'Tom Veld',
        stage: stage('Legal'),
        closeDate: '2026-09-01',
        amount: usd(5_000),
      },
      { on: '2026-09-03', stage: stage('Closed Won'), closeDate: '2026-09-02' },
    ],
    { id: 'early' },
  );
  const said = call({ quarter: '2026-Q3', saidAt: at('2026-07-03'), amount: usd(6_000) });
  const { choose: chosen } = show({ deals: [...DEALS, old], calls: [said], quarter: '2026-Q3' });
  expect(cells()[0]).toEqual(['Who', 'Closed', 'Rep’s call', 'Manager’s call']);
  expect(screen.queryByRole('region', { name: 'Ours' })).toBeNull();
  const held = within(screen.getByRole('region', { name: 'Calls and what came' }));
  expect(held.getByText(/1 quarter that ended: too few to say/)).toBeTruthy();
  expect(held.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual([
    '$6,000',
    '$6,000',
    '$6,000',
    '$5,000',
  ]);
  choose('Quarter', '2026-Q4');
  expect(chosen).toHaveBeenCalledWith('2026-Q4');
});

it('says what to do where nothing is due or closed', () => {
  const built: ForecastScreen = show({ deals: [deal('later', 1_000, { closeDate: '2027-08-01' })] }).built;
  expect(built.ladders).toEqual([]);
  const next = screen.getByRole('region', { name: 'What to do next' });
  expect(within(next).getByRole('link', { name: 'read in a file' })).toBeTruthy();
});
