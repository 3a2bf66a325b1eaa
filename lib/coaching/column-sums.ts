import { type Money, major, minorDigits } from '../deal/money.ts';
import type { ColumnSum, DealReading, Reading } from '../deal/reading.ts';

/** A board's column, or a list (its label is null), whose own total is not what its cards or rows come to. */
export type SumApart = { label: string | null; said: Money; ours: Money; cards: number };

/** What checking a board's own totals came to. */
export type SumCheck = {
  page: 'list' | 'board';
  /** The column that is farthest apart first. */
  apart: SumApart[];
  /** A column or list has more cards or rows than were read: too little there is none of our business. */
  isPartial: boolean;
};

/** Null where the page shows no totals over its columns or beneath its list. */
export function checkSums({ page, deals, rows }: Pick<Reading, 'page' | 'deals' | 'rows'>): SumCheck | null {
  const sums = rows?.sums?.filter(({ amount }) => amount.ok) ?? [];
  if (sums.length === 0 || page === 'record') return null;
  const apart: SumApart[] = [];
  let isPartial = false;
  for (const sum of page === 'list' ? ofList(sums, rows) : sums) {
    const cards = page === 'list' ? onceEach(deals) : cardsIn(deals, sum);
    if (sum.count !== null && cards.length < sum.count) isPartial = true;
    const found = page === 'list' || sum.stage ? compare(sum, cards) : null;
    if (found) apart.push(found);
  }
  const gap = ({ said, ours }: SumApart) => Math.abs(major(said) - major(ours));
  return { page, apart: apart.sort((a, b) => gap(b) - gap(a)), isPartial };
}

/** The one total of a list; two tables on a page leave open which rows are whose. Where all rows stand there it is of all. */
function ofList(sums: readonly ColumnSum[], rows: Reading['rows']): ColumnSum[] {
  const [sum] = sums;
  if (!sum || sums.length > 1) return [];
  return [{ ...sum, count: sum.count ?? (rows && rows.loaded === rows.total ? rows.total : null) }];
}

function cardsIn(deals: readonly DealReading[], { stage }: ColumnSum): DealReading[] {
  return onceEach(deals.filter(({ fields }) => stage && fields.stage?.ok && fields.stage.value.order === stage.order));
}

/** A card may stand there twice while it is dragged. */
function onceEach(deals: readonly DealReading[]): DealReading[] {
  const seen = new Set<string>();
  return deals.filter(({ recordId }) => recordId === null || (!seen.has(recordId) && seen.add(recordId)));
}

/**
 * Where it is not known to be of just these cards some may be missing, so only too much is certain. Pages cut abbreviated
 * figures as well as round them, hence whole steps, and show cards and totals in whole units.
 */
function compare({ stage, count, amount }: ColumnSum, cards: readonly DealReading[]): SumApart | null {
  const ours = amount.ok ? sumLike(amount.value, cards) : null;
  if (!amount.ok || !ours || (count !== null && cards.length > count)) return null;
  const said = amount.value;
  const over = ours.minor - said.minor;
  const unit = 10 ** minorDigits(said.currency);
  const slack = 2 * (said.halfStep + ours.halfStep) + unit * (1 + cards.length / 2);
  if (Math.abs(over) <= slack || (count !== cards.length && over < 0)) return null;
  return { label: stage?.label ?? null, said, ours, cards: cards.length };
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
