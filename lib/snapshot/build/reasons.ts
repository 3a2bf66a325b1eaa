import { shorten } from '../../coaching/words/clean-text.ts';
import { isDay } from '../../deal/day.ts';
import type { SignalOn } from '../../risk/types.ts';
import type { ReasonPart } from '../deal-part.ts';
import { rawIn } from './evidence.ts';

/** Facts that are words of ours, of a pipeline or of a currency: no person can be named in them. */
const PLAIN: ReadonlySet<string> = new Set([
  ...['stageKind', 'stage', 'limitSource', 'rule', 'each', 'diagnosis', 'currency', 'symbol'],
  ...['from', 'to', 'skipped', 'left', 'category'],
]);
const LONGEST = 300;

type Facts = SignalOn['facts'];

/** A signal's facts in two: those of the deal, and those in which people may be named. */
export function splitFacts({ signal, facts }: Pick<SignalOn, 'signal' | 'facts'>): {
  plain: Facts;
  naming: { [fact: string]: string };
} {
  const plain: Facts = {};
  const naming: { [fact: string]: string } = {};
  for (const [fact, value] of Object.entries(facts)) {
    const isPlain = typeof value !== 'string' || isDay(value) || (PLAIN.has(fact) && signal !== 'owner-changed');
    if (isPlain) plain[fact] = value;
    else naming[fact] = shorten(value, LONGEST);
  }
  return { plain, naming };
}

export function reasonPart(on: SignalOn): ReasonPart {
  const { plain, naming } = splitFacts(on);
  const { signal, family, observed, limit, unit, points, asOfDay, atLeast, evidence } = on;
  return {
    ...{ signal, family, facts: plain, isQuoting: Object.keys(naming).length > 0 },
    ...{ observed, limit, unit, points, asOfDay, atLeast },
    evidence: evidence.map(({ field, seenAt, evidence: { raw, rule, page } }) => ({
      ...{ field, raw: rawIn(field, raw), rule, page, seenAt },
    })),
  };
}
