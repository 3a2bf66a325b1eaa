import fc from 'fast-check';
import { expect } from 'vitest';
import { createSettler, LEFTOVER_MS } from '../../lib/crm/settle.ts';
import { type Content, type Field, reading, texts } from './plain-pages.ts';

/**
 * A page in which visits overlap. `url-first`: the address, then every field at its own moment. `page-first`: the whole
 * content, then the address. `slow`: the address, and after seconds the whole content. `named`: the page says whose it is, from the moment its first field changes.
 */
export type Mode = 'url-first' | 'slow' | 'page-first' | 'named';
type Visit = { deal: number; stay: number; address: number; page: number; late: number[]; blank: boolean };
type Update = {
  at: number;
  visit: number;
  target: Field | 'address' | 'owned';
  value: string | undefined;
};

const FIELDS: Field[] = ['name', 'amount', 'stage', 'closeDate', 'owner', 'nextStep'];
const delay = fc.integer({ min: 0, max: 600 });
/** From a click to the last that it brings; and from what a page shows to the next click. */
const SLOWEST_MS = 1_300;
const HAND_MS = 100;
/** The most that one turn counts (`live-clock.ts`). */
const TURN_MS = 32;

const deals = fc.array(
  fc.record({
    // Few choices, so that neighbours share values; a shared name only where the address leads.
    amount: fc.integer({ min: 1, max: 3 }).map(String),
    stage: fc.constantFrom('Discovery', 'Proposal'),
    closeDate: fc.constantFrom('2027-01-05', '2027-02-06', '2027-03-07'),
    owner: fc.constantFrom('Mara Lind', 'Jon Ree', undefined),
    nextStep: fc.constantFrom('Call Anna', 'Send the plan', ''),
    sharesName: fc.boolean(),
  }),
  { minLength: 2, maxLength: 4 },
);

const visits = fc.array(
  fc.record({
    deal: fc.nat(3),
    stay: fc.integer({ min: 50, max: 4_000 }),
    address: delay,
    page: delay,
    late: fc.array(delay, { minLength: FIELDS.length, maxLength: FIELDS.length }),
    blank: fc.boolean(),
  }),
  { minLength: 2, maxLength: 6 },
);

/** Times in which the page is held up: nothing in it moves, and we neither look nor hear of anything. */
type Stall = { at: number; length: number };

const stalls = fc.array(fc.record({ at: fc.nat(8_000), length: fc.integer({ min: 50, max: 4_000 }) }), {
  maxLength: 4,
});

/**
 * One click at a time: of two that a page takes in at once nobody can tell which of their deals it shows, and nobody clicks in
 * the moment in which it comes round.
 */
function apart(held: readonly Stall[], walk: readonly Visit[]): Stall[] {
  let start = 0;
  const clicks = walk.map(({ stay }) => {
    start += stay;
    return start - stay;
  });
  return held.filter(({ at, length }) => {
    const end = at + length;
    const near = clicks.slice(1).filter((click) => click > at - SLOWEST_MS && click <= end + HAND_MS);
    return near.length === 0 || (near.length === 1 && near.every((click) => click <= end));
  });
}

/** When what was due at a time comes round. */
function afterStalls(held: readonly Stall[], at: number): number {
  const stall = held.find((one) => at > one.at && at <= one.at + one.length);
  return stall ? afterStalls(held, stall.at + stall.length + 1) : at;
}

function updatesOf(mode: Mode, truths: Content[], visits: Visit[]): Update[] {
  const updates: Update[] = [];
  let start = 0;
  for (const [index, visit] of visits.entries()) {
    const truth = truths[visit.deal] ?? {};
    const put = (after: number, target: Update['target'], value: string | undefined) =>
      updates.push({ at: start + after, visit: index, target, value });
    // A click shows somewhere at once, in the address or in the page; nobody can know of one that does not.
    const addressLeads = mode === 'url-first' || mode === 'slow' || (mode === 'named' && visits[0]?.blank === true);
    const slow = mode === 'slow' ? visit.page * 12 : 0;
    const page = mode === 'page-first' || (mode === 'named' && addressLeads) ? visit.page : slow;
    const address = addressLeads ? 0 : mode === 'page-first' ? page + visit.address : visit.address;
    put(address, 'address', String(visit.deal));
    if (mode === 'named') put(page, 'owned', String(visit.deal));
    for (const [at, field] of FIELDS.entries()) {
      const late =
        mode === 'slow' || mode === 'page-first' || (mode === 'named' && field === 'name') ? 0 : (visit.late[at] ?? 0);
      if (visit.blank && mode === 'url-first' && late > 0) put(0, field, at % 2 ? '' : undefined);
      put(page + late, field, truth[field]);
    }
    start += visit.stay;
  }
  return updates.sort((a, b) => a.at - b.at || a.visit - b.visit);
}

