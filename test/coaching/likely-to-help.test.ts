import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyToHelp, PROOF_WITHIN_DAYS, sharesOf } from '../../lib/coaching/likely-to-help.ts';
import type { PromptEvent } from '../../lib/deal/promise.ts';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
let made = 0;

const event = (kind: PromptEvent['kind'], prompt: string, at: number, deal = `deal-${++made}`): PromptEvent => ({
  ...{ id: `event-${++made}`, deal, prompt, signal: prompt.split('.')[0] ?? '', basis: 'b', kind, at, until: null },
});
/** Asked on as many deals, long enough ago, `proved` of them with a proof three days later. */
const asks = (prompt: string, asked: number, proved: number) =>
  Array.from({ length: asked }, (_, at) => {
    const one = event('asked', prompt, NOW - 100 * DAY);
    return at < proved ? [one, event('proof-seen', prompt, one.at + 3 * DAY, one.deal)] : [one];
  }).flat();

describe('the share of questions that led to a proof', () => {
  it('counts by prompt and by signal', () => {
    const shares = sharesOf([...asks('stalled.a', 4, 1), ...asks('stalled.b', 2, 2)], NOW);
    expect(shares.get('stalled.a')).toEqual({ asked: 4, proved: 1 });
    expect(shares.get('stalled.b')).toEqual({ asked: 2, proved: 2 });
    expect(shares.get('stalled')).toEqual({ asked: 6, proved: 3 });
  });

  it('takes a proof for an answer within three weeks, on the same deal and on the same basis alone', () => {
    const one = event('asked', 'stalled.a', NOW - 100 * DAY, 'd');
    const proved = (over: Partial<PromptEvent>) =>
      sharesOf([one, { ...event('proof-seen', 'stalled.a', one.at + DAY, 'd'), ...over }], NOW).get('stalled.a')
        ?.proved;
    expect(proved({})).toBe(1);
    expect(proved({ at: one.at + PROOF_WITHIN_DAYS * DAY })).toBe(1);
    expect(proved({ at: one.at + PROOF_WITHIN_DAYS * DAY + 1 })).toBe(0);
    expect(proved({ at: one.at - 1 })).toBe(0);
    expect(proved({ deal: 'other' })).toBe(0);
    expect(proved({ basis: 'other' })).toBe(0);
    expect(proved({ kind: 'snoozed' })).toBe(0);
  });

  it('does not hold it against a question that its answer may still come, nor look ahead', () => {
    const young = event('asked', 'stalled.a', NOW - 2 * DAY, 'd');
    expect(sharesOf([young], NOW).size).toBe(0);
    expect(sharesOf([young, event('proof-seen', 'stalled.a', NOW - DAY, 'd')], NOW).get('stalled.a')).toEqual({
      asked: 1,
      proved: 1,
    });
    expect(sharesOf(asks('stalled.a', 3, 3), NOW - 200 * DAY).size).toBe(0);
  });
});

describe('how likely a question is to help', () => {
  it('is little moved by a few events, and the more by many', () => {
    const usual = asks('pushed.x', 40, 16);
    const factor = (asked: number, proved: number) =>
      likelyToHelp([...usual, ...asks('stalled.a', asked, proved)], NOW).get('stalled.a') ?? 1;
    expect(factor(1, 0)).toBeGreaterThan(0.9);
    expect(factor(2, 2)).toBeLessThan(1.3);
    expect(factor(10, 8)).toBeGreaterThan(factor(2, 2));
    expect(factor(11, 0)).toBeLessThan(0.6);
  });

  it('retires a prompt that was put twelve times and led to nothing, where others do lead to something', () => {
    const usual = asks('pushed.x', 40, 20);
    const of = (asked: number, proved: number) =>
      likelyToHelp([...usual, ...asks('stalled.a', asked, proved)], NOW).get('stalled.a');
    expect(of(11, 0)).toBeGreaterThan(0);
    expect(of(12, 0)).toBe(0);
    expect(of(12, 4)).toBeGreaterThan(0);
    expect(likelyToHelp([...usual, ...asks('stalled.a', 12, 0)], NOW).get('stalled')).toBeGreaterThan(0);
  });

  it('retires none where no question leads to anything: then the proofs are not told, not the questions bad', () => {
    const nothing = Array.from({ length: 20 }, (_, at) => asks(`stalled.${at}`, 15, 0)).flat();
    expect([...likelyToHelp(nothing, NOW).values()].every((each) => each > 0)).toBe(true);
  });

  it('stays between half and twice the average, whatever was asked', () => {
    const anyAsks = fc.array(
      fc.record({ prompt: fc.constantFrom('a.x', 'a.y', 'b.x'), asked: fc.nat(30), share: fc.nat(30) }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(anyAsks, (all) => {
        const events = all.flatMap(({ prompt, asked, share }) => asks(prompt, asked, Math.min(asked, share)));
        for (const each of likelyToHelp(events, NOW).values())
          expect(each === 0 || (each >= 0.5 && each <= 2)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
