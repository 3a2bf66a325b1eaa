import { afterEach, describe, expect, it } from 'vitest';
import { buildCard } from '../../lib/coaching/build-card.ts';
import { buildFirstList } from '../../lib/coaching/build-first-list.ts';
import { buildToday } from '../../lib/coaching/build-today.ts';
import { addDays, MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { LIMITS, type Reading } from '../../lib/deal/reading.ts';
import { parseReading } from '../../lib/deal/reading-schema.ts';
import { assessDeal } from '../../lib/risk/assess.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { PROMPTS } from '../coaching/packaged-prompts.ts';
import { DAY, dealReading, MONDAY, reading, usd } from '../deal/make-reading.ts';

const MEGABYTE = 1_000_000;
/** Time that grows with the square of the length would be hours; what is left is for a machine that does other things besides. */
const PATIENCE_MS = 30_000;

const moment = (at: number) => ({ asOf: at, knownAt: at, timeZone: 'UTC' });
const settings = { calendar: MONDAY_TO_FRIDAY, locale: 'en-US', me: null, fiscalYearStart: 1 };

const open: Store[] = [];
const freshStore = (name: string) => {
  const store = openStore(name);
  open.push(store);
  return store;
};
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

function listOf(rows: number, at: number): Reading {
  const deals = Array.from({ length: rows }, (_, row) =>
    dealReading(
      {
        name: `Deal ${row} of Larkfield`,
        amount: usd(1_000 * (row + 1)),
        owner: `Owner ${row % 40}`,
        closeDate: addDays('2026-11-02', (row % 120) - 30 + (at > MONDAY && row % 3 === 0 ? 40 : 0)),
        stage: { id: null, label: `Stage ${row % 5}`, order: null },
      },
      `rec-${row}`,
    ),
  );
  return reading({ page: 'list', at, deals, rows: { loaded: rows, total: rows } });
}

async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  const took = performance.now() - began;
  console.log(`size: ${what} took ${took.toFixed(0)} ms`);
  expect(took, what).toBeLessThan(PATIENCE_MS);
  return result;
}

describe('a list of two thousand rows', () => {
  it('is taken, recorded twice with its changes, and answered from', async () => {
    const store = freshStore('two-thousand');
    const first = listOf(LIMITS.deals, MONDAY);
    expect(parseReading(first)).toMatchObject({ ok: true });
    const once = await timed('recording 2,000 new deals', () => store.recordReading(first, MONDAY));
    expect(once).toMatchObject({ duplicate: false, changes: 5 * LIMITS.deals });
    const again = await timed('recording them a week later', () =>
      store.recordReading(listOf(LIMITS.deals, MONDAY + 7 * DAY), MONDAY + 7 * DAY),
    );
    expect(again.changes).toBe(Math.ceil(LIMITS.deals / 3));
    const histories = await timed('loading their histories', () => store.loadHistories());
    expect(histories).toHaveLength(LIMITS.deals);
    const at = moment(MONDAY + 8 * DAY);
    const today = await timed('the few to touch today', () =>
      buildToday({ histories, catalogue: PROMPTS, role: 'manager', moment: at, settings }),
    );
    expect(today.touch.length).toBeGreaterThan(0);
    expect(today.touch.length).toBeLessThanOrEqual(5);
    await timed('the first answer from the list', () =>
      buildFirstList(first, { today: '2026-11-02', locale: 'en-US', calendar: MONDAY_TO_FRIDAY }),
    );
  });

  it('is refused where it has one row more', () => {
    expect(parseReading(listOf(LIMITS.deals + 1, MONDAY))).toMatchObject({ ok: false });
  });
});

/** What regular expressions, folding and cutting find hardest, a megabyte of each. */
const HOSTILE: Record<string, string> = {
  letters: 'x'.repeat(MEGABYTE),
  blanks: ` a${' '.repeat(MEGABYTE)}b`,
  dots: '.'.repeat(MEGABYTE),
  ellipses: 'later… '.repeat(MEGABYTE / 7),
  markup: '<img src=x onerror=alert(1)>'.repeat(MEGABYTE / 28),
  digits: '9'.repeat(MEGABYTE),
  dates: '31/12/2026 '.repeat(MEGABYTE / 11),
  accents: `a${'\u0301'.repeat(MEGABYTE / 2)}`,
  emoji: '👩‍👩‍👧‍👦'.repeat(MEGABYTE / 12),
  backwards: '\u202E'.repeat(MEGABYTE),
  braces: '{name}{amount}'.repeat(MEGABYTE / 14),
};

describe.each(Object.entries(HOSTILE))('a megabyte of %s', (kind, text) => {
  it('is refused at the door', () => {
    expect(parseReading(reading({ said: { name: text } }))).toMatchObject({ ok: false });
  });

  it('harms neither the record nor the card where it comes in all the same', async () => {
    const store = freshStore(`hostile-${kind}`);
    const stage = { id: null, label: text, order: 0 };
    const hostile = (at: number, tail: string) =>
      reading({
        at,
        stages: [stage],
        said: {
          name: text + tail,
          owner: text,
          account: text + tail,
          nextStep: text + tail,
          forecastCategory: text,
          pipeline: text,
          amount: usd(50_000),
          closeDate: '2026-09-15',
          stage,
        },
      });
    await timed(`${kind}: two recordings`, async () => {
      await store.recordReading(hostile(MONDAY, ''), MONDAY);
      await store.recordReading(hostile(MONDAY + DAY, 'z'), MONDAY + DAY);
    });
    const [history] = await store.loadHistories();
    if (!history) throw new Error('Nothing was recorded.');
    const at = moment(MONDAY + 2 * DAY);
    for (const role of ['manager', 'rep'] as const) {
      const card = await timed(`${kind}: the ${role}'s card`, () =>
        buildCard({
          history,
          assessment: assessDeal(history, { moment: at, calendar: MONDAY_TO_FRIDAY }),
          catalogue: PROMPTS,
          role,
          moment: at,
          settings,
          unread: [],
        }),
      );
      for (const line of [card.line1, card.line2, card.pill, card.prompt?.question, card.prompt?.proof]) {
        expect((line ?? '').length).toBeLessThan(1_000);
      }
    }
  });
});
