import type { Day, Instant } from '../../deal/day.ts';
import type { FieldName, Outcome, Stage } from '../../deal/fields.ts';
import type { Money } from '../../deal/money.ts';
import { outcomeOf } from '../../deal/stage-kind.ts';
import { applyChange, applySighting, asDealFields, inOrder, startFold } from '../../history/fold.ts';
import type { DealHistory, Moment } from '../../history/types.ts';
import { nextStepDue } from '../../process/next-step-due.ts';

/** A deal as it stood at the end of one complete week. Undefined: that field was never seen by then. */
export type WeekState = {
  at: Instant;
  owner: string | null | undefined;
  stage: Stage | null | undefined;
  closeDate: Day | null | undefined;
  /** Of a next step that has a day; null: no step, or none with a day. */
  stepDue: Day | null | undefined;
  amount: Money | null | undefined;
  createdOn: Day | null | undefined;
  outcome: Outcome;
  /** When its end was first seen; null of an open deal, and of one that had ended before it was first seen. */
  endedAt: Instant | null;
};

const WEEK_MS = 7 * 86_400_000;

/**
 * The deal at the end of each of these weeks, oldest first; null where it was not on record by then, or open and not seen
 * in that week. Between two ends nothing is looked at: a deal that was opened daily tells no more than one that was
 * opened once a week.
 */
export function weeklyLife(history: DealHistory, ends: readonly Instant[], moment: Moment): (WeekState | null)[] {
  const rows = inOrder(history, moment);
  const folded = startFold();
  let next = 0;
  return ends.map((end) => {
    for (let row = rows[next]; row && ('field' in row ? row.seenAt : row.at) <= end; row = rows[++next]) {
      if ('field' in row) applyChange(folded, row);
      else applySighting(folded, row);
    }
    if (folded.lastSeenAt === null) return null;
    const state = stateOf(asDealFields(folded.fields), end);
    // An end is a fact that does not age; that nothing moved on a deal nobody looked at is none.
    return state.outcome === 'open' && folded.lastSeenAt <= end - WEEK_MS ? null : state;
  });
}

function stateOf(fields: ReturnType<typeof asDealFields>, at: Instant): WeekState {
  const outcome = outcomeOf({ fields });
  const end = fields.outcome?.value === outcome ? fields.outcome : fields.stage;
  const step = nextStepDue({ fields });
  const isStepSeen = isSeen(fields, 'nextStep') || isSeen(fields, 'nextStepDue');
  return {
    at,
    outcome,
    owner: fields.owner?.value,
    stage: fields.stage?.value,
    closeDate: fields.closeDate?.value,
    stepDue: isStepSeen ? (step?.due ?? null) : undefined,
    amount: fields.amount?.value,
    createdOn: fields.createdOn?.value,
    endedAt: outcome === 'open' || !end || end.after === null ? null : end.seenAt,
  };
}

const isSeen = (fields: ReturnType<typeof asDealFields>, field: FieldName) => fields[field] !== undefined;
