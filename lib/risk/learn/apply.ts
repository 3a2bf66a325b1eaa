import type { Learnt } from '../assess.ts';
import type { SignalContext } from '../context.ts';
import type { OtherShare } from '../types.ts';
import { MEASURES } from './measures.ts';
import { type Model, standardised } from './model.ts';
import { traitsOf } from './traits.ts';

/** So many closed deals of one's own it takes before the score may be read as a chance. */
export const CALIBRATED_DEALS = 50;

/**
 * A model as the score takes it. `shift`: by how much the base rate has moved since, in log-odds. Null where the user
 * switched learning off, or there is nothing to apply.
 */
export function learntOf(model: Model | null, shift: number, isOn = true): Learnt | null {
  // Where nothing tells deals apart the signs still order the talk, as shipped; there is no chance to be said.
  if (!model || !isOn || model.kind === 'base-rate') return null;
  const moved = model.follows ? shift : 0;
  return {
    base: model.intercept + moved,
    // As many deals are marked whichever way the rate goes: what is looked at is a matter of time there is.
    bandFrom: { look: model.bandFrom.look + moved, closer: model.bandFrom.closer + moved },
    weights: model.signals,
    leans: model.leans,
    calibrated: model.deals >= CALIBRATED_DEALS && model.trial !== null,
    others: (context) => othersOf(context, model),
  };
}

function othersOf(context: SignalContext, { measures, traits }: Model): OtherShare[] {
  const shares = measures.flatMap(({ measure, mean, sd, weight }) => {
    const figure = MEASURES[measure](context);
    // Never seen is usual, not bad.
    if (figure === null || !Number.isFinite(figure)) return [];
    return { name: measure, counted: weight * standardised(figure, mean, sd) };
  });
  const having = new Set(traitsOf(context));
  const kinds = traits.flatMap(({ trait, weight }) => (having.has(trait) ? { name: trait, counted: weight } : []));
  return [...shares, ...kinds];
}
