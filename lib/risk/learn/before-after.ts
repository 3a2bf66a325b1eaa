import { SIGNAL_NAMES, type SignalName } from '../types.ts';
import { DEFAULT_SIGNAL_WEIGHTS, type Model, type Weighing } from './model.ts';

/** What one signal counts for, as shipped and as learnt; `moved` is the difference. */
export type WeightMove = { signal: SignalName; before: number; after: number; moved: number };

/** The weights before and after, those that moved most first; before: the defaults, or an earlier model. */
export function weightsMoved(model: Pick<Weighing, 'signals'>, before: Pick<Weighing, 'signals'> | null): WeightMove[] {
  const from = before?.signals ?? DEFAULT_SIGNAL_WEIGHTS;
  return SIGNAL_NAMES.map((signal) => {
    const [was, is] = [round(from[signal]), round(model.signals[signal])];
    return { signal, before: was, after: is, moved: round(is - was) };
  }).sort((a, b) => Math.abs(b.moved) - Math.abs(a.moved) || (a.signal < b.signal ? -1 : 1));
}

/** Beside the signals: measures per standard deviation and sorts of deals, the weightiest first. */
export function othersLearnt({
  measures,
  traits,
}: Pick<Model, 'measures' | 'traits'>): { name: string; weight: number }[] {
  return [
    ...measures.map(({ measure, weight }) => ({ name: measure, weight: round(weight) })),
    ...traits.map(({ trait, weight }) => ({ name: trait, weight: round(weight) })),
  ].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.name < b.name ? -1 : 1));
}

const round = (weight: number): number => Math.round(weight * 100) / 100;
