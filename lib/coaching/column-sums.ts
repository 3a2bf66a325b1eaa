import { type Money, major, minorDigits } from '../deal/money.ts';
import type { ColumnSum, DealReading, Reading } from '../deal/reading.ts';

/** A board's column whose own total is not what its cards come to. */
export type SumApart = { label: string; said: Money; ours: Money; cards: number };

/** What checking a board's own totals came to. */
export type SumCheck = {
  /** The column that is farthest apart first. */
  apart: SumApart[];
  /** A column has more cards than were read: its total is not ours to check. */
  isPartial: boolean;
};

/** Null where the page shows no totals over its columns. */
export function checkSums({ deals, rows }: Pick<Reading, 'deals' | 'rows'>): SumCheck | null {
  const sums = rows?.sums?.filter(({ amount }) => amount.ok) ?? [];
  if (sums.length === 0) return null;
  const apart: SumApart[] = [];
  let isPartial = false;
  for (const sum of sums) {
    const cards = cardsIn(deals, sum);
    if (sum.count !== null && cards.length < sum.count) isPartial = true;
    const found = compare(sum, cards);
    if (found) apart.push(found);
  }
  const gap = ({ said, ours }: SumApart) => Math.abs(major(said) - major(ours));
  return { apart: apart.sort((a, b) => gap(b) - gap(a)), isPartial };
}

/** A card may stand there twice while it is dragged. */
function cardsIn(deals: readonly DealReading[], { stage }: ColumnSum): DealReading[] {
  const seen = new Set<string>();
  return deals.filter(({ recordId, fields }) => {
    if (!stage || !fields.stage?.ok || fields.stage.value.order !== stage.order) return false;
    if (recordId === null) return true;
    return !seen.has(recordId) && seen.add(recordId);
  });
}

/**
 * Without the column's own count cards may be missing, so only too much is certain. Pages cut abbreviated figures as well
 * as round them, hence whole steps, and show cards and totals in whole units.
 */
function compare({ stage, count, amount }: ColumnSum, cards: readonly DealReading[]): SumApart | null {
  const ours = amount.ok ? sumLike(amount.value, cards) : null;
  if (!stage || !amount.ok || !ours || (count !== null && cards.length !== count)) return null;
  const said = amount.value;
  const over = ours.minor - said.minor;
  const unit = 10 ** minorDigits(said.currency);
  const slack = 2 * (said.halfStep + ours.halfStep) + unit * (1 + cards.length / 2);
  if (Math.abs(over) <= slack || (count === null && over < 0)) return null;
  return { label: stage.label, said, ours, cards: cards.length };
}

/** The cards' sum in the total's own currency; null where a card has another, or an amount that was not read. */
function sumLike(said: Money, cards: readonly DealReading[]): Money | null {
  // A bare figure may be a number of deals.
  if (said.currency === null && !said.symbol) return null;
  const sum = { ...said, minor: 0, halfStep: 0 };
  for (const { fields } of cards) {
    const amount = fields.amount;
    if (amount && !amount.ok && amount.reason === 'empty') continue;
    if (!amount?.ok) return null;
    const { minor, halfStep, currency, symbol } = amount.value;
    if (currency !== said.currency || (currency === null && symbol !== said.symbol)) return null;
    sum.minor += minor;
    sum.halfStep += halfStep;
  }
  return sum;
}
