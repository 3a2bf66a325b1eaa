import type { Day, Instant } from '../../deal/day.ts';
import { type Money, mayBeSameMoney } from '../../deal/money.ts';
import { type Conversion, inHome } from '../sums.ts';
import type { Team, TeamDeal } from '../team-deals.ts';

/**
 * What moves a sum of open deals from one moment to another. `found`: created before the first moment and seen after it for
 * the first time. `recounted`: the same amount said more precisely, or in another currency: the deal did not change.
 */
export const BRIDGE_LINES = [
  ...(['new', 'found', 'pulled-in', 'increased', 'handed-in', 'reopened', 'recounted'] as const),
  ...(['decreased', 'pushed-out', 'handed-out', 'lost', 'won'] as const),
] as const;
export type BridgeLine = (typeof BRIDGE_LINES)[number];

/** One deal's part in a line, in minor units of the bridge's currency; what takes away is below nought. */
export type BridgePart = { deal: string; minor: number };

/** From start to end in one currency: start + all parts = end, to the minor unit. */
export type Bridge = {
  /** Null with its symbol: unknown. */
  currency: string | null;
  symbol?: string | undefined;
  start: number;
  end: number;
  lines: { line: BridgeLine; minor: number; parts: BridgePart[] }[];
};

export type BridgeScope = {
  /** Open deals that are to close by this day; null: all open deals. */
  until: Day | null;
  /** By the name of the roster; null: everybody. */
  person: string | null;
};

/**
 * The bridges between a team at two moments, one per currency, the larger start first. Amounts are converted at the rates of
 * the later day on both sides, so that a rate that changed moves nothing. Of a deal that leaves, what its amount changed by
 * stands under increased or decreased, and the whole of it under where it went.
 */
export function bridges(before: Team, after: Team, scope: BridgeScope, conversion: Conversion): Bridge[] {
  const was = new Map(before.deals.map((deal) => [deal.id, deal]));
  const is = new Map(after.deals.map((deal) => [deal.id, deal]));
  const found = new Map<string, Bridge>();
  const at = (amount: Money): Bridge => {
    const key = amount.currency ?? `?${amount.symbol ?? ''}`;
    const known = found.get(key);
    if (known) return known;
    const { currency, symbol } = amount;
    const fresh: Bridge = { currency, ...(symbol === undefined ? {} : { symbol }), start: 0, end: 0, lines: [] };
    found.set(key, fresh);
    return fresh;
  };
  const add = (line: BridgeLine, deal: string, amount: Money, minor: number) => {
    if (minor === 0) return;
    const { lines } = at(amount);
    const known = lines.find((one) => one.line === line);
    if (known) {
      known.minor += minor;
      known.parts.push({ deal, minor });
    } else lines.push({ line, minor, parts: [{ deal, minor }] });
  };
  const from = before.moment.asOf;
  for (const id of new Set([...was.keys(), ...is.keys()])) {
    const [one, other] = [was.get(id), is.get(id)];
    const start = one && isIn(one, scope) ? worth(one, conversion) : null;
    const end = other && isIn(other, scope) ? worth(other, conversion) : null;
    if (start) at(start).start += start.minor;
    if (end) at(end).end += end.minor;
    if (start && end) moved(id, start, end, add);
    else if (end && other) add(entryOf(one, other, scope, from), id, end, end.minor);
    else if (start && other) left(id, start, other, scope, conversion, add);
    else if (start) add('handed-out', id, start, -start.minor);
  }
  return [...found.values()]
    .map((bridge) => ({
      ...bridge,
      lines: bridge.lines.toSorted((a, b) => BRIDGE_LINES.indexOf(a.line) - BRIDGE_LINES.indexOf(b.line)),
    }))
    .toSorted((a, b) => b.start + b.end - (a.start + a.end));
}

type Add = (line: BridgeLine, deal: string, amount: Money, minor: number) => void;

const worth = ({ amount }: TeamDeal, conversion: Conversion): Money | null => amount && inHome(amount, conversion);

/** A deal without an amount is in no sum. */
function isIn({ outcome, closeDate, owner }: TeamDeal, { until, person }: BridgeScope): boolean {
  if (outcome !== 'open' || (person !== null && owner !== person)) return false;
  return until === null || (closeDate !== null && closeDate <= until);
}

function moved(id: string, start: Money, end: Money, add: Add): void {
  const isSameCurrency = start.currency === end.currency && (start.currency !== null || start.symbol === end.symbol);
  if (!isSameCurrency) {
    add('recounted', id, start, -start.minor);
    add('recounted', id, end, end.minor);
    return;
  }
  const by = end.minor - start.minor;
  const isSaidAnew = (start.halfStep > 0 || end.halfStep > 0) && mayBeSameMoney(start, end);
  add(isSaidAnew ? 'recounted' : by > 0 ? 'increased' : 'decreased', id, end, by);
}

/** How a deal came into the sum. */
function entryOf(one: TeamDeal | undefined, other: TeamDeal, { person }: BridgeScope, from: Instant): BridgeLine {
  if (!one) {
    // On record then, but somebody else's.
    if (other.firstSeenAt <= from) return 'handed-in';
    return other.createdOn !== null && Date.parse(`${other.createdOn}T23:59:59Z`) < from ? 'found' : 'new';
  }
  if (one.outcome !== 'open') return 'reopened';
  if (person !== null && one.owner !== person) return 'handed-in';
  // An amount that was not known yet.
  return one.amount === null ? 'found' : 'pulled-in';
}

function left(id: string, start: Money, other: TeamDeal, scope: BridgeScope, conversion: Conversion, add: Add): void {
  const now = worth(other, conversion);
  // A deal that lost its amount leaves as it stood.
  const last = now ?? start;
  if (now) moved(id, start, now, add);
  add(exitOf(other, scope, now), id, last, -last.minor);
}

function exitOf(other: TeamDeal, { person }: BridgeScope, now: Money | null): BridgeLine {
  if (other.outcome !== 'open') return other.outcome;
  if (person !== null && other.owner !== person) return 'handed-out';
  return now ? 'pushed-out' : 'decreased';
}
