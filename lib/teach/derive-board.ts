import { partOf, queryAll, scopeOf } from '../crm/deep-select.ts';
import { textFrom } from '../crm/read-source.ts';
import { textOf } from '../crm/read-text.ts';
import { selectorOfBoth, sourcesIn, traitsOf } from './derive-list.ts';
import { stepOf } from './derive-sources.ts';
import type { TaughtList, TaughtStages } from './taught-map.ts';

/** The cards of all columns, and the columns that tell their stage. */
export type TaughtBoard = { row: string; stages: TaughtStages };

/** A column with cards, one whose head was pointed at, and that head; the two may be one. */
type Columns = { cards: Element; named: Element };

/**
 * A board from the head of any of its columns, once two of its cards are known. Null: the element stands over no column,
 * or in the card itself.
 */
export function deriveBoard(list: Pick<TaughtList, 'row' | 'cells'>, head: Element): TaughtBoard | null {
  const rows = queryAll(head.ownerDocument, list.row);
  const [card] = rows;
  if (!card || list.cells || rows.some((row) => row.contains(head))) return null;
  for (const columns of [ownColumn(rows, head), otherColumn(card, head)]) {
    const board = columns && boardOf(columns, rows, head);
    if (board) return board;
  }
  return null;
}

const siblingsLike = (element: Element) =>
  [...(element.parentElement?.children ?? [])].filter((one) => one !== element && one.localName === element.localName);

/** The head stands over the cards that are known: the column is what holds both and stands beside others. */
function ownColumn(rows: readonly Element[], head: Element): Columns | null {
  let at: Element | null = head.parentElement;
  while (at && !(rows.some((row) => at?.contains(row)) && siblingsLike(at).length > 0)) at = at.parentElement;
  return at && { cards: at, named: at };
}

/** The head stands over other cards: the columns are the two parts of what holds both. */
function otherColumn(card: Element, head: Element): Columns | null {
  let board = card.parentElement;
  while (board && !board.contains(head)) board = board.parentElement;
  const children = [...(board?.children ?? [])];
  const cards = children.find((child) => child.contains(card));
  const named = children.find((child) => child.contains(head));
  return cards && named && cards !== named && cards.localName === named.localName ? { cards, named } : null;
}

function boardOf({ cards, named }: Columns, known: readonly Element[], head: Element): TaughtBoard | null {
  const other = named === cards ? siblingsLike(cards).find((one) => saysLike(one, named, head)) : named;
  const of = other && selectorOfBoth(cards, other);
  const [card, second] = known.filter((row) => cards.contains(row));
  if (!of || !card) return null;
  const row = `${of} > ${wayDown(cards, card, second ?? card)}`;
  const within = sourcesIn(named, head);
  const document = head.ownerDocument;
  const [columns, rows] = [queryAll(document, of), queryAll(document, row)];
  const isWhole = known.filter((one) => cards.contains(one)).every((one) => rows.includes(one));
  const names = columns.map((column) => textFrom(partOf(scopeOf(column), column), within)).filter(Boolean);
  // What is above all columns says the same of each, or nothing.
  const areNamed = new Set(names).size > 1 && columns.includes(named);
  if (!isWhole || !areNamed || within.length === 0 || rows.some((one) => one.contains(head))) return null;
  return { row, stages: { of, within, ...(isCounted(head) ? { counted: true } : {}) } };
}

/** Whether a column has a head in the same place. */
function saysLike(column: Element, named: Element, head: Element): boolean {
  return textFrom(partOf(scopeOf(column), column), sourcesIn(named, head)) !== null;
}

/** The steps to a card, of which there are others beside it. */
function wayDown(column: Element, card: Element, second: Element): string {
  const steps = [`${card.localName}${traitsOf(card, second)[0] ?? ''}`];
  for (let at = card.parentElement; at && at !== column; at = at.parentElement) steps.unshift(stepOf(at));
  return steps.join(' > ');
}

/** The number in brackets, or in an element of its own within what was pointed at. */
function isCounted(head: Element): boolean {
  const inBrackets = /[([]\d[\d.,\s]*[)\]]\s*$/.test(textOf(head));
  return inBrackets || /^[\d.,\s]+$/.test(head.lastElementChild?.textContent ?? '');
}
