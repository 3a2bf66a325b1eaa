import { Dexie } from 'dexie';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addDays, dayInZone } from '../../lib/deal/day.ts';
import type { FieldName } from '../../lib/deal/fields.ts';
import type { Reading } from '../../lib/deal/reading.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { recordIdOf } from '../sim/crm/addresses.ts';
import { SIM_CRMS } from '../sim/crm/profiles.ts';
import { NAMELESS_ROWS } from '../sim/crm/shown-fields.ts';
import { lookReadings } from '../sim/readings.ts';
import { type Random, randomOf } from '../sim/team/random.ts';
import { simulateTeam } from '../sim/team/team.ts';
import type { SimDeal } from '../sim/team/truth.ts';
import { runSeed } from './seed.ts';
import { type Answer, answersAt, type Monday, recordLooks, ZONE } from './simulate-looks.ts';

const TENANT = 'larkfield';
const WEEKS = 26;
/** Most signals are changes: a share before some weeks are on record says only that history is young. */
const YOUNG_WEEKS = 9;

const total = { weeks: 0, open: 0, marked: 0, doomed: 0, warned: 0, answers: 0, asked: 0, changes: 0 };
const byWeek = new Map<number, { open: number; marked: number }>();

const isMarked = ({ open, stale, assessment }: Answer) => open && !stale && assessment.score.band !== 'quiet';

/** The ids of deals decide between prompts that fit alike: a seed must give the same ones again. */
beforeEach(() => {
  let made = 0;
  vi.spyOn(crypto, 'randomUUID').mockImplementation(() => `${++made}-0-0-0-0`);
});

/** Asks and settles as a manager would, and complains of any question that comes again. */
function createAsker(store: Store, random: Random) {
  const asked = new Map<string, Set<string>>();
  const settled = new Map<string, Set<string>>();
  const of = (kept: Map<string, Set<string>>, deal: string) => {
    const known = kept.get(deal) ?? new Set();
    kept.set(deal, known);
    return known;
  };
  return async ({ moment, answers }: Monday) => {
    for (const [deal, answer] of answers) {
      const { prompt, lead } = answer.card;
      if (!prompt) {
        // Nothing is left to ask only where something was settled.
        if (isMarked(answer) && lead !== 'closed')
          expect(of(settled, deal).size, `${deal} has no prompt`).toBeGreaterThan(0);
        continue;
      }
      expect(prompt.question.length * prompt.proof.length * prompt.basis.length).toBeGreaterThan(0);
      expect(`${prompt.question} ${prompt.proof}`).not.toMatch(/undefined|NaN|null|[{}]/);
      expect(of(settled, deal)).not.toContain(prompt.basis);
      if (of(asked, deal).has(prompt.basis)) expect(prompt.askedOn, `${deal} ${prompt.basis} again`).not.toBeNull();
      const kind =
        prompt.askedOn === null ? (random.chance(0.6) ? 'asked' : null) : random.chance(0.2) ? 'proof-seen' : null;
      if (!kind) continue;
      of(kind === 'asked' ? asked : settled, deal).add(prompt.basis);
      total.asked++;
      const { id, signal, basis } = prompt;
      await store.addPromptEvent({
        id: `event-${total.asked}`,
        deal,
        prompt: id,
        signal,
        basis,
        kind,
        at: moment.asOf + 3_600_000,
        until: null,
      });
    }
  };
}

/** When a page last showed each field of each record, from the readings alone. */
function lastShown(readings: readonly Reading[], until: number): Map<string, number> {
  const shown = new Map<string, number>();
  for (const { at, deals } of readings) {
    if (at > until) continue;
    for (const { recordId, fields } of deals) {
      for (const [field, said] of Object.entries(fields)) {
        if (said.ok || said.reason === 'empty') shown.set(`${recordId} ${field}`, at);
      }
    }
  }
  return shown;
}

function checkClocks(
  { moment, answers }: Monday,
  shown: ReadonlyMap<string, number> | null,
  recordOf: Map<string, string>,
) {
  for (const [deal, { assessment, history }] of answers) {
    for (const signal of assessment.on) {
      const seen = signal.evidence.map(({ field, seenAt }) => ({ field, seenAt, at: shownAt(field, deal) ?? seenAt }));
      for (const one of seen) {
        expect(one.seenAt).toBeLessThanOrEqual(moment.asOf);
        // A look that repeats one of less than a minute ago adds no row.
        expect(one.seenAt, `${signal.signal} of ${deal}`).toBeLessThanOrEqual(one.at);
      }
      const last = dayInZone(Math.max(...seen.map(({ at }) => at)), ZONE);
      expect(signal.asOfDay <= last, `${signal.signal} of ${history.deal.url}: ${signal.asOfDay} after ${last}`).toBe(
        true,
      );
    }
  }
  function shownAt(field: FieldName, deal: string): number | undefined {
    return shown?.get(`${recordOf.get(deal)} ${field}`);
  }
}

