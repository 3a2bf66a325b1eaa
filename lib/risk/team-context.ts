import { dayNumber, MONDAY_TO_FRIDAY, type WorkCalendar } from '../deal/day.ts';
import type { Stage } from '../deal/fields.ts';
import type { Money } from '../deal/money.ts';
import { foldLabel } from '../deal/same-value.ts';
import { outcomeOf } from '../deal/stage-kind.ts';
import { changesAsOf, dealAsOf } from '../history/deal-as-of.ts';
import type { Deal, DealHistory, Moment } from '../history/types.ts';
import { type DayClock, dayClock } from './day-clock.ts';
import type { DealSize } from './limit-in-force.ts';
import { trailOf } from './trail.ts';
import { createWonLately } from './won-lately.ts';

const labels = new Map<string, string>();
/** Labels are few; pages are not trusted to keep them so. */
const LABELS_KEPT = 2_000;

/** Ten thousand deals ask for the same dozen labels. */
function folded(label: string): string {
  let text = labels.get(label);
  if (text === undefined) {
    text = foldLabel(label);
    if (labels.size >= LABELS_KEPT) labels.clear();
    labels.set(label, text);
  }
  return text;
}

export type Median = { median: number; count: number };

/** What is usual here, from all deals this browser knows. Never about a person. */
export type TeamContext = {
  /** Amounts of won deals in minor units, per currency. */
  won: ReadonlyMap<string, Median>;
  /** Amounts of open deals, for telling a big one. */
  open: ReadonlyMap<string, Median>;
  /** Days that deals stayed in a stage before they left it, where entry and exit were both seen. */
  stays: ReadonlyMap<string, Median>;
  /** Days from creation to the end of won deals, per pipeline. */
  wonAges?: ReadonlyMap<string, Median> | undefined;
  /** How the deals of an account ended so far. */
  accounts?: ReadonlyMap<string, { won: number; lost: number }> | undefined;
  /** Open deals, by id, whose owner's last deals were won. */
  wonLately?: ReadonlyMap<string, true> | undefined;
};

export function teamContext(
  histories: Iterable<DealHistory>,
  moment: Moment,
  calendar: WorkCalendar = MONDAY_TO_FRIDAY,
): TeamContext {
  const won = new Map<string, number[]>();
  const open = new Map<string, number[]>();
  const stays = new Map<string, number[]>();
  const wonAges = new Map<string, number[]>();
  const accounts = new Map<string, { won: number; lost: number }>();
  const wonLately = createWonLately(moment.asOf);
  const clock = dayClock(moment.timeZone, calendar);
  for (const history of histories) {
    const deal = dealAsOf(history, moment);
    if (!deal) continue;
    const outcome = outcomeOf(deal);
    wonLately.add(deal, outcome);
    const amount = deal.fields.amount?.value;
    if (amount && amount.minor > 0 && outcome !== 'lost') {
      add(outcome === 'won' ? won : open, currencyKey(amount), amount.minor);
    }
    if (outcome !== 'open') {
      countAccount(accounts, deal, outcome);
      const age = outcome === 'won' ? ageAtEnd(deal, clock) : null;
      if (age !== null) add(wonAges, pipelineKey(deal), age);
    }
    const trail = trailOf(changesAsOf(history, moment), 'stage', clock);
    // The first stay was there already when it was first seen: its length is not known.
    for (let at = 1; at + 1 < trail.length; at++) {
      const stay = trail[at];
      const next = trail[at + 1];
      if (!stay?.value || !next) continue;
      add(stays, stageKey(deal, stay.value), clock.dayOf(next.seenAt) - clock.dayOf(stay.seenAt));
    }
  }
  return {
    ...{ won: medians(won), open: medians(open), stays: medians(stays), wonAges: medians(wonAges), accounts },
    wonLately: wonLately.deals(),
  };
}

type Seen = Pick<Deal, 'record' | 'fields'>;

/** Days from creation to the look that first saw it closed; null where either was not seen. */
function ageAtEnd({ fields }: Seen, clock: DayClock): number | null {
  const { createdOn, outcome, stage } = fields;
  const end = outcome?.value === 'won' ? outcome : stage;
  // Closed already when it was first seen: the end lies somewhere before.
  if (createdOn?.value == null || !end || end.after === null) return null;
  return Math.max(0, clock.dayOf(end.seenAt) - dayNumber(createdOn.value));
}

function countAccount(accounts: Map<string, { won: number; lost: number }>, deal: Seen, outcome: 'won' | 'lost'): void {
  const key = accountKey(deal);
  if (key === null) return;
  const one = accounts.get(key) ?? { won: 0, lost: 0 };
  one[outcome]++;
  accounts.set(key, one);
}

export function accountKey(deal: Seen): string | null {
  const account = deal.fields.account?.value;
  return account ? [deal.record.crm, deal.record.tenant, folded(account)].join('\n') : null;
}

export function pipelineKey(deal: Seen): string {
  return [deal.record.crm, deal.record.tenant, folded(deal.fields.pipeline?.value ?? '')].join('\n');
}

/** Amounts under an unknown currency stand under their symbol; they never meet a known one. */
export function currencyKey(amount: Pick<Money, 'currency' | 'symbol'>): string {
  return amount.currency ?? `?${amount.symbol ?? ''}`;
}

export function stageKey(deal: Pick<Deal, 'record' | 'fields'>, stage: Stage): string {
  const pipeline = deal.fields.pipeline?.value ?? '';
  return [deal.record.crm, deal.record.tenant, folded(pipeline), stage.id ?? folded(stage.label)].join('\n');
}

function add(groups: Map<string, number[]>, key: string, figure: number): void {
  const group = groups.get(key);
  if (group) group.push(figure);
  else groups.set(key, [figure]);
}

function medians(groups: ReadonlyMap<string, number[]>): Map<string, Median> {
  const result = new Map<string, Median>();
  for (const [key, figures] of groups) {
    figures.sort((a, b) => a - b);
    const middle = (figures.length - 1) / 2;
    const low = figures[Math.floor(middle)] ?? 0;
    const high = figures[Math.ceil(middle)] ?? 0;
    result.set(key, { median: (low + high) / 2, count: figures.length });
  }
  return result;
}

/** Fewer open deals than this have no usual size. */
const SIZED_AMONG = 20;
const BIG_TIMES = 2;

/** Big or small against the median of open deals in its currency; null: neither, or nothing to compare with. */
export function sizeOf(amount: Money | null, team: TeamContext | null): DealSize | null {
  const usual = amount && team?.open.get(currencyKey(amount));
  if (!amount || !usual || usual.count < SIZED_AMONG || usual.median <= 0) return null;
  if (amount.minor > BIG_TIMES * usual.median) return 'big';
  return amount.minor * BIG_TIMES < usual.median ? 'small' : null;
}
