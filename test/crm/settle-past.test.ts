import { describe, expect, it } from 'vitest';
import type { PastReading } from '../../lib/crm/read-past.ts';
import { LEFTOVER_MS } from '../../lib/crm/settle.ts';
import { createPastSettler, type PastSettler, STILL_MS } from '../../lib/crm/settle-past.ts';
import type { PastEntry } from '../../lib/deal/past.ts';
import { randomOf } from '../sim/team/random.ts';

const evidence = { rule: '.message', raw: '3 Nov' };

function event(text: string): PastEntry {
  return { kind: 'event', day: '2026-11-03', what: 'email', side: 'unknown', who: null, text, evidence };
}

const planned = (what: string): PastEntry => ({ kind: 'planned', what, due: null, owner: null, evidence });

function feedOf(...texts: string[]): PastReading {
  return { entries: texts.map(event), parts: ['feed'], left: [] };
}

/** Offers what stands there every 100 ms, from one moment up to another; gives the texts that were accepted, and when. */
function watch(settler: PastSettler, from: number, to: number, stands: PastReading | null) {
  const accepted: { at: number; texts: string[] }[] = [];
  for (let at = from; at <= to; at += 100) {
    const { accept } = settler.offer(at, stands);
    if (accept) accepted.push({ at, texts: accept.entries.map((one) => ('text' in one ? one.text : one.kind)) });
  }
  return accepted;
}

describe('the past of a deal', () => {
  it('counts once it stood still, and not before its record was read', () => {
    const settler = createPastSettler(true);
    expect(watch(settler, 0, 5_000, feedOf('a'))).toEqual([]);
    settler.begin('A', 5_000);
    expect(watch(settler, 5_000, 9_000, feedOf('a'))).toEqual([{ at: 5_000 + STILL_MS, texts: ['a'] }]);
  });

  it('counts anew from each change, and is told again only where it says something else', () => {
    const settler = createPastSettler(true);
    settler.begin('A', 0);
    expect(watch(settler, 0, 1_000, feedOf('a'))).toEqual([]);
    expect(watch(settler, 1_100, 6_000, feedOf('b', 'a'))).toEqual([{ at: 1_100 + STILL_MS, texts: ['b', 'a'] }]);
  });

  it('that loses all it had shown is taken for another deal’s, for as long as a copy is', () => {
    const settler = createPastSettler(true);
    settler.begin('A', 0);
    expect(watch(settler, 0, 3_000, feedOf('a1', 'a2'))).toHaveLength(1);
    watch(settler, 3_100, 3_500, null);
    expect(watch(settler, 3_600, 3_500 + LEFTOVER_MS, feedOf('of nobody here'))).toEqual([]);
    expect(watch(settler, 14_000, 18_000, feedOf('a3', 'a1'))).toHaveLength(1);
  });

  it('says when to look again, and leaves it to changes once all is told', () => {
    const settler = createPastSettler(true);
    settler.begin('A', 0);
    expect(settler.offer(200, feedOf('a'))).toEqual({ accept: null, again: STILL_MS });
    expect(settler.offer(200 + STILL_MS, feedOf('a')).again).toBeNull();
  });

  it('is told once more where it could not be kept', () => {
    const settler = createPastSettler(true);
    settler.begin('A', 0);
    expect(watch(settler, 0, 3_000, feedOf('a'))).toHaveLength(1);
    settler.forget();
    expect(watch(settler, 3_100, 4_000, feedOf('a'))).toHaveLength(1);
  });

  it('of the deal before is refused until it went, or stood for as long as a copy would', () => {
    const settler = createPastSettler(true);
    settler.begin('A', 0);
    watch(settler, 0, 3_000, feedOf('a1', 'a2'));
    settler.begin('B', 4_000);
    expect(watch(settler, 4_000, 4_000 + LEFTOVER_MS - 100, feedOf('a1', 'a2'))).toEqual([]);
    const own = watch(settler, 13_900, 18_000, feedOf('b1'));
    expect(own.flatMap(({ texts }) => texts)).toEqual(['b1']);
  });

  it('is refused as a whole while one line of the deal before stands among its own', () => {
    const settler = createPastSettler(true);
    settler.begin('A', 0);
    watch(settler, 0, 3_000, feedOf('a1', 'a2'));
    settler.begin('B', 4_000);
    expect(watch(settler, 4_000, 9_000, feedOf('b1', 'a2'))).toEqual([]);
  });

  it('waits longer where the deal before was left without its own: what it asked for may still come', () => {
    const settler = createPastSettler(true);
    settler.begin('A', 0);
    settler.begin('B', 500);
    expect(watch(settler, 500, 500 + LEFTOVER_MS - 100, feedOf('late of A'))).toEqual([]);
  });

  it('waits as long in a document that was loaded for another page', () => {
    const settler = createPastSettler(false);
    settler.begin('A', 0);
    expect(watch(settler, 0, LEFTOVER_MS - 100, feedOf('a'))).toEqual([]);
    expect(watch(settler, LEFTOVER_MS, LEFTOVER_MS, feedOf('a'))).toHaveLength(1);
  });

  it('is settled part by part: a feed that goes on changing holds up no planned activity', () => {
    const settler = createPastSettler(true);
    settler.begin('A', 0);
    const told: string[] = [];
    for (let at = 0; at < 4_000; at += 100) {
      const entries = [event(`line ${at}`), planned('call')];
      const { accept } = settler.offer(at, { entries, parts: ['feed', 'planned'], left: [] });
      told.push(...(accept?.entries ?? []).map(({ kind }) => kind));
    }
    expect(told).toEqual(['planned']);
  });

  it('belongs to the deal at hand, however addresses, records and feeds come in: 2,000 random courses', () => {
    let accepted = 0;
    for (let course = 0; course < 2_000; course++) {
      const random = randomOf(course, 17);
      const settler = createPastSettler(true);
      let at = 0;
      let deal = 0;
      /** Feeds on their way: each is drawn at its moment, over whatever stands there, and at last the deal's own. */
      let coming: { at: number; of: number }[] = [{ at: random.whole(0, 900), of: 0 }];
      let feed: number | null = null;
      settler.begin('deal 0', 0);
      const until = random.whole(3_000, 40_000);
      while (at < until) {
        at += random.whole(20, 400);
        if (random.chance(0.03)) {
          deal++;
          const isLeft = random.chance(0.5);
          // The page drops what was asked for, or draws it when it comes; a slow line takes seconds, but not ten.
          if (random.chance(0.5)) coming = [];
          if (!isLeft) feed = null;
          coming.push({ at: at + random.whole(0, 6_000), of: deal });
          const recordAt = at + random.whole(50, 1_000);
          while (at < recordAt) at += 100;
          settler.begin(`deal ${deal}`, at);
        }
        // What is older than what stands there is dropped; over an empty place it is drawn.
        for (const one of coming) if (one.at <= at && (feed === null || one.of >= feed)) feed = one.of;
        coming = coming.filter((one) => one.at > at);
        const shown = feed === null ? null : feedOf(`deal ${feed} first`, `deal ${feed} second`);
        const { accept } = settler.offer(at, shown);
        for (const entry of accept?.entries ?? []) {
          accepted++;
          if (entry.kind === 'event' && !entry.text.startsWith(`deal ${deal} `)) {
            throw new Error(`course ${course}, ${at} ms: “${entry.text}” kept for deal ${deal}`);
          }
        }
      }
    }
    expect(accepted).toBeGreaterThan(2_000);
  });
});