function lostOn(deal: SimDeal): string | null {
  return deal.events.find(({ kind }) => kind === 'lost')?.day ?? null;
}

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, runSeed('simulation')];

describe('half a year of a simulated team', () => {
  it.each(seeds)(
    'team %i: what was said on a Monday is said again at the end, and nothing outruns what was seen',
    async (seed) => {
      const crm = SIM_CRMS[seed % SIM_CRMS.length] ?? 'salesforce';
      const name = `team-${seed}`;
      const store = openStore(name);
      const team = simulateTeam({ seed, endDay: '2026-11-13', weeks: WEEKS });
      const readings = lookReadings(team, { crm, tenant: TENANT, timeZone: ZONE });
      const ask = createAsker(store, randomOf(seed, 'asks'));
      const mondays: Monday[] = [];
      const firstMark = new Map<string, string>();
      total.changes += await recordLooks(store, readings, async (monday) => {
        mondays.push(monday);
        const seen = [...monday.answers.values()].filter(({ open, stale }) => open && !stale);
        const marked = seen.filter(isMarked);
        for (const { history } of marked) {
          if (!firstMark.has(history.deal.id)) firstMark.set(history.deal.id, monday.day);
        }
        if (seen.length >= 20) {
          const week = byWeek.get(mondays.length) ?? { open: 0, marked: 0 };
          byWeek.set(mondays.length, { open: week.open + seen.length, marked: week.marked + marked.length });
          total.weeks++;
          total.open += seen.length;
          total.marked += marked.length;
        }
        await ask(monday);
      });

      const recordOf = new Map<string, string>();
      for (const deal of team.deals) {
        const id = await store.dealOf(crm, TENANT, recordIdOf(crm, deal));
        if (!id) continue;
        recordOf.set(id, recordIdOf(crm, deal));
        const lost = deal.cause === 'doomed' ? lostOn(deal) : null;
        if (!lost || lost < addDays(team.startDay, 7 * YOUNG_WEEKS)) continue;
        total.doomed++;
        if ((firstMark.get(id) ?? lost) <= addDays(lost, -14)) total.warned++;
      }

      const histories = await store.loadHistories();
      for (const monday of mondays) {
        checkClocks(monday, NAMELESS_ROWS.includes(crm) ? null : lastShown(readings, monday.moment.asOf), recordOf);
        // The order of stages is kept as last seen, not as of a moment: it is taken as it stood then.
        const then = histories.map((one) => ({
          ...one,
          stages: monday.answers.get(one.deal.id)?.history.stages ?? one.stages,
        }));
        const again = answersAt(then, monday.moment);
        expect([...again.keys()].sort()).toEqual([...monday.answers.keys()].sort());
        for (const [deal, { said }] of monday.answers)
          expect(again.get(deal)?.said, `${monday.day} ${deal}`).toBe(said);
        total.answers += monday.answers.size;
      }
      expect(mondays.length).toBeGreaterThanOrEqual(WEEKS - 6);
      store.close();
      await Dexie.delete(name);
    },
  );

  it('has a tenth to a third of the open deals marked once some weeks are on record, in every week', () => {
    const shares = [...byWeek]
      .filter(([week]) => week >= YOUNG_WEEKS)
      .map(([week, { open, marked }]) => ({ week, share: marked / open }));
    expect(shares.length).toBeGreaterThan(10);
    for (const { week, share } of shares) {
      expect(share, `week ${week}`).toBeGreaterThan(0.1);
      expect(share, `week ${week}`).toBeLessThan(0.35);
    }
  });
});

afterAll(() => {
  const percent = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(0)} %`;
  const weeks = [...byWeek].sort(([a], [b]) => a - b).map(([, { open, marked }]) => percent(marked, open));
  console.log(
    [
      `simulation: ${seeds.length} teams, ${total.changes} changes, ${total.answers} answers worked out twice, ${total.asked} prompts asked or settled`,
      `marked ${percent(total.marked, total.open)} of the open deals in ${total.weeks} team weeks; by week ${weeks.join(' ')}`,
      `of ${total.doomed} doomed deals that were lost, ${total.warned} (${percent(total.warned, total.doomed)}) were marked two weeks before`,
    ].join('\n'),
  );
});
