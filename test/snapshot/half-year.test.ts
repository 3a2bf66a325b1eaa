import { afterEach, expect, it } from 'vitest';
import { addDays, type Day, dayInZone, MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { headBefore, inForce, lastFrozen, type SnapshotHead } from '../../lib/deal/frozen-snapshot.ts';
import { momentOn } from '../../lib/deal/local-time.ts';
import { changesAsOf, dealAsOf } from '../../lib/history/deal-as-of.ts';
import { toFreeze } from '../../lib/snapshot/auto-freeze.ts';
import { draftWeek } from '../../lib/snapshot/due.ts';
import { ENGINE } from '../../lib/snapshot/engine.ts';
import { freeze } from '../../lib/snapshot/freeze.ts';
import type { FrozenBasis } from '../../lib/snapshot/hash-tree.ts';
import type { Leaf } from '../../lib/snapshot/leaf.ts';
import { verify } from '../../lib/snapshot/verify.ts';
import { openKeeping } from '../../lib/store/keeping.ts';
import { openSnapshots } from '../../lib/store/snapshot-store.ts';
import type { Store } from '../../lib/store/store.ts';
import { updateSettings } from '../../lib/store/stored-settings.ts';
import { dealReading, reading, usd } from '../deal/make-reading.ts';
import { freshName, openTab, openTables } from '../store/open-test-store.ts';
import { count, textOf } from './frozen.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

const ZONE = 'Europe/Berlin';
const FIRST: Day = '2026-10-12';
const WEEKS = 26;
const OWNERS = ['Ada Holm', 'Ben Okoro', 'Kim Olsen'];
const at = (week: number, day: number, time: string) => momentOn(addDays(FIRST, 7 * week + day), time, ZONE);

function browser() {
  const name = freshName();
  const [store, snapshots, keeping] = [openTab(name), openSnapshots(name), openKeeping(name)];
  open.push(snapshots, keeping);
  const heads = async () => (await snapshots.heads()).heads;
  const histories = () => store.loadHistories();

  /** All that this browser knew at a moment of another, and of what changed since the snapshot before. */
  async function leavesAt(moment: { asOf: number; knownAt: number }, since: number | null): Promise<Leaf[]> {
    const all = await histories();
    const then = { ...moment, timeZone: ZONE };
    const deals = all.flatMap((history) => {
      const deal = dealAsOf(history, then);
      return deal ? [{ id: history.deal.id, deal, changes: changesAsOf(history, then) }] : [];
    });
    const { settings } = await keeping.settingsAsOf(moment.knownAt);
    const sum = deals.reduce((total, { deal }) => total + (deal.fields.amount?.value?.minor ?? 0), 0);
    const people = new Set(deals.flatMap(({ deal }) => deal.fields.owner?.value ?? []));
    return [
      { key: 'team', value: { open: deals.length, sum, stalled: settings.limits.everywhere?.stalled?.late ?? null } },
      ...[...people].sort().map((person) => ({ key: `person ${person}`, value: { name: person } })),
      ...deals.map(({ id, deal, changes }) => ({
        key: `deal ${id}`,
        value: {
          amount: deal.fields.amount?.value?.minor ?? null,
          lastSeenAt: deal.lastSeenAt,
          moved: changes.filter(({ field, seenAt }) => field === 'amount' && seenAt > (since ?? 0)).length,
        },
      })),
      ...deals.map(({ id, deal }) => ({ key: `said ${id}`, value: { owner: deal.fields.owner?.value ?? null } })),
    ];
  }

  async function freezeWeek(
    week: { from: Day; to: Day },
    moment: { asOf: number; knownAt: number },
    part: Partial<FrozenBasis>,
  ) {
    const before = await heads();
    const basis: FrozenBasis = {
      ...{
        id: `week of ${week.from} at ${part.frozenAt}`,
        ...week,
        ...moment,
        timeZone: ZONE,
        frozenAt: moment.knownAt,
      },
      ...{ engine: ENGINE, reviewed: true, corrects: null, before: lastFrozen(before)?.root ?? null },
      ...part,
    };
    const since = headBefore(before, basis)?.asOf ?? null;
    await snapshots.freeze(freeze(await leavesAt(moment, since), basis, count));
  }

  async function verified(head: SnapshotHead) {
    const [snapshot, all] = [await snapshots.snapshot(head.id), await heads()];
    if (!snapshot) throw new Error('It is gone.');
    const since = headBefore(all, head)?.asOf ?? null;
    return verify({ snapshot, heads: all, engine: ENGINE, replay: () => leavesAt(head, since) });
  }

  return { name, store, snapshots, keeping, heads, histories, freezeWeek, verified };
}

type Browser = ReturnType<typeof browser>;

const record = (store: Store, deal: number, moment: number, amount: number, owner: string, recordedAt = moment) =>
  store.recordReading(
    reading({
      ...{ at: moment, url: `https://larkfield.example.com/deal/${deal}` },
      deals: [dealReading({ name: `Quill ${deal}`, amount: usd(amount), owner }, String(deal))],
    }),
    recordedAt,
  );

const SAME = { changed: [], replay: { differences: [] } };

const limit = (name: string, late: number, now: number) =>
  updateSettings(openTables(name), (was) => ({ ...was, limits: { everywhere: { stalled: { late } } } }), now);

/** Half a year over both changes of the clocks and the new year: some weeks by a click, some by themselves, four asleep. */
async function liveHalfYear({ name, store, snapshots, keeping, heads, freezeWeek }: Browser): Promise<void> {
  const firstSeen = at(0, 1, '10:00');
  const looks: number[] = [];
  const asleep = [9, 10, 11, 17];
  for (let week = 0; week <= WEEKS; week++) {
    if (asleep.includes(week)) continue;
    const due = (now: number) =>
      heads().then((all) => ({
        ...{ now, heads: all, timeZone: ZONE, firstSeen },
        settings: { weekStart: 1, calendar: MONDAY_TO_FRIDAY },
      }));
    // On Wednesday, when the grace is over.
    const wednesday = at(week, 2, '08:00');
    for (const { week: fallen, ...moment } of toFreeze({ ...(await due(wednesday)), looks })) {
      await freezeWeek(fallen, moment, { frozenAt: wednesday, reviewed: false });
    }
    if (week === 13) await limit(name, 40, wednesday);
    for (let deal = 1; deal <= 4; deal++) {
      const moment = at(week, (week + deal) % 4, `1${deal}:00`);
      await record(store, deal, moment, 1_000 * deal + 100 * (week % 3), OWNERS[(week + deal) % 3] ?? '');
      looks.push(moment);
    }
    const friday = at(week, 4, '16:00');
    const draft = draftWeek(await due(friday));
    if (draft && week % 3 !== 1) await freezeWeek(draft.week, draft, { frozenAt: friday });
  }
  expect((await keeping.settingsAsOf(at(WEEKS, 4, '16:00'))).problems).toEqual([]);
  expect((await snapshots.heads()).damaged).toBe(0);
}

it('half a year of weeks is one chain, each from the end of the one before, and stays verified whatever came later', async () => {
  const one = browser();
  await liveHalfYear(one);
  const heads = await one.heads();
  // Weeks 9 to 11 and 17 were slept through.
  expect(heads).toHaveLength(WEEKS - 3);
  expect(heads.some(({ reviewed }) => !reviewed)).toBe(true);
  heads.forEach((head, index) => {
    const before = heads[index - 1];
    expect(head.before).toBe(before?.root ?? null);
    expect(headBefore(heads, head)?.asOf).toBe(before?.asOf);
    expect(head.asOf).toBeGreaterThan(before?.asOf ?? 0);
    if (!head.reviewed)
      expect([dayInZone(head.asOf, ZONE), dayInZone(head.asOf + 1, ZONE)]).toEqual([head.to, addDays(head.to, 1)]);
  });
  for (const head of heads) expect(await one.verified(head)).toMatchObject({ verdict: 'sound', ...SAME });

  // What other looks know of the past comes in late, other limits hold, a deal is new, somebody is erased.
  const later = at(WEEKS + 1, 1, '10:00');
  for (let week = 0; week < WEEKS; week += 2)
    await record(one.store, 2, at(week, 3, '20:00'), 7_777, 'Ada Holm', later);
  await record(one.store, 9, at(3, 3, '20:00'), 900, 'Ben Okoro', later);
  await limit(one.name, 50, later);
  for (const head of heads) expect(await one.verified(head)).toMatchObject({ verdict: 'sound', erased: null, ...SAME });

  await one.keeping.erase({ what: 'person', names: ['Kim Olsen'] });
  for (const head of heads) {
    const found = await one.verified(head);
    expect(found).toMatchObject({ verdict: 'sound', changed: [], replay: { differences: [] } });
    expect(textOf(await one.snapshots.snapshot(head.id))).not.toContain('Kim Olsen');
  }

  const deal = (await one.histories()).find(({ deal: { url } }) => url.endsWith('/3'))?.deal.id ?? '';
  await one.keeping.erase({ what: 'deal', deal });
  for (const head of heads) {
    const found = await one.verified(head);
    expect(found).toMatchObject({ verdict: 'differs', changed: [], chain: { kind: head.before ? 'holds' : 'first' } });
    expect(found.replay?.mayBe).toEqual(['erased']);
    // Whose only deal it was is not on record any more, either.
    const [team, ...others] = found.replay?.differences ?? [];
    expect(team).toEqual({ key: 'team', how: 'other', fields: ['open', 'sum'] });
    expect(others.every(({ key, how }) => how === 'gone' && key.startsWith('person '))).toBe(true);
  }
});

it('a byte that was changed in any week is found there, and named', async () => {
  const one = browser();
  await liveHalfYear(one);
  const heads = await one.heads();
  const db = openTables(one.name);
  const victim = heads[7] as SnapshotHead;
  const [block] = await db.leaves.where('snapshot').equals(victim.id).toArray();
  if (!block) throw new Error('It has no parts.');
  const leaves = block.leaves.map((leaf) =>
    leaf.key === 'team' && 'text' in leaf ? { ...leaf, text: leaf.text.replace(/"sum":\d/, '"sum":9') } : leaf,
  );
  await db.leaves.put({ ...block, leaves });
  for (const head of heads) {
    const found = await one.verified(head);
    expect(found.verdict).toBe(head.id === victim.id ? 'tampered' : 'sound');
    expect(found.changed).toEqual(head.id === victim.id ? [{ what: 'leaf', key: 'team' }] : []);
  }
  await db.leaves.put(block);
  await db.snapshots.update(victim.id, { root: '0'.repeat(64) });
  expect((await one.verified({ ...victim, root: '0'.repeat(64) })).changed).toEqual([{ what: 'tree' }]);
  const next = await one.verified(heads[8] as SnapshotHead);
  expect(next.chain).toMatchObject({ kind: 'broken', before: { id: victim.id } });
});

it('a correction stands in the place of its week, and both verify', async () => {
  const one = browser();
  await liveHalfYear(one);
  const wrong = (await one.heads()).at(-3) as SnapshotHead;
  const later = at(WEEKS + 1, 1, '10:00');
  await record(one.store, 2, wrong.asOf - 3_600_000, 8_888, 'Ada Holm', later);
  const { from, to, asOf } = wrong;
  await one.freezeWeek({ from, to }, { asOf, knownAt: later }, { frozenAt: later, corrects: wrong.id });
  const heads = await one.heads();
  const correction = heads.find(({ corrects }) => corrects === wrong.id) as SnapshotHead;
  expect(inForce(heads)).toHaveLength(heads.length - 1);
  expect(inForce(heads)).not.toContainEqual(wrong);
  for (const head of heads) expect(await one.verified(head)).toMatchObject({ verdict: 'sound', ...SAME });
  const sums = await Promise.all(
    [wrong, correction].map(async ({ id }) => textOf(await one.snapshots.snapshot(id), 'team')),
  );
  expect(sums[0]).not.toBe(sums[1]);
  // The week after it began where the wrong one ended, which is where the right one ends.
  const after = heads.find((head) => head.from === addDays(from, 7)) as SnapshotHead;
  expect(headBefore(heads, after)?.id).toBe(wrong.id);
});
