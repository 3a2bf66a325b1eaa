import type { Band, Score, Share, SignalOn } from './types.ts';
import { BAND_FROM, BASE } from './weights.ts';

/**
 * The sum of log-odds: in each family the strongest counts in full and the others a quarter, so that one cause seen from
 * four sides does not count four times. Every figure is a whole number of hundredths, added as such: the shares add up to
 * the score to the last digit, on screen as well.
 */
export function scoreOf(on: readonly Pick<SignalOn, 'signal' | 'family' | 'points'>[]): Score {
  const ordered = [...on].sort(byStrength);
  const led = new Set<string>();
  const shares: Share[] = [];
  let sum = hundredths(BASE);
  for (const { signal, family, points } of ordered) {
    const strongest = !led.has(family);
    led.add(family);
    const counted = strongest ? hundredths(points) : Math.round(hundredths(points) / 4);
    sum += counted;
    shares.push({ signal, points, counted: counted / 100, why: strongest ? 'strongest-of-family' : 'quarter' });
  }
  return { logOdds: sum / 100, base: BASE, shares, band: bandOf(sum), calibrated: false };
}

/** Strongest first; equal ones by name, so that the order of readings never shows. */
export function byStrength(a: Pick<SignalOn, 'signal' | 'points'>, b: Pick<SignalOn, 'signal' | 'points'>): number {
  return b.points - a.points || (a.signal < b.signal ? -1 : a.signal > b.signal ? 1 : 0);
}

/** Log-odds as whole hundredths: what the arithmetic is done in. */
export function hundredths(logOdds: number): number {
  return Math.round(logOdds * 100);
}

function bandOf(sum: number): Band {
  if (sum >= hundredths(BAND_FROM.closer)) return 'closer';
  return sum >= hundredths(BAND_FROM.look) ? 'look' : 'quiet';
}
