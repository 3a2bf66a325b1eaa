/** The bridge worked out a second time, from what the simulated CRM held when it was looked at. */
import { expect, it } from 'vitest';
import { addDays, type Day } from '../../../lib/deal/day.ts';
import { minorDigits } from '../../../lib/deal/money.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings.ts';
import { bridges } from '../../../lib/team/bridge/bridge.ts';
import { teamAt } from '../../../lib/team/team-deals.ts';
import { recordTeam } from '../../evaluate/record-team.ts';
import { type Seen, seenTruth } from '../seen-truth.ts';

const [SEED, END, UNTIL] = [11, '2026-11-27', '2026-12-31'];
const BEFORE = addDays(END, -28);
const asOf = (day: Day) => ({
  asOf: Date.parse(`${day}T23:59:59Z`),
  knownAt: Date.parse(`${END}T23:59:59Z`),
  timeZone: 'UTC',
});

/** In the quarter's sum: open, with a day in it and an amount. */
const isIn = ({ outcome, last }: Seen) =>
  outcome === 'open' && last.amount != null && last.closeDate != null && String(last.closeDate) <= UNTIL;
const minorOf = ({ last, currency }: Seen) => Math.round(Number(last.amount) * 10 ** minorDigits(currency));

it('starts and ends at what was open and due, and puts each deal where the truth has it', () => {
  const histories = recordTeam(SEED, END);
  const [then, now] = [seenTruth(SEED, END, BEFORE), seenTruth(SEED, END)];
  const found = bridges(
    teamAt(histories, asOf(BEFORE), DEFAULT_SETTINGS),
    teamAt(histories, asOf(END), DEFAULT_SETTINGS),
    { until: UNTIL, person: null },
    { home: null, rates: [], on: END },
  );
  const sumOf = (seen: ReadonlyMap<string, Seen>, currency: string | null) =>
    [...seen.values()]
      .filter((deal) => isIn(deal) && deal.currency === currency)
      .reduce((sum, deal) => sum + minorOf(deal), 0);
  const ids = (line: string) =>
    found.flatMap(({ lines }) => lines.flatMap((one) => (one.line === line ? one.parts.map(({ deal }) => deal) : [])));
  expect(found.map(({ currency }) => currency)).toContain('USD');
  for (const { currency, start, end, lines } of found) {
    expect({ currency, start, end }).toEqual({ currency, start: sumOf(then, currency), end: sumOf(now, currency) });
    expect(lines.reduce((sum, { minor }) => sum + minor, start)).toBe(end);
  }
  const left = [...then].filter(([id, deal]) => isIn(deal) && !isIn(now.get(id) as Seen)).map(([id]) => id);
  const ended = (outcome: string) => left.filter((id) => now.get(id)?.outcome === outcome).sort();
  expect(left.length).toBeGreaterThan(5);
  for (const outcome of ['won', 'lost'] as const) expect(ids(outcome).sort()).toEqual(ended(outcome));
  expect(ids('pushed-out').sort()).toEqual(ended('open'));
  const came = [...now].filter(([id, deal]) => isIn(deal) && !(then.get(id) && isIn(then.get(id) as Seen)));
  expect([...ids('new'), ...ids('found'), ...ids('pulled-in'), ...ids('reopened')].sort()).toEqual(
    came.map(([id]) => id).sort(),
  );
});
