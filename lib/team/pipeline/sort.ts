import { currencyKey } from '../../risk/team-context.ts';
import type { PipelineEntry } from './entry.ts';
import { MARKS, type PipelineView, type SortKey } from './view.ts';

type Figure = string | number | null;

/** What is compared: the loudest mark, the largest amount and what was moved most often come first going up, too. */
const FIGURES: Record<SortKey, (entry: PipelineEntry) => Figure> = {
  // Points are log-odds: far below a thousand.
  mark: ({ mark }) => MARKS.indexOf(mark.kind) * 1_000 - mark.points,
  name: ({ deal }) => deal.name,
  owner: ({ deal }) => deal.owner,
  amount: ({ amount }) => amount?.minor ?? null,
  stage: ({ stagePlace }) => stagePlace,
  age: ({ inStage }) => inStage?.days ?? null,
  close: ({ deal }) => deal.closeDate,
  next: ({ next }) => next?.due ?? null,
  seen: ({ deal }) => deal.lastSeenAt,
};

const collator = new Intl.Collator(undefined, { numeric: true });

/** Stable; what is not known goes last either way. Amounts are compared within one currency alone. */
export function sorted(
  entries: readonly PipelineEntry[],
  { sort, down }: Pick<PipelineView, 'sort' | 'down'>,
  home: string | null,
): PipelineEntry[] {
  const figureOf = FIGURES[sort];
  const keyed = entries.map((entry) => ({ entry, figure: figureOf(entry) }));
  const turn = down ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.figure === null || b.figure === null) return Number(a.figure === null) - Number(b.figure === null);
    const apart = sort === 'amount' ? byCurrency(a.entry, b.entry, home) : 0;
    return apart || turn * compare(a.figure, b.figure, sort === 'name' || sort === 'owner');
  });
  return keyed.map(({ entry }) => entry);
}

function compare(a: string | number, b: string | number, isText: boolean): number {
  if (isText) return collator.compare(String(a), String(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The home currency first, then by code. */
function byCurrency(a: PipelineEntry, b: PipelineEntry, home: string | null): number {
  if (!a.amount || !b.amount) return 0;
  const [one, other] = [currencyKey(a.amount), currencyKey(b.amount)];
  if (one === other) return 0;
  return Number(other === home) - Number(one === home) || (one < other ? -1 : 1);
}
