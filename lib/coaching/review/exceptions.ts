import type { Role } from '../../deal/role.ts';
import { changesAsOf } from '../../history/deal-as-of.ts';
import type { Moment } from '../../history/types.ts';
import type { DealCard } from '../card.ts';
import { figuresIn } from '../catalogue/fill.ts';
import type { Catalogue } from '../catalogue/types.ts';
import type { DealNow } from '../deals-now.ts';
import { lastLookBefore } from '../last-look.ts';
import { firstSeen, MOVED_AGAINST } from '../list-changes.ts';
import { shorten } from '../words/clean-text.ts';

/** Figures that are known of every deal, and those that its fields tell by themselves. */
const ALWAYS_KNOWN: ReadonlySet<string> = new Set(['since', 'seen', 'periodEnd']);
const OF_FIELDS: ReadonlySet<string> = new Set(['stage', 'closeDate']);

/** By topic: which figures of fields each question needs that fits any deal otherwise. */
export type PlainAsks = ReadonlyMap<string, readonly string[][]>;

/** Topics with a question for any deal: what is asked about one of them is not left without words. */
export function plainAsks(catalogue: Catalogue, role: Role): PlainAsks {
  const asks = new Map<string, string[][]>();
  for (const { signal, role: of, situation, stages, question, proof } of catalogue) {
    if (of !== role || situation !== null || stages.length > 0) continue;
    const needed = figuresIn(`${question} ${proof}`).filter((figure) => !ALWAYS_KNOWN.has(figure));
    if (needed.every((figure) => OF_FIELDS.has(figure))) asks.set(signal, [...(asks.get(signal) ?? []), needed]);
  }
  return asks;
}

/**
 * Whether an open deal that was seen lately calls for a talk, as far as its judgement alone tells; null where only its
 * card does. What is told here the card would tell as well, at a hundred times the cost.
 */
export function callsForTalk(deal: DealNow, moment: Moment, plain: PlainAsks): boolean | null {
  const { history, assessment, wait } = deal;
  // Something was asked, snoozed or settled before.
  if (history.prompts.length > 0) return null;
  const isOn = assessment.on.length > 0;
  if (isOn && wait === null) return assessment.on.some(({ signal }) => isAsked(signal, deal, plain)) || null;
  if (history.promises.length > 0) return null;
  return mayHaveMoved(deal, moment) ? null : false;
}

function isAsked(signal: string, { deal }: DealNow, plain: PlainAsks): boolean {
  const { stage, closeDate } = deal.fields;
  const known: Record<string, boolean> = {
    stage: shorten(stage?.value?.label ?? '') !== '',
    closeDate: Boolean(closeDate?.value),
  };
  return plain.get(signal)?.some((figures) => figures.every((figure) => known[figure])) ?? false;
}

/** A deal that nothing moved since the last look cannot have moved the wrong way. */
function mayHaveMoved({ history }: DealNow, moment: Moment): boolean {
  const moves = changesAsOf(history, moment).filter(
    ({ field, from }) => from !== undefined && MOVED_AGAINST.has(field),
  );
  if (moves.length === 0) return false;
  const since = lastLookBefore(history, moment) ?? firstSeen(history, moment);
  return since !== null && moves.some(({ seenAt }) => seenAt > since);
}

/** By its card. Parked and snoozed deals rest, and what was settled is not asked again. */
export function isException({ lead, prompt, wait }: DealCard): boolean {
  if (lead === 'promise') return true;
  return prompt !== null && (lead === 'change' || (lead === 'signal' && wait === null));
}
