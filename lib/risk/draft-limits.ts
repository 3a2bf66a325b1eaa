import { type StageExits, withProofs } from '../process/stage-exits.ts';
import { type LimitChange, type LimitPlace, resetLimits, setAt, withLimit } from './edit-limits.ts';
import { DEAL_SIZES, type UserLimits } from './limit-in-force.ts';
import type { OpenKind } from './limits.ts';
import { SIGNAL_NAMES, type SignalName } from './types.ts';

/** What deals are judged by and the user may set: where signals come on, and what proves the end of a stage. */
export type Judging = { limits: UserLimits; exits: StageExits };

/** One thing done to them that is not saved yet. Kept as what was done, so that it can be done again on newer settings. */
export type DraftEdit =
  | { what: 'limits'; changes: readonly LimitChange[] }
  | { what: 'reset'; place?: LimitPlace | undefined; signal?: SignalName | undefined }
  | { what: 'replace'; limits: UserLimits }
  /** Null: the stage's own proofs give way to those of its kind. */
  | { what: 'proofs'; stage: string; proofs: readonly string[] | null };

const KINDS: readonly OpenKind[] = ['early', 'mid', 'late'];

export function withEdits(saved: Judging, edits: readonly DraftEdit[]): Judging {
  return edits.reduce(withEdit, saved);
}

function withEdit({ limits, exits }: Judging, edit: DraftEdit): Judging {
  if (edit.what === 'limits') return { limits: edit.changes.reduce(withLimit, limits), exits };
  if (edit.what === 'reset') return { limits: resetLimits(limits, edit.place, edit.signal), exits };
  if (edit.what === 'replace') return { limits: edit.limits, exits };
  return { limits, exits: withProofs(exits, edit.stage, edit.proofs) };
}

/** The edits with one more; a figure that is typed on, or a stage's proofs, take the place of their last state. */
export function addEdit(edits: readonly DraftEdit[], edit: DraftEdit): DraftEdit[] {
  const last = edits.at(-1);
  return last && isSameSpot(last, edit) ? [...edits.slice(0, -1), edit] : [...edits, edit];
}

function isSameSpot(a: DraftEdit, b: DraftEdit): boolean {
  if (a.what === 'proofs' && b.what === 'proofs') return a.stage === b.stage;
  if (a.what !== 'limits' || b.what !== 'limits') return false;
  return spotOf(a.changes) !== null && spotOf(a.changes) === spotOf(b.changes);
}

function spotOf([one, another]: readonly LimitChange[]): string | null {
  return one && !another ? JSON.stringify([one.place, one.signal, one.kind]) : null;
}

/** What leads from some limits to others, figure by figure. */
export function changesBetween(before: UserLimits, after: UserLimits): LimitChange[] {
  return placesOf(before, after).flatMap((place) =>
    SIGNAL_NAMES.flatMap((signal) =>
      KINDS.flatMap((kind) => {
        const to = setAt(after, place)?.[signal]?.[kind];
        return setAt(before, place)?.[signal]?.[kind] === to ? [] : { place, signal, kind, to };
      }),
    ),
  );
}

/** All the places in which some of the limits were set. */
function placesOf(...all: readonly UserLimits[]): LimitPlace[] {
  const pipelines = new Set(all.flatMap((limits) => Object.keys(limits.pipelines ?? {})));
  return ['everywhere', ...DEAL_SIZES.map((size) => ({ size })), ...[...pipelines].map((pipeline) => ({ pipeline }))];
}
