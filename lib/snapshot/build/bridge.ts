import type { Day } from '../../deal/day.ts';
import { isSameCurrency, type Money } from '../../deal/money.ts';
import { bridges } from '../../team/bridge/bridge.ts';
import { inHome } from '../../team/sums.ts';
import type { TeamDeal } from '../../team/team-deals.ts';
import { type BridgePart, SNAPSHOT_LINES, type SnapshotLine } from '../team-part.ts';
import type { BuildContext } from './build-context.ts';

/** In minor units of one currency. `told`: what the snapshot before would begin with if it were built today. */
type Ledger = {
  like: Money;
  start: number;
  told: number;
  end: number;
  lines: Map<SnapshotLine, { minor: number; parts: Map<string, number> }>;
};

/**
 * From the end of the snapshot before, as it was frozen, to what is open and due by the quarter's end now, one bridge per
 * currency. What that snapshot would say otherwise today is a line of its own: both ends stand as they were and are.
 */
export function bridgeParts(context: BuildContext): BridgePart[] {
  const { team, before, previous, quarter, by } = context;
  if (!before || !previous) return [];
  const ledgers: Ledger[] = [];
  const ledgerOf = (money: Pick<Money, 'currency' | 'symbol'>): Ledger => {
    const known = ledgers.find(({ like }) => isSameCurrency(like, money));
    if (known) return known;
    const { currency, symbol } = money;
    const like: Money = { minor: 0, currency, ...(symbol === undefined ? {} : { symbol }), halfStep: 0 };
    const fresh: Ledger = { like, start: 0, told: 0, end: 0, lines: new Map() };
    ledgers.push(fresh);
    return fresh;
  };
  for (const { start, end, lines, ...like } of bridges(before, team, { until: quarter.to, person: null }, by)) {
    const ledger = Object.assign(ledgerOf(like), { told: start, end });
    for (const { line, parts } of lines) for (const { deal, minor } of parts) add(ledger, line, deal, minor);
  }
  for (const sum of previous.team.sums.due) ledgerOf(sum).start = sum.minor;
  for (const [deal, moves] of restated(context, previous.team.moment.quarter.to)) {
    for (const { line, money } of moves) add(ledgerOf(money), line, deal, money.minor);
  }
  return ledgers.map((ledger) => {
    // What is left belongs to deals whose parts were erased since.
    const begun = ledger.start + minorOf(ledger, 'restated') + minorOf(ledger, 'quarter-turned');
    add(ledger, 'restated', null, ledger.told - begun);
    return partOf(ledger);
  });
}

const minorOf = ({ lines }: Ledger, line: SnapshotLine): number => lines.get(line)?.minor ?? 0;

function add({ lines }: Ledger, line: SnapshotLine, deal: string | null, minor: number): void {
  if (minor === 0) return;
  const known = lines.get(line) ?? { minor: 0, parts: new Map<string, number>() };
  lines.set(line, known);
  known.minor += minor;
  if (deal !== null) known.parts.set(deal, (known.parts.get(deal) ?? 0) + minor);
}

type Step = { line: SnapshotLine; money: Money };

/** Deal by deal what the start is apart from how it was frozen: learned otherwise since, or due in a quarter begun since. */
function restated({ was, last, quarter, by }: BuildContext, until: Day): Map<string, Step[]> {
  const negative = (money: Money): Money => ({ ...money, minor: -money.minor });
  const steps = new Map<string, Step[]>();
  for (const id of new Set([...was.keys(), ...last.deals.keys()])) {
    const deal = was.get(id);
    const counted = last.deals.get(id)?.counted ?? null;
    const worth = deal?.amount ? inHome(deal.amount, by) : null;
    const [wasIn, isIn] = [deal && isDue(deal, until), deal && isDue(deal, quarter.to)];
    steps.set(id, [
      ...(counted ? [{ line: 'restated' as const, money: negative(counted) }] : []),
      ...(worth && wasIn ? [{ line: 'restated' as const, money: worth }] : []),
      ...(worth && isIn && !wasIn ? [{ line: 'quarter-turned' as const, money: worth }] : []),
      ...(worth && wasIn && !isIn ? [{ line: 'quarter-turned' as const, money: negative(worth) }] : []),
    ]);
  }
  return steps;
}

const isDue = ({ outcome, closeDate }: TeamDeal, until: Day) =>
  outcome === 'open' && closeDate !== null && closeDate <= until;

function partOf({ like, start, end, lines }: Ledger): BridgePart {
  const money = (minor: number): Money => ({ ...like, minor });
  return {
    start: money(start),
    lines: SNAPSHOT_LINES.flatMap((line) => {
      const { minor = 0, parts = new Map<string, number>() } = lines.get(line) ?? {};
      const moved = [...parts].filter(([, minor]) => minor !== 0);
      if (moved.length === 0 && minor === 0) return [];
      return { line, money: money(minor), parts: moved.map(([deal, minor]) => ({ deal, money: money(minor) })) };
    }),
    end: money(end),
  };
}
