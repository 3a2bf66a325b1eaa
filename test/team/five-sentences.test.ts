import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../lib/deal/money.ts';
import type { Role } from '../../lib/deal/role.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';
import { teamAt } from '../../lib/team/team-deals.ts';
import { badgeCounts } from '../../lib/team/today/badge-counts.ts';
import { buildFiveSentences } from '../../lib/team/today/build-five-sentences.ts';
import type { PartId } from '../../lib/team/today/five-sentences.ts';
import { FORBIDDEN } from '../coaching/forbidden.ts';
import { CALM, historyOf, type Look, moment, stage, textsIn, usd } from '../coaching/make-history.ts';

/** A Friday; its week began on 23 November. */
const NOW = moment('2026-11-27');
const IDA = { name: 'Ida Norrgard', aliases: [], team: null, mine: null };
const TOM = { name: 'Tom Veld', aliases: [], team: null, mine: null };

type Fields = Partial<Omit<Look, 'on'>>;
let made = 0;

/** `looks`: what each look said beside what all said. */
function deal(fields: Fields, looks: readonly Look[] = [{ on: '2026-11-18' }, { on: '2026-11-26' }]): DealHistory {
  const id = `deal-${++made}`;
  return historyOf(
    looks.map((look) => ({ name: id, amount: usd(50_000), ...CALM, owner: 'Ida Norrgard', ...fields, ...look })),
    { id },
  );
}

const won = (amount: number, fields: Fields = {}) =>
  deal({ amount: usd(amount), closeDate: '2026-10-30', stage: stage('Closed Won'), ...fields });
const due = (amount: number, fields: Fields = {}, looks?: readonly Look[]) =>
  deal({ amount: usd(amount), closeDate: '2026-12-15', ...fields }, looks);

function five(histories: readonly DealHistory[], more: Partial<Settings> = {}, role: Role = 'manager', now = NOW) {
  const team = teamAt(histories, now, { ...DEFAULT_SETTINGS, people: [TOM, IDA], ...more });
  return buildFiveSentences(team, role, 'en-GB');
}

function part(id: PartId, ...asked: Parameters<typeof five>) {
  const found = five(...asked).parts.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return { ...found, titles: found.groups.map(({ title }) => title), sentence: found.sentence.replaceAll('K', 'k') };
}

describe('are we behind', () => {
  const later = deal({ amount: usd(999_000), closeDate: '2027-02-01' });
  const wonBefore = won(777_000, { closeDate: '2026-09-30' });
  const all = [won(182_000), due(410_000), later, wonBefore];
  const goal = (amount: number) => ({ goal: { quarter: '2026-Q4', amount: usd(amount) } });

  it('adds up what closed and what is due in the running quarter, and nothing else', () => {
    expect(part('behind', all).sentence).toBe('$182k closed, $410k open and due by 31 Dec.');
    expect(part('behind', all).groups.map(({ rows }) => rows.length)).toEqual([1, 1]);
    expect(five(all)).toMatchObject({ period: 'Q4 2026', goalSet: false, currency: 'USD' });
    expect(five(all, { fiscalYearStart: 2 }).period).toBe('Q4 2027');
  });

  it.each([
    [600_000, 'Goal $600k: $418k to go, $8k of it in no deal yet.', '$8k of it in no deal yet'],
    [500_000, 'Goal $500k: $318k to go, all of it in open deals.', '$318k to go'],
    [182_000, 'Goal $182k: reached.', 'reached'],
  ])('holds it against a goal of %d', (amount, text, emphasis) => {
    const said = part('behind', all, goal(amount));
    expect(said.sentence).toContain(text);
    expect(said.emphasis?.replace('K', 'k')).toBe(emphasis);
    expect(five(all, goal(amount)).goalSet).toBe(true);
  });

  it('takes the goal on file where the user typed none, and never last quarter’s', () => {
    const period = { from: '2026-10-01', to: '2026-12-31' };
    const file = { person: null, team: null, period, amount: usd(182_000) };
    expect(part('behind', all, { goals: [file] }).sentence).toContain('reached');
    expect(part('behind', all, { goals: [{ ...file, person: 'Tom Veld' }] }).sentence).not.toContain('Goal');
    expect(five(all, { goal: { quarter: '2026-Q3', amount: usd(1) } }).goalSet).toBe(false);
  });

  it('never adds two currencies, converts where a rate allows it, and says what is not held against the goal', () => {
    const mixed = [won(182_000), due(90_000, { amount: money(90_000, 'GBP') })];
    const apart = part('behind', mixed, goal(600_000)).sentence;
    expect(apart).toContain(
      '$182k closed, £90k open and due by 31 Dec. Goal $600k: $418k to go, $418k of it in no deal yet.',
    );
    expect(apart).toContain('£90k is not held against it.');
    const rates = [{ from: 'GBP', to: 'USD', rate: 1.5, on: '2026-01-01' }];
    expect(part('behind', mixed, { homeCurrency: 'USD', rates }).sentence).toBe(
      '$182k closed, $135k open and due by 31 Dec.',
    );
  });

  it('holds a bare “$” against a goal in dollars, of whatever country, and says that it does', () => {
    const bare = (amount: number) => ({ ...usd(amount), currency: null, symbol: '$' });
    const all = [
      won(1, { amount: bare(100_000) }),
      due(1, { amount: bare(50_000) }),
      due(1, { amount: money(5, 'EUR') }),
    ];
    const said = part('behind', all, goal(600_000)).sentence;
    expect(said).toContain('Goal $600k: $500k to go, $450k of it in no deal yet. €5 is not held against it.');
    const notes = part('unknown', all, goal(600_000)).groups;
    expect(notes.find(({ title }) => title === 'Currency not known')?.note).toBe(
      '2 amounts without a code. Held against the goal as USD.',
    );
    const euros = { goal: { quarter: '2026-Q4', amount: money(600_000, 'EUR') } };
    expect(part('behind', all, euros).sentence).toContain('€600k to go');
  });

  it('names the currency of most deals first, not the one with the larger figures', () => {
    const yen = due(1, { amount: money(9_000_000, 'JPY') });
    expect(part('behind', [due(1_000), due(2_000), yen]).sentence).toContain('$0 closed, $3k and ¥9');
  });

  it('counts a date gone by, and names deals without a date beside the sums', () => {
    const said = part('behind', [due(10_000, { closeDate: '2026-11-02' }), due(5_000, { closeDate: null })]);
    expect(said.sentence).toContain('$10k open and due');
    expect(said.groups.at(-1)).toMatchObject({ title: 'Open without a close date, in no sum', note: '$5k' });
  });

  it('says what to do where nothing is known', () => {
    const said = part('behind', []);
    expect(said.sentence).toContain('Open a list of deals in the CRM.');
    expect(said).toMatchObject({ rests: null, groups: [] });
  });
});

