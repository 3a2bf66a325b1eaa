import { dayInZone, daysBetween } from '../../deal/day.ts';
import { major } from '../../deal/money.ts';
import { stageKind } from '../../deal/stage-kind.ts';
import type { DealHistory } from '../../history/types.ts';
import { type Conversion, inHome } from '../sums.ts';
import type { Share } from './shrink-shares.ts';
import type { WeekState } from './weekly-life.ts';

/** The shares that are told of a person, in the order in which they are shown. */
export const SHARE_NAMES = ['won', 'early-on', 'mid-on', 'late-on', 'date-stands', 'step-ahead'] as const;
export type ShareName = (typeof SHARE_NAMES)[number];
/** The figures. Days and whole units of the currency, as natural logarithms. */
export const FIGURE_NAMES = ['days-to-win', 'won-size'] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/** What one person's deals came to. Ids name the deals behind each. */
export type Counted = {
  shares: Record<ShareName, Share & { deals: string[] }>;
  figures: Record<FigureName, { logs: number[]; deals: string[] }>;
};

export function emptyCount(): Counted {
  const shares = SHARE_NAMES.map((name) => [name, { hits: 0, of: 0, deals: [] }] as const);
  const figures = FIGURE_NAMES.map((name) => [name, { logs: [], deals: [] }] as const);
  return { shares: Object.fromEntries(shares), figures: Object.fromEntries(figures) } as unknown as Counted;
}

/** A shift by no more is a correction: the coaching guide's own limit. */
const CORRECTION_DAYS = 7;

type Life = readonly (WeekState | null)[];

type Counting = {
  history: DealHistory;
  life: Life;
  /** Where the person's count stands, by the owner's name; null: none of the team. */
  countOf(owner: string): Counted | null;
  /** Only amounts of this currency are compared. */
  currency: string | null;
  conversion: Conversion;
  timeZone: string;
};

/**
 * Adds one deal to the counts of those who owned it. What a deal showed in many weeks counts once, as a share: its weeks
 * are not independent of each other. Each week belongs to who owned the deal at its end.
 */
export function countDeal({ history, life, countOf, currency, conversion, timeZone }: Counting): void {
  const id = history.deal.id;
  const kindOf = (state: WeekState) => stageKind(state.stage ?? null, history.stages, state.outcome);
  const parts = new Map<Counted, Map<ShareName, Share>>();
  const add = (owner: WeekState['owner'], name: ShareName, hit: boolean) => {
    const count = owner ? countOf(owner) : null;
    if (!count) return;
    const shares = parts.get(count) ?? new Map<ShareName, Share>();
    const share = shares.get(name) ?? { hits: 0, of: 0 };
    shares.set(name, { hits: share.hits + Number(hit), of: share.of + 1 });
    parts.set(count, shares);
  };
  for (const [before, state] of pairsOf(life)) {
    if (before.outcome !== 'open') continue;
    const kind = kindOf(before);
    const then = kindOf(state);
    if ((kind === 'early' || kind === 'mid' || kind === 'late') && then !== null && then !== kind) {
      const hit = isFurther(kind, then);
      if (hit || then === 'lost') add(before.owner, `${kind}-on`, hit);
    }
    if (state.outcome === 'open' && before.closeDate && state.closeDate)
      add(before.owner, 'date-stands', daysBetween(before.closeDate, state.closeDate) <= CORRECTION_DAYS);
    if (before.stepDue !== undefined)
      add(before.owner, 'step-ahead', before.stepDue !== null && before.stepDue >= dayInZone(before.at, timeZone));
  }
  for (const [count, shares] of parts) {
    for (const [name, { hits, of }] of shares) addShare(count, name, hits / of, id);
  }
  const last = life.findLast((state) => state !== null);
  const count = last?.owner ? countOf(last.owner) : null;
  // A deal that had ended before it was first seen says nothing of how it went.
  if (!last || !count || last.outcome === 'open' || last.endedAt === null) return;
  addShare(count, 'won', Number(last.outcome === 'won'), id);
  if (last.outcome !== 'won') return;
  // By the end of the week that showed it: the look that first did may have come a month earlier for somebody else.
  const endedOn = dayInZone(life.find((state) => state?.outcome === 'won')?.at ?? last.at, timeZone);
  if (last.createdOn && last.createdOn <= endedOn)
    addFigure(count, 'days-to-win', Math.max(1, daysBetween(last.createdOn, endedOn)), id);
  const amount = last.amount && inHome(last.amount, conversion);
  if (amount && amount.minor > 0 && amount.currency === currency) addFigure(count, 'won-size', major(amount), id);
}

function addShare({ shares }: Counted, name: ShareName, hit: number, deal: string): void {
  const share = shares[name];
  share.hits += hit;
  share.of++;
  share.deals.push(deal);
}

function addFigure({ figures }: Counted, name: FigureName, figure: number, deal: string): void {
  figures[name].logs.push(Math.log(figure));
  figures[name].deals.push(deal);
}

const ORDER = ['early', 'mid', 'late', 'won'];
const isFurther = (from: string, to: string) => ORDER.indexOf(to) > ORDER.indexOf(from);

function pairsOf(life: Life): [WeekState, WeekState][] {
  return life.flatMap((state, at) => {
    const before = life[at - 1];
    return before && state ? [[before, state] as [WeekState, WeekState]] : [];
  });
}
