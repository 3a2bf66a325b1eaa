/** Every sum of the forecast worked out a second time, from what the simulated CRM held when it was looked at. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Day, daysBetween } from '../../../lib/deal/day.ts';
import type { ForecastCall } from '../../../lib/deal/forecast-call.ts';
import { formatMoney, money } from '../../../lib/deal/money.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/settings.ts';
import { type ForecastScreen, forecastScreen } from '../../../lib/team/forecast/forecast-screen.ts';
import { pastOf } from '../../../lib/team/forecast/ours.ts';
import { LINES, type Line } from '../../../lib/team/forecast/say-lines.ts';
import { teamAt } from '../../../lib/team/team-deals.ts';
import { recordTeam } from '../../evaluate/record-team.ts';
import { type Seen, seenTruth } from '../seen-truth.ts';

const [SEED, END] = [11, '2026-11-27'];
const NOW = Date.parse(`${END}T12:00:00Z`);
const moment = { asOf: NOW, knownAt: NOW, timeZone: 'UTC' };

type Span = { id: string | null; from: Day; to: Day };
const RUNNING: Span = { id: null, from: '2026-10-01', to: '2026-12-31' };
const NEXT: Span = { id: '2027-Q1', from: '2027-01-01', to: '2027-03-31' };
const BEFORE: Span = { id: '2026-Q3', from: '2026-07-01', to: '2026-09-30' };

let seen: Seen[];
let histories: ReturnType<typeof recordTeam>;

beforeAll(() => {
  seen = [...seenTruth(SEED, END).values()];
  histories = recordTeam(SEED, END);
});

function screenOf(span: Span, more: Partial<Settings> = {}, calls: ForecastCall[] = []): ForecastScreen {
  const settings = { ...DEFAULT_SETTINGS, ...more };
  const team = teamAt(histories, moment, settings);
  const past = (quarter: Parameters<typeof pastOf>[2]) => pastOf(histories, team, quarter);
  return forecastScreen({ team, calls, past, choice: { quarter: span.id } }, settings.role, 'en-US');
}

/** What the forecast does with a deal, from what its page showed; by thirds of five stages where it showed no word. */
function lineOf({ outcome, last }: Seen, { from, to }: Span): Line | null {
  const date = last.closeDate as Day | null;
  if (outcome === 'won') return date !== null && date >= from && date <= to ? 'closed' : null;
  if (outcome === 'lost' || to < END) return null;
  if (date === null) return 'undated';
  if (date > to || (from > END && date < from)) return null;
  const word = last.forecastCategory as string | undefined;
  if (word !== undefined) {
    const lines: Record<string, Line> = {
      Commit: 'commit',
      'Best Case': 'best-case',
      Pipeline: 'pipeline',
      Omitted: 'omitted',
    };
    return lines[word] ?? null;
  }
  const stage = Number(last.stage);
  return stage >= 3 ? 'commit' : stage === 2 ? 'best-case' : 'pipeline';
}

function truthOf(span: Span, line: Line, owner: string | null): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const one of seen) {
    if (lineOf(one, span) !== line || (owner !== null && one.last.owner !== owner)) continue;
    const minor = Math.round(Number(one.last.amount) * (one.currency === 'JPY' ? 1 : 100));
    sums[one.currency] = (sums[one.currency] ?? 0) + minor;
  }
  return sums;
}

describe.each([
  ['running', RUNNING],
  ['next', NEXT],
  ['last', BEFORE],
])('the %s quarter', (_, span) => {
  it('has the sums of the truth, currency by currency, for everybody and for each', () => {
    const { all, people } = screenOf(span);
    expect(people.length).toBeGreaterThan(5);
    for (const row of [all, ...people]) {
      for (const line of LINES) {
        const said = Object.fromEntries(row.cells[line].sums.map(({ currency, minor }) => [currency, minor]));
        expect({ who: row.title, line, ...said }).toEqual({ who: row.title, line, ...truthOf(span, line, row.person) });
      }
    }
  });

  it('puts each deal into one line of one person, and all of them into everybody’s', () => {
    const { all, people, rows } = screenOf(span);
    for (const line of LINES) {
      expect(people.flatMap(({ cells }) => cells[line].deals).sort()).toEqual([...all.cells[line].deals].sort());
      expect(all.cells[line].deals.length).toBe(seen.filter((one) => lineOf(one, span) === line).length);
    }
    const ids = LINES.flatMap((line) => all.cells[line].deals);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(rows).sort()).toEqual(ids.sort());
  });
});