/** Fails where a reading that counts carries a value of another deal, or where the last deal never counts whole. */
export function mixesNothing(mode: Mode, numRuns: number): void {
  fc.assert(
    // Changed values are read within two frames: sooner than anybody clicks again.
    fc.property(deals, visits, fc.integer({ min: 0, max: 40 }), stalls, (seeds, path, lag, anyHeld) => {
      const truths: Content[] = seeds.map(({ sharesName, ...content }, index) => ({
        ...content,
        name: sharesName && mode === 'url-first' ? 'Renewal' : `Deal ${index}`,
      }));
      const walk = path
        .map((visit) => ({ ...visit, deal: visit.deal % truths.length }))
        .filter((visit, index, all) => visit.deal !== all[index - 1]?.deal)
        // A tab's first page has nothing before it to be mixed up with.
        .map((visit, index) => (index === 0 ? { ...visit, stay: visit.stay + 2_000 } : visit))
        // A page that leads its address has its content at hand: every click shows.
        .map((visit) => (mode === 'page-first' ? { ...visit, page: path[0]?.page ?? 0 } : visit));
      const held = apart(anyHeld, walk);
      const meanwhile = (at: number) => afterStalls(held, at);
      // As the page's own clock counts: a hold-up is one turn, however long.
      const live = (at: number) =>
        at - held.reduce((sum, one) => sum + Math.max(0, Math.min(at - one.at, one.length) - TURN_MS), 0);
      const settler = createSettler();
      const page: { address: string; owned: string | null; content: Content } = {
        address: '',
        owned: null,
        content: {},
      };
      const newest = new Map<string, number>();
      const latest = new Map<string, Content>();
      let due: number | null = null;
      let isUnread = true;
      let readAt: number | null = null;
      let settledAt = '';
      const read = (at: number) => {
        isUnread = Object.keys(page.content).length === 0;
        const now =
          page.address && !isUnread
            ? reading(page.address, page.content, { pageRecordId: mode === 'named' ? page.owned : null })
            : null;
        const { accept, again } = settler.offer({ at: live(at), reading: now });
        due = again === null ? null : meanwhile(at + again);
        const id = accept?.deals[0]?.recordId;
        readAt = null;
        // The watcher forgets what counted once it has read another deal, under whatever address.
        if (page.address !== settledAt) settledAt = '';
        if (!accept || !id) return;
        settledAt = page.address;
        const truth = truths[Number(id)] ?? {};
        const content = texts(accept) ?? {};
        for (const field of FIELDS) {
          if (content[field] !== undefined)
            expect([at, id, field, content[field]]).toEqual([at, id, field, truth[field]]);
        }
        latest.set(id, content);
      };
      const updates = updatesOf(mode, truths, walk)
        .map((update) => ({ ...update, at: meanwhile(update.at) }))
        .sort((a, b) => a.at - b.at);
      const heldUp = held.reduce((sum, { length }) => sum + length, 0);
      const end = (updates.at(-1)?.at ?? 0) + LEFTOVER_MS + 3_000 + heldUp;
      for (let at = 0; at <= end; ) {
        // Of all that is due when a page comes round again our own look comes first: the worst order there is.
        if (readAt === at || due === at) read(at);
        const batch = updates.filter((update) => update.at === at);
        for (const { visit, target, value } of batch) {
          // What an earlier click asked for does not overwrite what a later one has brought.
          if ((newest.get(target) ?? -1) > visit) continue;
          // Nor does what comes seconds late for a deal that was left meanwhile.
          if (mode === 'slow' && target !== 'address' && (newest.get('address') ?? -1) > visit) continue;
          newest.set(target, visit);
          const { address } = page;
          if (target === 'address') page.address = value ?? '';
          else if (target === 'owned') page.owned = value ?? null;
          else page.content = { ...page.content, [target]: value };
          // A navigation is told at once, a mutation when a busy page comes round to it.
          if (target !== 'address') {
            isUnread = true;
            readAt ??= meanwhile(at + lag);
          } else {
            if (isUnread && settledAt !== address) settler.doubt('leftover');
            read(at);
          }
        }
        if (readAt === at) read(at);
        const next = [updates.find((update) => update.at > at)?.at, due, readAt].filter(
          (one) => one != null && one > at,
        );
        if (next.length === 0) break;
        at = Math.ceil(Math.min(...(next as number[])));
      }
      const last = String(walk.at(-1)?.deal);
      const whole = Object.fromEntries(
        Object.entries(truths[Number(last)] ?? {}).filter(([, raw]) => raw !== undefined),
      );
      expect(latest.get(last)).toEqual(whole);
    }),
    { numRuns },
  );
}

export const MODES: Mode[] = ['url-first', 'slow', 'page-first', 'named'];