describe('what a total rests on', () => {
  const old = due(40_000, {}, [{ on: '2026-11-03' }]);

  it('is how many were seen this week, what the others come to, and since when', () => {
    const rests = part('behind', [due(1_000), old]).rests;
    expect(rests?.text.replace('K', 'k')).toBe('1 of 2 deals seen this week; $40k not seen since 3 Nov.');
    expect(rests?.missing).toBe(1);
    expect(part('behind', [due(1_000), due(2_000)]).rests).toEqual({ text: 'All 2 deals seen this week.', missing: 0 });
  });

  it('names the longest where they differ, and counts those without an amount', () => {
    const bare = due(0, { amount: null }, [{ on: '2026-11-10' }]);
    expect(part('behind', [due(1_000), old, bare]).rests?.text).toMatch(
      /^1 of 3 deals seen this week; \$40k and 1 deal without an amount not seen, the longest since 3 Nov\.$/i,
    );
  });
});

describe('who brings what', () => {
  const tom = { owner: 'Tom Veld' };

  it('goes by the roster, not by size, with closed, commit, best case and the rest per person', () => {
    const said = part('who', [
      won(80_000),
      due(20_000, { forecastCategory: 'Commit' }),
      due(10_000, { forecastCategory: 'Best Case' }),
      due(5_000, { forecastCategory: 'Pipeline' }),
      won(1_000, tom),
      due(3_000, { owner: null }),
    ]);
    expect(said.sentence).toBe('Tom Veld $1k closed; Ida Norrgard $80k closed, $35k open and due.');
    expect(said.titles).toEqual(['Tom Veld', 'Ida Norrgard', 'No owner seen']);
    expect(said.groups[1]?.note.replaceAll('K', 'k')).toBe(
      '$80k closed, $20k commit, $10k best case, $5k open, in neither',
    );
    // Without a word of the CRM's a deal counts as its stage does, here as in the forecast.
    expect(part('who', [due(5_000), due(7_000, { stage: stage('Signature') })]).groups[0]?.note).toMatch(
      /^\$7k commit, \$5k best case$/i,
    );
    expect(said.groups[1]?.rows[1]).toMatchObject({
      detail: 'commit, 15 Dec',
      url: expect.stringContaining('https://'),
    });
  });

  it('holds each against their own goal', () => {
    const period = { from: '2026-10-01', to: '2026-12-31' };
    const goals = [{ person: 'Veld, Tom', team: null, period, amount: usd(5_000) }];
    expect(part('who', [won(1_000, tom)], { goals }).groups[0]?.note).toMatch(/goal \$5k, \$4k to go/i);
  });

  it('tells a rep of their own deals alone, by what they are', () => {
    const said = part('who', [won(80_000), due(20_000), won(7_000, tom)], { me: 'Tom Veld' }, 'rep');
    expect(said.question).toBe('What do you bring, from what?');
    expect(said.sentence).toBe('$7k closed.');
    expect(said.titles).toEqual(['Closed']);
  });

  it('names four people at the most in its sentence', () => {
    const many = Array.from({ length: 7 }, (_, at) => won(1_000, { owner: `Person ${at}` }));
    expect(part('who', many, { people: [] }).sentence).toContain('; 3 people more below.');
  });
});

