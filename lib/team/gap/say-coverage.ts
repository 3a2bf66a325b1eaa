import type { DealRow } from '../../coaching/card.ts';
import { FEWEST_DEALS } from '../people/build-people.ts';
import type { Segment, Segmenting } from './coverage.ts';
import type { OwnRate } from './own-rate.ts';
import type { Telling } from './telling.ts';

export type SegmentLine = { name: string; open: string; rate: string; brings: string | null; rows: DealRow[] };

/** `tried`: what the own rate is made of, each with how it ended. */
export type SaidCoverage = {
  sentence: string;
  rate: string;
  open: DealRow[];
  tried: DealRow[];
  segments: { by: Segmenting; title: string; lines: SegmentLine[] }[];
};

const TITLES: Record<Segmenting, string> = { pipeline: 'By pipeline', size: 'By size', age: 'New and older' };

const NAMES: Record<Exclude<Segmenting, 'pipeline'>, Record<string, string>> = {
  size: { small: 'Under half of the usual amount', middling: 'Between', big: 'Over twice the usual amount' },
  age: { new: 'Created or first seen this quarter', older: 'Older' },
};

export function sayCoverage(telling: Telling): SaidCoverage {
  const { figures, row, rowsOf, say } = telling;
  const { coverage } = figures;
  const bys = [...new Set(coverage.segments.map(({ by }) => by))];
  return {
    sentence: sentenceOf(telling),
    rate: rateOf(telling),
    open: rowsOf(coverage.deals),
    tried: coverage.rate.tried.map(({ deal, isWon }) =>
      row(deal, isWon && deal.closedOn ? `Won in its quarter, ${say.day(deal.closedOn)}` : 'Not won in its quarter'),
    ),
    segments: bys.map((by) => ({
      ...{ by, title: TITLES[by] },
      lines: coverage.segments.filter((segment) => segment.by === by).map((segment) => lineOf(telling, segment)),
    })),
  };
}

function sentenceOf({ figures, short, figure }: Telling): string {
  const { toClose, minor, times: covered, need } = figures.coverage;
  const open = `${short(minor)} is open and due`;
  if (toClose === null) return `${open}. How far that reaches a goal will tell.`;
  if (toClose <= 0) return `The goal is closed; ${open} besides.`;
  const covers = `${open}, ${figure(covered ?? 0)} times the ${short(toClose)} that is still to close`;
  if (need === null) return `${covers}. How many times it takes here is too early to say.`;
  return `${covers}. At the rate seen here it takes ${figure(need.times)} times (${figure(need.low)} to ${figure(need.high)}).`;
}

function rateOf({ figures, short, words, say, percent, period }: Telling): string {
  const { coverage, earlier } = figures;
  const { rate } = coverage;
  if (earlier.length === 0)
    return 'Own win rate: not known, since history does not reach to this day of an earlier quarter.';
  const of = words.list(earlier.toReversed().map(({ quarter, day }) => `${say.day(day)} in ${period(quarter)}`));
  if (rate.share === null)
    return `Own win rate: too few to say (${words.deals(rate.tried.length)} of at least ${FEWEST_DEALS} open and due on ${of}).`;
  const { estimate, low, high } = rate.share;
  return `Own win rate ${percent(estimate)} (${percent(low)} to ${percent(high)}): of ${short(rate.value)} open and due on ${of}, ${short(rate.won)} was won in its quarter (${words.deals(rate.tried.length)}).`;
}

function lineOf({ short, rowsOf, percent }: Telling, { by, name, minor, deals, rate, brings }: Segment): SegmentLine {
  return {
    name: by === 'pipeline' ? name || 'Pipeline not seen' : (NAMES[by][name] ?? name),
    open: short(minor),
    rate: rateText(rate, percent),
    brings: brings === null ? null : short(brings),
    rows: rowsOf(deals),
  };
}

function rateText({ share, tried }: OwnRate, percent: Telling['percent']): string {
  if (share === null) return `too few to say (${tried.length})`;
  return `${percent(share.estimate)} (${percent(share.low)} to ${percent(share.high)})`;
}
