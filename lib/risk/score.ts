import type { Band, OtherShare, Score, Share, SignalName, SignalOn, Split } from './types.ts';
import { BAND_FROM, BASE, LEAN_BASE, WEIGHTS } from './weights.ts';

export type BandFrom = { look: number; closer: number };

type Held = Pick<SignalOn, 'signal' | 'family' | 'points'> & { level?: number };

/** What the sum starts from, and what learning adds beside the signals; the defaults where nothing was learnt. */
export type ScoreSettings = {
  base?: number | undefined;
  others?: readonly OtherShare[] | undefined;
  calibrated?: boolean | undefined;
  /** False: no date lies ahead, so there is nothing to be late for. */
  dated?: boolean | undefined;
  /** Where bands begin, in log-odds. */
  bandFrom?: BandFrom | undefined;
  leans?: { base: number; signals: Readonly<Record<SignalName, number>> } | undefined;
};

/**
 * The sum of log-odds: in each family the strongest counts in full and the others a quarter, so that one cause seen from
 * four sides does not count four times. Every figure is a whole number of hundredths, added as such: the shares add up to
 * the score to the last digit, on screen as well.
 */
export function scoreOf(on: readonly Held[], settings: ScoreSettings = {}): Score {
  const { base = BASE, calibrated = false, dated = true } = settings;
  const ordered = [...on].sort(byStrength);
  const led = new Set<string>();
  const shares: Share[] = [];
  let sum = hundredths(base);
  for (const { signal, family, points } of ordered) {
    const strongest = !led.has(family);
    led.add(family);
    const counted = strongest ? hundredths(points) : Math.round(hundredths(points) / 4);
    sum += counted;
    shares.push({ signal, points, counted: counted / 100, why: strongest ? 'strongest-of-family' : 'quarter' });
  }
  const others = (settings.others ?? []).flatMap(({ name, counted }) => {
    const whole = hundredths(counted);
    sum += whole;
    return whole === 0 ? [] : [{ name, counted: whole / 100 }];
  });
  const split = dated ? splitOf(ordered, shares, settings.leans) : null;
  return {
    logOdds: sum / 100,
    base: hundredths(base) / 100,
    shares,
    others,
    split,
    band: bandOf(sum / 100, settings.bandFrom),
    calibrated,
  };
}

/** Lost rather than late, by the same shares of each signal. */
function splitOf(ordered: readonly Held[], counted: readonly Share[], leans: ScoreSettings['leans']): Split {
  const base = hundredths(leans?.base ?? LEAN_BASE);
  let sum = base;
  const shares = ordered.flatMap(({ signal, level = 1 }, at) => {
    const part = counted[at]?.why === 'quarter' ? 0.25 : 1;
    const lean = hundredths((leans?.signals[signal] ?? WEIGHTS[signal].lean) * level * part);
    sum += lean;
    return lean === 0 ? [] : [{ signal, counted: lean / 100 }];
  });
  return { logOdds: sum / 100, base: base / 100, shares };
}

/** What a score says as chances, for where it is calibrated: not won by its date, and of that lost and late. */
export function chancesOf({ logOdds, split }: Pick<Score, 'logOdds' | 'split'>): {
  notWon: number;
  lost: number;
  late: number;
} {
  const notWon = chance(logOdds);
  const lost = split ? notWon * chance(split.logOdds) : notWon;
  return { notWon, lost, late: notWon - lost };
}

const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Strongest first, whichever way it speaks; equal ones by name, so that the order of readings never shows. */
export function byStrength(a: Pick<SignalOn, 'signal' | 'points'>, b: Pick<SignalOn, 'signal' | 'points'>): number {
  return Math.abs(b.points) - Math.abs(a.points) || (a.signal < b.signal ? -1 : a.signal > b.signal ? 1 : 0);
}

/** Log-odds as whole hundredths: what the arithmetic is done in. */
export function hundredths(logOdds: number): number {
  return Math.round(logOdds * 100);
}

export function bandOf(logOdds: number, from: BandFrom = BAND_FROM): Band {
  if (hundredths(logOdds) >= hundredths(from.closer)) return 'closer';
  return hundredths(logOdds) >= hundredths(from.look) ? 'look' : 'quiet';
}