describe('what changed', () => {
  const looks = (before: Fields, after: Fields): Look[] => [
    { on: '2026-11-18', ...before },
    { on: '2026-11-25', ...after },
  ];

  it('tells net moves since the last complete week, each from, to, day and what it comes to', () => {
    const said = part('changed', [
      due(30_000, {}, looks({}, { closeDate: '2027-01-20' })),
      due(60_000, {}, looks({ amount: usd(84_000) }, { amount: usd(61_000) })),
      deal({ amount: usd(9_000) }, looks({}, { stage: stage('Closed Won'), closeDate: '2026-11-24' })),
      due(1_000),
    ]);
    expect(said.sentence).toBe(
      'Since the end of Sun 22 Nov: 1 won, $9k; 1 put off beyond the quarter, $30k; 1 with a lower amount, $61k.',
    );
    expect(said.groups[1]?.rows[0]?.detail).toBe('Close date: 15 Dec → 20 Jan, between Wed 18 Nov and Wed 25 Nov');
    expect(said.groups[2]?.rows[0]?.detail).toContain('Amount: $84,000 → $61,000');
  });

  it('tells nothing of what was moved and moved back, came in bulk or is shown otherwise, or was first seen since', () => {
    const back = due(1_000, {}, [
      { on: '2026-11-18' },
      { on: '2026-11-24', closeDate: '2027-02-01' },
      { on: '2026-11-26' },
    ]);
    const bulk = due(1_000, {}, looks({}, { closeDate: '2027-02-01' }));
    for (const change of bulk.changes) if (change.from !== undefined) change.together = 12;
    const display = due(1_000, {}, looks({}, { amount: money(900, 'EUR') }));
    for (const change of display.changes) if (change.from !== undefined) change.display = true;
    const first = due(1_000, {}, [{ on: '2026-11-25' }]);
    const said = part('changed', [back, bulk, display, first, due(2_000)]);
    expect(said.sentence).toBe('Nothing seen to change since the end of Sun 22 Nov.');
    expect(said.groups).toEqual([]);
  });

  it('tells of a deal that the CRM created since', () => {
    const fresh = due(7_000, { createdOn: '2026-11-24' }, [{ on: '2026-11-25' }]);
    expect(part('changed', [fresh, due(1)]).sentence).toContain('1 created, $7k.');
  });

  it('goes back one week more on the first working day, when last week is talked about', () => {
    const moved = due(30_000, {}, [{ on: '2026-11-13' }, { on: '2026-11-18', closeDate: '2027-01-20' }]);
    const monday = part('changed', [moved], {}, 'manager', moment('2026-11-23'));
    expect(monday.sentence).toContain('Since the end of Sun 15 Nov: 1 put off beyond the quarter');
    expect(part('changed', [moved], {}, 'manager', moment('2026-11-24')).sentence).toContain('Nothing seen to change');
  });

  it('says since when Sideline looks where it has not before', () => {
    expect(part('changed', [due(1_000, {}, [{ on: '2026-11-25' }])]).sentence).toBe(
      'Sideline has looked since Wed 25 Nov; what changes from then on will stand here.',
    );
  });
});

describe('what decides it', () => {
  it('names five at the most, by value times how open the end is, each with what it lacks', () => {
    const small = Array.from({ length: 6 }, (_, at) => due(1_000 + at));
    const large = due(90_000, { nextStep: null, closeDate: '2026-12-03' });
    const said = part('decides', [...small, large, due(500_000, { closeDate: '2027-03-01' })]);
    expect(said.groups[0]?.rows).toHaveLength(5);
    expect(said.groups[0]?.rows[0]).toMatchObject({
      deal: large.deal.id,
      detail: expect.stringContaining('Due 3 Dec'),
    });
    expect(said.groups[0]?.rows[0]?.detail).toContain('not seen: next step');
    expect(said.sentence).toMatch(/^5 deals, .* of the .* open and due; first deal-\d+\.$/);
  });

  it('says so where no deal with an amount is due', () => {
    expect(part('decides', [due(0, { amount: null })])).toMatchObject({
      sentence: 'No open deal with an amount is due by 31 Dec.',
      groups: [],
    });
  });
});

