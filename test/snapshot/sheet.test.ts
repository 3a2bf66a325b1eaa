import { describe, expect, it } from 'vitest';
import { money } from '../../lib/deal/money.ts';
import { draftNeeds, sayNeeds } from '../../lib/snapshot/draft.ts';
import { personDocument } from '../../lib/snapshot/person-page.ts';
import { type SheetStatus, sheetDocument } from '../../lib/snapshot/sheet.ts';
import { writeFile } from '../../lib/snapshot/write/write-file.ts';
import { FORBIDDEN } from '../coaching/forbidden.ts';
import { at, historyOf, stage, usd } from '../coaching/make-history.ts';
import { linesOf, rowsOf, textOf } from './document-text.ts';
import { DRAFT, NOW, twoWeeks } from './make-content.ts';
import { freezeWeeks } from './sim-weeks.ts';

const DRAFTED: SheetStatus = { kind: 'draft', week: { from: '2026-11-23', to: '2026-11-29' } };
const sheet = (...weeks: Parameters<typeof twoWeeks>) => sheetDocument(twoWeeks(...weeks)[1].content, DRAFTED, 'en-GB');

describe('the owner’s sheet', () => {
  const document = sheet();

  it('has the eight parts in their order, and the tables behind', () => {
    expect(document.sheet.map(({ id }) => id)).toEqual([
      ...['call', 'bar', 'since', 'who', 'deciding', 'closing', 'actions', 'unknown'],
    ]);
    expect(document.tables.map(({ id }) => id)).toEqual([
      ...['bridge', 'moves', 'people', 'deals', 'changes', 'promises', 'reasons', 'coaching', 'unknown'],
    ]);
    for (const { columns, rows } of document.tables) for (const row of rows) expect(row.length).toBe(columns.length);
    expect(document.title).toBe('Week of 23 Nov to 29 Nov 2026');
  });

  it('names the week that is frozen, which is longer where weeks begin on another day from then on', async () => {
    const { content } = twoWeeks()[1];
    const week = { from: '2026-11-21', to: '2026-11-29' };
    expect(content.team.moment.week).not.toEqual(week);
    const whole = sheetDocument(content, { ...DRAFTED, week }, 'en-GB');
    expect(whole.title).toBe('Week of 21 Nov to 29 Nov 2026');
    expect((await writeFile('markdown', { document: whole, content: {} })).name).toBe(
      'sideline-week-of-21-nov-to-29-nov-2026.md',
    );
    expect(personDocument(content, 'p1', { ...DRAFTED, week }, 'en-GB')?.title).toBe(
      'Your week, 21 Nov to 29 Nov 2026',
    );
  });

  it('says the call in one sentence, and what it rests on', () => {
    expect(linesOf(document, 'call')).toEqual([
      'Q4 call $540k of $600k; $60k short; last week’s call $565k.',
      'Alder waits for their board.',
      '5 of 6 open deals seen this week; $15k not seen since 18 Nov.',
    ]);
    expect(linesOf(sheet({ goals: [] }), 'call')[0]).toBe('Q4 call $540k; no goal is set; last week’s call $565k.');
    const uncalled = twoWeeks({}, null)[1].content;
    const silent = { ...uncalled, team: { ...uncalled.team, call: null, before: null } };
    expect(linesOf(sheetDocument(silent, DRAFTED, 'en-GB'), 'call')[0]).toBe(
      'No call was typed for Q4; the goal is $600k.',
    );
    const over = { ...uncalled, team: { ...uncalled.team, call: usd(610_000), before: null } };
    expect(linesOf(sheetDocument(over, DRAFTED, 'en-GB'), 'call')[0]).toBe('Q4 call $610k of $600k; $10k above it.');
    const goal = { ...usd(2_000_000), halfStep: 0 };
    const fine = { ...uncalled, team: { ...uncalled.team, goal, call: usd(1_750_000), before: null } };
    expect(linesOf(sheetDocument(fine, DRAFTED, 'en-GB'), 'call')[0]).toBe('Q4 call $1.75m of $2m; $250k short.');
    const odd = { ...fine, team: { ...fine.team, call: usd(1_751_234.5) } };
    expect(linesOf(sheetDocument(odd, DRAFTED, 'en-GB'), 'call')[0]).toBe(
      'Q4 call $1,751,234.50 of $2m; $248,765.50 short.',
    );
    const other = { ...uncalled, team: { ...uncalled.team, call: money(500_000, 'EUR'), before: null } };
    expect(linesOf(sheetDocument(other, DRAFTED, 'en-GB'), 'call')[0]).toBe(
      'Q4 call €500k; the goal is $600k, in another currency.',
    );
  });

  it('draws closed, commit, best case and what is in none of them up to the goal', () => {
    const [bar] = document.sheet[1]?.blocks ?? [];
    if (bar?.kind !== 'bar') throw new Error('no bar');
    expect(bar.parts.map(({ label, money }) => `${label} ${money.minor / 100}`)).toEqual([
      ...['Closed 40000', 'Commit 75000', 'Best case 0', 'In none of these 485000'],
    ]);
    expect(bar.goal).toEqual(usd(600_000));
    expect(linesOf(document, 'bar')).toContain('Day 58 of 92. The same day last quarter is not on record.');
    expect(linesOf(document, 'bar')).toContain('Not held against the goal, in other currencies: €30k.');
  });

  it('names five moves at most, each from what to what, why, and what is done', () => {
    const moves = rowsOf(document, 'five-moves');
    expect(moves).toHaveLength(5);
    expect(moves[0]).toEqual([
      ...['Alder Works – sensors', 'Put off', '100000 USD', '10 Dec', '20 Jan'],
      ...['Board moved to January', 'Meet Ana Berg', 'Ida Holm', '2026-12-01'],
    ]);
    expect(moves.map(([, kind]) => kind)).toEqual(['Put off', 'A stage back', 'Lower amount', 'Won', 'New']);
    const bridges = document.sheet[2]?.blocks.flatMap((block) => (block.kind === 'bridge' ? [block] : [])) ?? [];
    for (const { start, lines, end } of bridges)
      expect(lines.reduce((sum, { money }) => sum + money.minor, start.minor)).toBe(end.minor);
  });

  it('says who brings what in roster order, and how much hangs on one deal and one person', () => {
    expect(rowsOf(document, 'who-brings-what')).toEqual([
      ['Ida Holm', '350000 USD', '0 USD', 'Birch Works – sensors, 10 Dec', '–', '290000 USD'],
      ['Tom Reyes', '–', '40000 USD', 'Elm Works – sensors, 10 Dec; Hazel Works – sensors, 10 Dec', '90000 USD', '–'],
    ]);
    expect(linesOf(document, 'who')).toContain(
      'Of what is closed, or open and due in USD, 47 % hangs on Fir Works – sensors, 74 % on Ida Holm.',
    );
  });

  it('says of the deals that decide it whose word the date is, what is missing, and who does what', () => {
    const rows = rowsOf(document, 'five-deals');
    expect(rows.find(([name]) => name === 'Birch Works – sensors')).toEqual([
      ...['Birch Works – sensors', '60000 USD', '2026-12-10', 'Ana Berg, 19 Nov'],
      'Amount went from $100,000 to $60,000, 40 % less, seen Wed 25 Nov',
      ...['Ask for the second site', 'Nora Vale', '–'],
    ]);
    expect(rows[0]?.[3]).toBe('nobody’s word; on the deal page Wed 25 Nov');
  });

  it('says what may close the gap, and what became of the last actions, the manager’s own first', () => {
    expect(linesOf(document, 'closing').slice(0, 4)).toEqual([
      'Gap $485k after closed and commit; best case brings $0; $350k must still be created, by when is not known: too few won deals.',
      '2 deals of the next quarter could be pulled in, $135k in all:',
      'Alder Works – sensors, $100k, now 20 Jan',
      'Ginkgo Works – sensors, $35k, now 15 Feb',
    ]);
    expect(linesOf(document, 'actions')).toEqual([
      'Done · Nora Vale: Ring Ana Berg by 26 Nov (Alder Works – sensors)',
      'Not said · Tom Reyes: See the plant by 27 Nov (Fir Works – sensors)',
    ]);
  });

  it('says what it does not know', () => {
    expect(linesOf(document, 'unknown')).toEqual([
      '1 deal not seen this week, $15k.',
      'Forecast category: empty on 1 deal.',
      'The CRM’s own closed total was not typed, so ours is not held against it.',
      'The week’s sweep was not read to its end.',
      'History since 18 November 2026, as seen from this browser.',
    ]);
  });

  it('shows the arithmetic of each score, and the evidence of each reason', () => {
    const rows = rowsOf(document, 'reasons');
    const of = (name: string) => rows.filter(([deal]) => deal === name);
    const figure = (text: unknown) => Number(String(text ?? '0').replace('−', '-'));
    const names = new Set(rows.map(([name]) => String(name)));
    expect(names.size).toBeGreaterThan(2);
    for (const name of names) {
      const own = of(name);
      const sum = own.slice(0, -1).reduce((all, row) => all + Math.round(figure(row[5]) * 100), 0);
      expect(own.at(-1)?.[1]).toBe('Sum');
      expect(sum).toBe(Math.round(figure(own.at(-1)?.[5]) * 100));
    }
    const [pushed] = of('Alder Works – sensors').filter(([, title]) => title === 'Date put off');
    expect(pushed?.slice(7)).toEqual([
      'Close date',
      '"2027-01-20"',
      '[data-test=closeDate]',
      'deal page',
      at('2026-11-25'),
    ]);
  });

  it('keeps promises, changes and coaching with their days', () => {
    expect(rowsOf(document, 'promises').map((row) => [row[1], row[3], row[5], row[6]])).toEqual([
      ['Ida Holm', 'Send the papers', 'kept', 0],
      ['Ana Berg', 'Redlines', 'open', 0],
      ['Ida Holm', 'Call their lawyer', 'open', 1],
    ]);
    expect(rowsOf(document, 'people')[0]?.slice(9)).toEqual([
      ...[1, 1, 0, 1, 0, 1, 'Alder Works – sensors', '2026-12-01'],
      '2 Dec: Papers from Ana Berg (Alder Works – sensors); 2 Dec: Papers from Ana Berg (Birch Works – sensors); 2 Dec: Papers from Ana Berg (Fir Works – sensors)',
    ]);
    expect(rowsOf(document, 'coaching').map((row) => row.slice(0, 4))).toEqual([
      ['2026-11-24', '1:1', 'Ida Holm', 'Alder Works – sensors'],
      ['2026-11-26', 'Question asked', 'Ida Holm', 'Alder Works – sensors'],
    ]);
    // What was written down in a talk stays between the two.
    expect(textOf(document)).not.toMatch(/Her own matter|Ask for a day/);
    expect(textOf(document)).not.toMatch(FORBIDDEN);
  });

  it('says in its footer as of when, who reviewed it, and by which hash it is known', () => {
    const { content } = twoWeeks()[1];
    const { week } = DRAFTED;
    const frozen = { week, kind: 'frozen' as const, frozenAt: at(NOW, 19), root: 'abcdef0123456789' };
    const footer = (status: SheetStatus) => sheetDocument(content, status, 'en-GB').footer;
    expect(footer(DRAFTED)).toEqual(['As of 27 November 2026, 18:00', 'Draft: not frozen']);
    expect(footer({ ...frozen, reviewed: true, by: 'Nora Vale' }).slice(1)).toEqual([
      ...['Reviewed by Nora Vale; frozen Fri 27 Nov, 19:00', 'Hash abcdef0123'],
    ]);
    expect(footer({ ...frozen, reviewed: false, by: null })[1]).toBe('Not reviewed; frozen Fri 27 Nov, 19:00');
  });
});

