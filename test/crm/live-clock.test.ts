import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLiveClock, type LiveClock } from '../../lib/crm/live-clock.ts';

let stalled = 0;
let clock: LiveClock;

beforeEach(() => {
  vi.useFakeTimers();
  const began = Date.now();
  stalled = 0;
  clock = createLiveClock(() => Date.now() - began + stalled);
});
afterEach(() => {
  clock.stop();
  vi.useRealTimers();
});

describe('a live clock', () => {
  it('goes as any clock does on a page that has its turns', () => {
    clock.count(1_000);
    vi.advanceTimersByTime(990);
    expect(clock.now()).toBe(990);
  });

  it('takes one long gap for one turn', () => {
    clock.count(1_000);
    vi.advanceTimersByTime(100);
    stalled += 60_000;
    expect(clock.now()).toBeLessThan(140);
  });

  it('needs as many turns on a page that gets one a second', () => {
    clock.count(1_000);
    let turns = 0;
    for (; clock.now() < 1_000; turns++) {
      stalled += 1_000;
      vi.advanceTimersByTime(16);
    }
    expect(turns).toBeGreaterThan(30);
  });

  it('lets what was quiet already stay so', () => {
    clock.count(1_000);
    vi.advanceTimersByTime(61_000);
    expect(clock.now()).toBe(61_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
