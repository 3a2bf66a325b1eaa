import type { Instant } from '../deal/day.ts';
import { CALIBRATED_DEALS } from './learn/apply.ts';
import type { Example } from './learn/examples.ts';
import { learn } from './learn/learn.ts';
import { DEFAULT_WEIGHING, logOddsOf, type Model } from './learn/model.ts';
import { type SelfCheck, selfCheck } from './self-check.ts';

/** Each part is judged by what the parts before it taught. */
const PARTS = 5;

/**
 * The self-check of the score in force. The weights as shipped have learnt from none of these deals. What was learnt has,
 * so each deal is judged by a model of its own, learnt from those alone that had ended before it; the oldest fifth, which
 * had nothing to learn from, is left out. `examples` oldest end first; for a worker, as learning is. `told`: the share of parts gone through.
 */
export function checkLearning(
  examples: readonly Example[],
  model: Model | null,
  at: Instant,
  told?: (share: number) => void,
): SelfCheck {
  if (!model || model.kind === 'base-rate')
    return selfCheck(examples, (example) => logOddsOf(example, DEFAULT_WEIGHING), false);
  const said = new Map<Example, number>();
  const [oldest = [], ...parts] = partsOf(examples);
  const taught = [...oldest];
  for (const [done, part] of parts.entries()) {
    told?.(done / parts.length);
    const then = learn(taught, at);
    for (const example of part) said.set(example, logOddsOf(example, then));
    taught.push(...part);
  }
  const calibrated = model.deals >= CALIBRATED_DEALS && model.trial !== null;
  return selfCheck([...said.keys()], (example) => said.get(example) ?? 0, calibrated, model.bandFrom);
}

/** By deal and the moment of its end: deals that ended at one moment stand in one part. */
function partsOf(examples: readonly Example[]): Example[][] {
  const ends = [...new Map(examples.map(({ deal, ended }) => [deal, ended.at])).values()].sort((a, b) => a - b);
  const starts = Array.from({ length: PARTS }, (_, part) => ends[Math.floor((part * ends.length) / PARTS)] ?? 0);
  const parts = starts.map((): Example[] => []);
  for (const example of examples) parts[starts.findLastIndex((start) => example.ended.at >= start)]?.push(example);
  return parts;
}