describe('a draft', () => {
  it('says what it still needs', () => {
    const needs = draftNeeds(twoWeeks()[1].content, DRAFT);
    expect(needs.refresh).toEqual(['hazel']);
    expect(needs.reasons.map(({ deal }) => deal)).toEqual(['fir', 'birch', 'dogwood']);
    expect(sayNeeds(needs, 'en-GB')).toBe(
      '1 deal to refresh, 3 moves without a reason, 1 action of the last sheet without a word.',
    );
    const bare = draftNeeds(twoWeeks({}, null)[1].content, null);
    expect(bare.reasons.map(({ deal }) => deal)).toContain('alder');
    expect(sayNeeds(bare, 'en-GB')).toContain('4 moves without a reason, the call not typed');
    expect(sayNeeds({ refresh: [], reasons: [], call: false, actions: [] }, 'en-GB')).toBe(
      'Nothing is missing: it can be frozen.',
    );
  });
});

describe('at the edges', () => {
  const only = (...histories: Parameters<typeof freezeWeeks>[0]) => {
    const [frozen] = freezeWeeks(histories, NOW, 1);
    if (!frozen) throw new Error('nothing frozen');
    return sheetDocument(frozen.content, DRAFTED, 'en-GB');
  };

  it('an empty team has a sheet that says so, part by part', () => {
    const empty = only();
    expect(linesOf(empty, 'call')).toEqual([
      'No call was typed for Q4 and no goal is set.',
      'No open deal is on record.',
    ]);
    expect(linesOf(empty, 'since')).toEqual(['This is the first snapshot: there is none before it to count from.']);
    expect(linesOf(empty, 'who')).toEqual(['Nobody owns a deal that was seen.']);
    expect(linesOf(empty, 'deciding')).toEqual(['No open deal with an amount is due by the quarter’s end.']);
    expect(linesOf(empty, 'closing')[0]).toBe('No goal is set, so there is no gap to name.');
    expect(linesOf(empty, 'unknown')).toContain('Nothing is on record yet.');
  });

  it('cuts long names on the sheet, and takes hostile text for text', () => {
    const name = `=HYPERLINK("http://x")<img src=x onerror=alert(1)>\u202e\n${'long '.repeat(50)}`;
    const hostile = historyOf([
      { on: '2026-11-25', name, owner: '<b>Ida</b>', stage: stage('Legal'), amount: usd(10), closeDate: '2026-12-01' },
    ]);
    const document = only({ ...hostile, deal: { ...hostile.deal, url: 'javascript:alert(1)' } });
    const cells = [...document.sheet.flatMap(({ blocks }) => blocks), ...document.tables];
    expect(JSON.stringify(cells)).not.toContain('"kind":"link","text":"=HYPER');
    expect(JSON.stringify(cells)).not.toMatch(/javascript:|\u202e/);
    const [row] = rowsOf(document, 'five-deals');
    expect([...String(row?.[0])].length).toBeLessThanOrEqual(60);
    expect(String(row?.[0])).toContain('<img src=x');
    expect(rowsOf(document, 'who-brings-what')[0]?.[0]).toBe('<b>Ida</b>');
  });
});
