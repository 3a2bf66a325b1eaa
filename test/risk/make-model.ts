import { DEFAULT_WEIGHING, MODEL_VERSION, type Model } from '../../lib/risk/learn/model.ts';

/** A model as learning makes one, with the weights as shipped unless said. */
export const model = (part: Partial<Model> = {}): Model => ({
  ...DEFAULT_WEIGHING,
  ...{ version: MODEL_VERSION, kind: 'learned', madeAt: 0, deals: 80, follows: true, bandFrom: { look: 0, closer: 1 } },
  trial: { deals: 20, from: 0, to: 1, baseRate: 0.7, defaults: 0.65, learned: 0.6 },
  ...part,
});
