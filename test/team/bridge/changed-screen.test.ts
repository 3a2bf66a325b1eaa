import { describe, expect, it } from 'vitest';
import type { DealHistory } from '../../../lib/history/types.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings.ts';
import { type ChangedChoice, changedScreen, sinceMoment } from '../../../lib/team/bridge/changed-screen.ts';
import { teamAt } from '../../../lib/team/team-deals.ts';
import { at, historyOf, type Look, moment, stage, usd } from '../../coaching/make-history.ts';
import { talk } from '../../deal/make-talk.ts';

/** A Friday. */
const NOW = moment('2026-11-27', 18);
const OPEN = { stage: stage('Legal'), owner: 'Ida', closeDate: '2026-12-10', amount: usd(1_000) };
const deal = (id: string, ...looks: (Partial<Look> & { on: string })[]) =>
  historyOf(
    looks.map((look) => ({ ...OPEN, name: id, ...look }) as Look),
    { id },
  );

const inputOf = (
  histories: DealHistory[],
  choice: Partial<ChangedChoice> = {},
  talks: Parameters<typeof talk>[0][] = [],
) => ({
  team: teamAt(histories, NOW, DEFAULT_SETTINGS),
  at: (asOf: number) => teamAt(histories, { ...NOW, asOf }, DEFAULT_SETTINGS),
  histories,
  talks: talks.map((part) => talk(part)),
  choice: { since: 'week' as const, scope: 'quarter' as const, person: null, ...choice },
  locale: 'en-GB',
});
const day = (asOf: number) => new Date(asOf + 1).toISOString().slice(0, 10);

describe('since when', () => {
  const none: DealHistory[] = [];
  it('is the last moment before the day, the week or the quarter began', () => {
    expect(day(sinceMoment(inputOf(none, { since: 'yesterday' })).at)).toBe('2026-11-27');
    expect(day(sinceMoment(inputOf(none)).at)).toBe('2026-11-23');
    expect(day(sinceMoment(inputOf(none, { since: 'quarter' })).at)).toBe('2026-10-01');
  });

  it('is the end of the last 1:1 with a person, and the week without one', () => {
    const ended = at('2026-11-18', 15);
    const talks = [{ person: 'Ida', startedAt: at('2026-11-18', 14), endedAt: ended }];
    expect(sinceMoment(inputOf(none, { since: 'talk', person: 'Ida' }, talks))).toEqual({ at: ended, hasTalk: true });
    const other = sinceMoment(inputOf(none, { since: 'talk', person: 'Tom' }, talks));
    expect([day(other.at), other.hasTalk]).toEqual(['2026-11-23', false]);
  });
});

it('says from what to what, each line with its deals, and what moved and came back', () => {
  const histories = [
    deal('grown', { on: '2026-11-20' }, { on: '2026-11-25', amount: usd(1_500) }),
    deal('back', { on: '2026-11-20' }, { on: '2026-11-24', amount: usd(10) }, { on: '2026-11-26' }),
    deal('theirs', { on: '2026-11-20', owner: 'Tom' }, { on: '2026-11-25', owner: 'Tom', closeDate: '2027-03-01' }),
  ];
  const all = changedScreen(inputOf(histories));
  expect(all.text).toBe('Since the end of Sun 22 Nov, in what is to close by 31 Dec.');
  expect(all.bridges).toMatchObject([{ currency: 'USD', start: 300_000, end: 250_000 }]);
  expect(
    all.bridges[0]?.lines.map(({ line, rows }) => [line, rows.map(({ name, detail }) => `${name} ${detail}`)]),
  ).toEqual([
    ['increased', ['grown +$500']],
    ['pushed-out', ['theirs -$1,000']],
  ]);
  expect(all.back.map(({ name, detail }) => `${name}, ${detail}`)).toEqual(['back, amount: $1,000 → $10 → $1,000']);
  expect(all.rests?.text).toBe('All 3 deals seen this week.');
  const ida = changedScreen(inputOf(histories, { person: 'Ida' }));
  expect(ida.bridges[0]?.lines.map(({ line }) => line)).toEqual(['increased']);
});