it('adds commit and best case to what is closed, one ladder per currency, the goal in its own', () => {
  const goal = { quarter: '2026-Q4', amount: money(600_000, 'USD') };
  const { ladders } = screenOf(RUNNING, { goal });
  const of = (line: Line, currency: string | null) => truthOf(RUNNING, line, null)[currency ?? ''] ?? 0;
  expect(ladders.length).toBeGreaterThan(1);
  expect(ladders[0]?.currency).toBe('USD');
  // Without a goal or a home currency it is the one of most deals, not the one with the larger figures.
  expect(screenOf(RUNNING).ladders[0]?.currency).toBe('USD');
  for (const { currency, closed, commit, bestCase, goal } of ladders) {
    expect([closed, commit, bestCase]).toEqual([
      of('closed', currency),
      of('commit', currency),
      of('best-case', currency),
    ]);
    expect(goal).toBe(currency === 'USD' ? 60_000_000 : null);
  }
});

it('converts by the user’s rates alone', () => {
  const rates = ['EUR', 'GBP', 'CHF'].map((from) => ({ from, to: 'USD', rate: 2, on: '2026-01-01' }));
  const { all } = screenOf(RUNNING, { homeCurrency: 'USD', rates });
  for (const line of LINES) {
    const { USD = 0, JPY, ...others } = truthOf(RUNNING, line, null);
    const home = USD + Object.values(others).reduce((sum, minor) => sum + 2 * minor, 0);
    const expected = { ...(home > 0 ? { USD: home } : {}), ...(JPY ? { JPY } : {}) };
    expect(Object.fromEntries(all.cells[line].sums.map(({ currency, minor }) => [currency, minor]))).toEqual(expected);
  }
});

it('says which day of the quarter it is, that one whole quarter was seen, and that nothing was learnt', () => {
  const { quarter, ours, quarters } = screenOf(RUNNING);
  expect(quarter).toMatchObject({ id: '2026-Q4', state: 'running' });
  expect(quarter.text).toContain(`day ${daysBetween('2026-10-01', END) + 1} of 92`);
  expect(quarters.map(({ id }) => id)).toEqual(['2027-Q1', '2026-Q4', '2026-Q3', '2026-Q2']);
  expect(ours?.ready).toBe(false);
  const missing = ours && !ours.ready ? ours.missing.join(' ') : '';
  expect(missing).toContain('so far Q3 2026');
  expect(missing).toContain('it has learnt from none so far');
});

it('holds calls against what was closed as known now, and says that few quarters say little', () => {
  const call = (more: Partial<ForecastCall>): ForecastCall => ({
    ...{ id: JSON.stringify(more), quarter: '2026-Q3', by: 'manager', person: null, amount: money(100_000, 'USD') },
    saidAt: Date.parse('2026-07-03T10:00:00Z'),
    ...more,
  });
  const { people } = screenOf(RUNNING);
  const rep = people[0]?.person ?? '';
  const late = Date.parse('2026-09-01T10:00:00Z');
  const calls = [
    call({}),
    call({ saidAt: late, amount: money(120_000, 'USD') }),
    call({ by: 'rep', person: rep, saidAt: late, amount: money(9_000, 'USD') }),
    call({ quarter: '2026-Q4', saidAt: NOW - 1_000, amount: money(565_000, 'USD') }),
  ];
  const { held, all } = screenOf(RUNNING, {}, calls);
  const dollars = (owner: string | null) =>
    formatMoney({ ...money(0, 'USD'), minor: truthOf(BEFORE, 'closed', owner).USD ?? 0 }, 'en-US');
  const others = Object.keys(truthOf(BEFORE, 'closed', null)).filter((currency) => currency !== 'USD').length;
  expect(held.rows.map(({ whose, calls }) => [whose, calls])).toEqual([
    ['Manager, everybody', { begin: '$100,000', middle: '$100,000', 'near-end': '$120,000' }],
    [rep, { begin: '–', middle: '–', 'near-end': '$9,000' }],
  ]);
  expect(held.rows[0]?.closed.startsWith(dollars(null))).toBe(true);
  expect(held.rows[0]?.closed.includes('other currencies')).toBe(others > 0);
  expect(held.rows[1]?.closed.startsWith(dollars(rep))).toBe(true);
  expect(held.text).toContain('too few to say');
  expect(all.manager.text).toBe('$565,000');
});

it('shows a rep their own deals and calls alone', () => {
  const rep = screenOf(RUNNING).people[0]?.person ?? '';
  const mine = screenOf(RUNNING, { role: 'rep', me: rep });
  expect(mine.people).toEqual([]);
  expect(mine.callFor).toEqual({ by: 'rep', people: [rep] });
  for (const line of LINES) {
    const said = Object.fromEntries(mine.all.cells[line].sums.map(({ currency, minor }) => [currency, minor]));
    expect({ line, ...said }).toEqual({ line, ...truthOf(RUNNING, line, rep) });
  }
  expect(screenOf(RUNNING, { role: 'rep' }).callFor.people).toEqual([]);
});