describe('what we do not know', () => {
  it('names deals not seen this week, fields never seen or empty, currencies without a rate, and since when', () => {
    const listed = historyOf([{ on: '2026-11-24', page: 'list', name: 'Only on a list' }], { id: 'listed' });
    const said = part('unknown', [
      due(40_000, {}, [{ on: '2026-11-03' }]),
      due(1_000, { amount: null }),
      due(1_000, { amount: money(5_000, 'GBP') }),
      listed,
    ]);
    expect(said.sentence).toBe(
      '1 deal not seen this week ($40k), 2 without an amount, 1 without a close date; history since 3 Nov.',
    );
    expect(said.groups.find(({ title }) => title === 'Without an amount')?.rows.map(({ detail }) => detail)).toEqual([
      'Seen empty on Thu 26 Nov',
      'Never seen here',
    ]);
    expect(said.groups.find(({ title }) => title === 'Not added up')?.note).toContain('which currency is yours');
    expect(said.titles).toContain('Goal');
    const home = part('unknown', [due(1), due(1, { amount: money(5_000, 'GBP') })], { homeCurrency: 'USD' });
    expect(home.groups.find(({ title }) => title === 'Not added up')?.note).toMatch(/^£5k: no rate to USD is set\.$/i);
  });

  it('names people without a goal where others have one', () => {
    const period = { from: '2026-10-01', to: '2026-12-31' };
    const goals = [{ person: 'Tom Veld', team: null, period, amount: usd(5_000) }];
    const said = part('unknown', [due(1)], { goals });
    expect(said.groups.find(({ title }) => title === 'No goal for Q4 2026')?.note).toBe('Ida Norrgard.');
  });

  it('works with nothing at all', () => {
    expect(part('unknown', []).sentence).toBe('Nothing is on record yet.');
  });
});

it('asks a rep who they are, and shows no other word than a rep may read', () => {
  expect(part('unknown', [due(1)], {}, 'rep').groups.some(({ note }) => note.includes('who you are'))).toBe(true);
  for (const role of ['rep', 'manager'] as const)
    for (const [, text] of textsIn(five([won(1), due(2), due(3, {}, [{ on: '2026-10-01' }])], {}, role)))
      expect(text).not.toMatch(FORBIDDEN);
});

it('leaves no hole in any sentence, and puts its emphasis in it, whatever was seen', () => {
  const amount = fc.option(fc.tuple(fc.integer({ min: 0, max: 1e7 }), fc.constantFrom('USD', 'EUR', null)), {
    nil: null,
  });
  const look = fc.record({
    on: fc.constantFrom('2026-10-02', '2026-11-18', '2026-11-23', '2026-11-27'),
    amount: amount.map((said) => said && money(said[0], said[1])),
    closeDate: fc.constantFrom(null, '2026-10-05', '2026-12-20', '2027-02-02'),
    stage: fc.constantFrom('Qualify', 'Legal', 'Closed Won', 'Closed Lost').map(stage),
    owner: fc.constantFrom(null, 'Ida Norrgard', 'Tom Veld', 'Kim Olsen'),
    forecastCategory: fc.constantFrom(null, 'Commit', 'Best Case'),
  });
  const looks = fc
    .array(look, { minLength: 1, maxLength: 4 })
    .map((all) => all.toSorted((a, b) => (a.on < b.on ? -1 : 1)));
  fc.assert(
    fc.property(fc.array(looks, { maxLength: 6 }), fc.constantFrom('rep', 'manager'), (all, role) => {
      const histories = all.map((each, at) => historyOf(each, { id: `deal-${at}` }));
      const { parts } = five(histories, { me: role === 'rep' ? 'Ida Norrgard' : null }, role as Role);
      expect(parts.map(({ id }) => id)).toEqual(['behind', 'who', 'changed', 'decides', 'unknown']);
      for (const { sentence, emphasis, groups } of parts) {
        expect(sentence).toMatch(/^\S.*\.$/);
        expect(sentence).not.toMatch(/undefined|NaN|null|\.\.|, ,| {2}/);
        if (emphasis !== null) expect(sentence).toContain(emphasis);
        for (const { title, rows } of groups) expect(title === '' || rows.some(({ name }) => name === '')).toBe(false);
      }
    }),
    { numRuns: 150 },
  );
});

it('counts for the badge what calls for a closer look, and what was not seen for long', () => {
  const bad = { closeDate: '2026-10-02', nextStep: null, stage: stage('Signature') };
  const histories = [due(1), due(2, bad), due(3, bad, [{ on: '2026-10-20' }])];
  const { deals } = teamAt(histories, NOW, DEFAULT_SETTINGS);
  expect(badgeCounts(deals)).toEqual({ marked: 1, 'look-again': 1 });
});
