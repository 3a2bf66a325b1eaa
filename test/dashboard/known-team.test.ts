import { beforeAll, describe, expect, it } from 'vitest';
import { knownTeam } from '../../entrypoints/dashboard/known-team.ts';
import { money } from '../../lib/deal/money.ts';
import type { DealHistory, Moment } from '../../lib/history/types.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { type Team, teamAt } from '../../lib/team/team-deals.ts';
import { DAY } from '../deal/make-reading.ts';
import { recordTeam } from '../evaluate/record-team.ts';
import { model } from '../risk/make-model.ts';

const END = '2026-11-27';
const NOW = Date.parse(`${END}T18:00:00Z`);
const momentOf = (asOf: number, knownAt: number): Moment => ({ asOf, knownAt, timeZone: 'UTC' });
const SETTINGS = DEFAULT_SETTINGS;
/** All of a team that can be held against another's. */
const dataOf = ({ roster, ...team }: Team) => ({ ...team, people: roster.people });
const fresh = (histories: readonly DealHistory[], moment: Moment) => dataOf(teamAt(histories, moment, SETTINGS));

let all: DealHistory[];
beforeAll(() => {
  all = recordTeam(11, END);
});

/** What lists alone tell comes on record when it is seen. */
const listsOnly = () => all.map(({ past: _, ...history }) => history);
const start = NOW - 14 * DAY;
const end = NOW - 7 * DAY;

describe('a team that was judged before', () => {
  it('is the start of the next week too, where nothing was told of it since', () => {
    const histories = listsOnly();
    const known = knownTeam(histories, SETTINGS, momentOf(NOW, NOW));
    const first = known.teamAt(momentOf(start, start));
    const again = known.teamAt(momentOf(start, end));
    expect(again.deals).toBe(first.deals);
    expect(again.moment).toEqual(momentOf(start, end));
    expect(dataOf(again)).toEqual(fresh(histories, momentOf(start, end)));
    expect(known.teamAt(momentOf(start, start)).deals).toBe(first.deals);
  });

  it('is judged anew where a page told of its past since, or a file did', () => {
    const known = knownTeam(all, SETTINGS, momentOf(NOW, NOW));
    known.teamAt(momentOf(start, start));
    expect(dataOf(known.teamAt(momentOf(start, end)))).toEqual(fresh(all, momentOf(start, end)));

    const lists = listsOnly();
    const [one] = lists;
    const change = one?.changes.find(({ field }) => field === 'amount');
    if (!one || !change) throw new Error('No amount was seen.');
    const told = { ...change, to: money(7, 'USD'), seenAt: start - DAY, recordedAt: start + DAY, seq: 9e6 };
    const imported = [{ ...one, changes: [...one.changes, told] }, ...lists.slice(1)];
    const later = knownTeam(imported, SETTINGS, momentOf(NOW, NOW));
    const before = later.teamAt(momentOf(start, start));
    const after = later.teamAt(momentOf(start, end));
    expect(after.deals).not.toBe(before.deals);
    expect(dataOf(after)).toEqual(fresh(imported, momentOf(start, end)));
    expect(dataOf(after)).not.toEqual(dataOf({ ...before, moment: after.moment }));
  });

  it('is another under other settings, and in another time zone', () => {
    const known = knownTeam(listsOnly(), SETTINGS, momentOf(NOW, NOW));
    const first = known.teamAt(momentOf(end, end));
    const learnt = { ...SETTINGS, learnt: { on: true, model: model(), shift: 0 } };
    expect(known.teamAt(momentOf(end, end), learnt).settings).toBe(learnt);
    expect(known.teamAt({ ...momentOf(end, end), timeZone: 'Asia/Tokyo' }).deals).not.toBe(first.deals);
    expect(known.teamAt(momentOf(end, end), structuredClone(SETTINGS)).deals).toBe(first.deals);
  });
});
