import { describe, expect, it } from 'vitest';
import { buildFirstList } from '../../lib/coaching/build-first-list.ts';
import { MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import type { FieldName, FieldValues, Stage } from '../../lib/deal/fields.ts';
import { money } from '../../lib/deal/money.ts';
import type { DealReading, FieldReadings, Reading } from '../../lib/deal/reading.ts';
import { STAGES, stage, usd } from './make-history.ts';

type Row = { [F in FieldName]?: FieldValues[F] | null };

function deal(row: Row, index: number): DealReading {
  const fields = Object.fromEntries(
    Object.entries({ name: `Deal ${index + 1}`, ...row }).map(([field, value]) => [
      field,
      value === null ? { ok: false, reason: 'empty' } : { ok: true, value, raw: String(value), rule: field },
    ]),
  ) as FieldReadings;
  return { recordId: String(index), url: `https://acme.example.com/deal/${index}`, fields };
}

function list(rows: Row[], more: Partial<Reading> = {}): Reading {
  const base = {
    id: 'r',
    crm: 'hubspot',
    tenant: 't',
    page: 'list',
    url: 'https://acme.example.com',
    at: 0,
    timeZone: 'UTC',
    locale: null,
  } as const;
  return { ...base, deals: rows.map(deal), stages: [], rows: null, ...more };
}

const settings = { today: '2026-11-06', calendar: MONDAY_TO_FRIDAY, locale: 'en-GB' };
const answer = (rows: Row[], more: Partial<Reading> = {}) => buildFirstList(list(rows, more), settings);
const find = (rows: Row[], key: string, more: Partial<Reading> = {}) =>
  answer(rows, more).findings.find((each) => each.key === key);
const stages: Stage[] = [...STAGES];

describe('the first list', () => {
  it('counts open deals only, whether won and lost stand in a field or in the stage', () => {
    const result = answer([{ stage: stage('Proposal') }, { stage: stage('Closed Won') }, { outcome: 'lost' }, {}]);
    expect(result.open).toMatchObject({ count: 2, text: '2 open' });
    expect(result.open.rows.map(({ name }) => name)).toEqual(['Deal 1', 'Deal 4']);
  });

  it('names those dated in the past, and each number has its deals', () => {
    const found = find([{ closeDate: '2026-11-05' }, { closeDate: '2026-11-06' }, { closeDate: null }], 'date-past');
    expect(found).toMatchObject({
      count: 1,
      text: '1 dated in the past',
      rows: [{ name: 'Deal 1', url: 'https://acme.example.com/deal/0', detail: '5 Nov' }],
    });
  });

  it('names those due this month in the first stages where the page shows the order', () => {
    const rows = [
      { closeDate: '2026-11-28', stage: stage('Qualify') },
      { closeDate: '2026-11-28', stage: stage('Legal') },
      { closeDate: '2026-12-01', stage: stage('Qualify') },
      { closeDate: '2026-11-02', stage: stage('Qualify') },
    ];
    expect(find(rows, 'due-early', { stages })).toMatchObject({
      count: 1,
      text: '1 due this month in the first stages',
    });
    expect(find(rows, 'due-early')).toBeUndefined();
  });

  it('goes by probability where the order is not known, and says nothing without either', () => {
    const rows = [
      { closeDate: '2026-11-28', probability: 20 },
      { closeDate: '2026-11-28', probability: 50 },
    ];
    expect(find(rows, 'due-unlikely')).toMatchObject({
      count: 1,
      text: '1 due this month with a probability under 50 %',
    });
    expect(answer([{ closeDate: '2026-11-28' }]).findings.map(({ key }) => key)).not.toContain('due-unlikely');
  });

  it('takes no column that is not shown for an empty one', () => {
    expect(find([{}, {}], 'no-next-step')).toBeUndefined();
    expect(find([{ nextStep: null }, { nextStep: 'Call' }], 'no-next-step')).toMatchObject({
      count: 1,
      text: '1 with an empty next step',
    });
  });

  it('takes nothing it could not read for an empty field', () => {
    const reading = list([{ nextStep: 'Call' }, {}]);
    const unread = { ok: false as const, reason: 'unreadable' as const };
    reading.deals[1] = {
      recordId: '1',
      url: null,
      fields: { nextStep: unread, closeDate: { ...unread, reason: 'ambiguous' } },
    };
    expect(buildFirstList(reading, settings).findings).toEqual([]);
  });

  it('advises on the columns that would say more', () => {
    const full = { closeDate: '2026-11-28', stage: stage('Legal'), amount: usd(1) };
    expect(answer([full], { stages }).advice).toBe(
      'This view does not show next step and last activity. Add both, and one list says it all.',
    );
    expect(answer([{ ...full, nextStep: null, lastActivity: null }], { stages }).advice).toBeNull();
    expect(answer([{ ...full, nextStep: null, lastActivity: null }]).advice).toMatch(
      /^The order of the stages is not shown here/,
    );
  });

  it('adds amounts up by currency and names the biggest in the main one', () => {
    const rows = [usd(10_000), usd(40_000), usd(20_000), usd(30_000), money(5_000, 'EUR')].map((amount) => ({
      amount,
    }));
    expect(answer(rows).total.toLowerCase()).toBe('$100k and €5k');
    expect(find(rows, 'biggest')?.rows.map(({ amount }) => amount)).toEqual(['$40,000', '$30,000', '$20,000']);
  });

  it('says how much of the list was loaded', () => {
    expect(answer([{}], { rows: { loaded: 50, total: 120 } }).rows).toBe(
      '50 of 120 rows loaded; scroll on for the others',
    );
    expect(answer([{}], { rows: { loaded: 1, total: 1 } }).rows).toBe('1 row');
  });

  it('starts every text with its own number and keeps hostile names as text', () => {
    const result = answer([{ name: '<img src=x onerror=alert(1)>', closeDate: '2026-01-01', nextStep: null }]);
    for (const { count, text, rows } of [...result.findings, result.open]) {
      expect(text).toMatch(new RegExp(`^${count} `));
      expect(rows).toHaveLength(count);
    }
    expect(result.open.rows[0]?.name).toBe('<img src=x onerror=alert(1)>');
  });

  it('has nothing to say of an empty list', () => {
    expect(answer([])).toMatchObject({ open: { count: 0 }, findings: [], total: '', rows: '0 rows', advice: null });
  });
});
