import type { Example } from './learn/examples.ts';
import { probability } from './learn/fit.ts';
import { type BandFrom, bandOf } from './score.ts';
import { type Band, RISK_NAMES, type SignalName } from './types.ts';

/** A share with its sample and the 95 % interval around it. */
export type Share = { count: number; of: number; share: number; low: number; high: number };

/** How often a word was right: of the deals that stood in a band, those that were not won by their date. */
export type BandCheck = { band: Band; notWon: Share; enough: boolean };

/** What was said as a chance against what came true, in bands of a tenth. A deal counts once in each, by its last look there. */
export type ReliabilityCheck = { from: number; to: number; said: number; came: Share };

/** A signal's hits and false alarms; `without` is the same share among deals that it was silent on. */
export type SignalCheck = {
  signal: SignalName;
  hits: number;
  falseAlarms: number;
  notWon: Share;
  without: Share;
  enough: boolean;
};

export type SelfCheck = {
  deals: number;
  looks: number;
  notWon: Share;
  bands: BandCheck[];
  /** Empty before the score is calibrated: it says no chance that could be checked. */
  reliability: ReliabilityCheck[];
  signals: SignalCheck[];
  /** The last look at least thirty days before the end of each deal. */
  thirtyDaysBefore: { deals: number; won: Record<Band, number>; notWon: Record<Band, number>; enough: boolean };
  /** Too few closed deals to say anything by: shown with the figures, never instead of them. */
  enough: boolean;
};

/** Fewer than this in a group, and the interval is as wide as the question. Judgement. */
export const ENOUGH = 20;
const DAY_MS = 86_400_000;
const BEFORE_DAYS = 30;
const BANDS: readonly Band[] = ['quiet', 'look', 'closer'];

/**
 * What the score was worth on the user's own closed deals, each as it looked while open. `logOdds`: what the score in force
 * says of a look; it must not have learnt from these deals, or the check flatters itself.
 */
export function selfCheck(
  examples: readonly Example[],
  logOdds: (example: Example) => number,
  calibrated: boolean,
  bandFrom?: BandFrom,
): SelfCheck {
  const said = examples.map((example) => ({ example, logOdds: logOdds(example) }));
  const deals = dealsIn(said);
  return {
    deals: deals.length,
    looks: said.length,
    notWon: shareOf(deals.map(({ example }) => example.notWon)),
    bands: BANDS.map((band) => {
      // A deal counts once in each band that it was ever seen in.
      const notWon = shareOf(
        dealsIn(said.filter((one) => bandOf(one.logOdds, bandFrom) === band)).map(({ example }) => example.notWon),
      );
      return { band, notWon, enough: notWon.of >= ENOUGH };
    }),
    reliability: calibrated ? reliabilityOf(said) : [],
    signals: signalsOf(examples),
    thirtyDaysBefore: thirtyBefore(said, bandFrom),
    enough: deals.length >= ENOUGH,
  };
}

type Said = { example: Example; logOdds: number };

/** The last look at each deal. */
function dealsIn(said: readonly Said[]): Said[] {
  const last = new Map<string, Said>();
  for (const one of said) {
    const before = last.get(one.example.deal);
    if (!before || one.example.at > before.example.at) last.set(one.example.deal, one);
  }
  return [...last.values()];
}

function reliabilityOf(said: readonly Said[]): ReliabilityCheck[] {
  return Array.from({ length: 10 }, (_, band) => [band / 10, (band + 1) / 10] as const).flatMap(([from, to]) => {
    // Looks at one deal share its end: each counted, they would make the interval narrower than it is.
    const part = dealsIn(
      said.filter((one) => {
        const p = probability(one.logOdds);
        return p >= from && (p < to || to === 1);
      }),
    );
    if (part.length === 0) return [];
    const mean = part.reduce((sum, one) => sum + probability(one.logOdds), 0) / part.length;
    return { from, to, said: mean, came: shareOf(part.map(({ example }) => example.notWon)) };
  });
}

/** Per deal: a signal was on at some look, or at none. */
function signalsOf(examples: readonly Example[]): SignalCheck[] {
  const ends = new Map(examples.map(({ deal, notWon }) => [deal, notWon]));
  return RISK_NAMES.flatMap((signal) => {
    const on = new Set(examples.filter(({ levels }) => levels[signal] !== undefined).map(({ deal }) => deal));
    if (on.size === 0) return [];
    const notWon = shareOf([...on].map((deal) => ends.get(deal) ?? 0));
    const without = shareOf([...ends].flatMap(([deal, end]) => (on.has(deal) ? [] : end)));
    const enough = notWon.of >= ENOUGH && without.of >= ENOUGH;
    return { signal, hits: notWon.count, falseAlarms: notWon.of - notWon.count, notWon, without, enough };
  });
}

function thirtyBefore(said: readonly Said[], bandFrom: BandFrom | undefined): SelfCheck['thirtyDaysBefore'] {
  const early = said.filter(({ example }) => example.at <= example.ended.at - BEFORE_DAYS * DAY_MS);
  const [won, notWon] = [none(), none()];
  const deals = dealsIn(early);
  for (const { example, logOdds } of deals) (example.notWon ? notWon : won)[bandOf(logOdds, bandFrom)]++;
  return { deals: deals.length, won, notWon, enough: deals.length >= ENOUGH };
}

const none = (): Record<Band, number> => ({ quiet: 0, look: 0, closer: 0 });

/** Wilson's interval: honest for few deals, and never beyond nought and one. */
export function shareOf(ends: readonly number[]): Share {
  const of = ends.length;
  const count = ends.reduce<number>((sum, end) => sum + end, 0);
  if (of === 0) return { count: 0, of: 0, share: Number.NaN, low: 0, high: 1 };
  const z = 1.96;
  const share = count / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { count, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
