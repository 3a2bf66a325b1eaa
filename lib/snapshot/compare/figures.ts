import { isSameCurrency, type Money } from '../../deal/money.ts';
import type { Sums } from '../content.ts';
import type { TeamPart } from '../team-part.ts';

/** One figure on both sides, and later − earlier where both are known in one currency. */
export type FigureDifference = { title: string; earlier: Money | null; later: Money | null; by: Money | null };

const SUMS: [title: string, sum: keyof Sums][] = [
  ['Closed', 'closed'],
  ['Commit', 'commit'],
  ['Best case', 'bestCase'],
  ['Pipeline', 'pipeline'],
  ['Left out of the forecast', 'omitted'],
  ['Open and due', 'due'],
];

/** The team's figures, a row for each currency that either side has. */
export function figureDifferences(earlier: TeamPart, later: TeamPart): FigureDifference[] {
  return [
    ...single('Goal', earlier.goal, later.goal),
    ...single('Call', earlier.call, later.call),
    ...SUMS.flatMap(([title, sum]) => sumDifferences(title, earlier.sums[sum], later.sums[sum])),
    ...single('Gap', earlier.gap?.gap ?? null, later.gap?.gap ?? null),
    ...sumDifferences('All that is open', earlier.open, later.open),
  ];
}

/** A figure that one side does not have is not known there, and no nought. */
function single(title: string, earlier: Money | null, later: Money | null): FigureDifference[] {
  return earlier || later ? [difference(title, earlier, later)] : [];
}

/** A currency in which one side has nothing is nought there. */
export function sumDifferences(title: string, earlier: readonly Money[], later: readonly Money[]): FigureDifference[] {
  const all = [...later, ...earlier];
  const currencies = all.filter((sum, at) => all.findIndex((one) => isSameCurrency(one, sum)) === at);
  return currencies.map((like) => {
    const of = (sums: readonly Money[]) =>
      sums.find((sum) => isSameCurrency(sum, like)) ?? { ...like, minor: 0, halfStep: 0 };
    return difference(title, of(earlier), of(later));
  });
}

function difference(title: string, earlier: Money | null, later: Money | null): FigureDifference {
  const isComparable = earlier && later && isSameCurrency(earlier, later);
  const by = isComparable ? { ...later, minor: later.minor - earlier.minor, halfStep: 0 } : null;
  return { title, earlier, later, by };
}
