import type { Instant } from '../deal/day.ts';
import type { PromptEvent } from '../deal/promise.ts';

/** How often a question, or one about a signal, was put, and how often a proof was seen after it. */
export type Share = { asked: number; proved: number };

const DAY_MS = 86_400_000;
/** A proof that is seen later than this is no answer any more; so long an unanswered question says nothing. */
export const PROOF_WITHIN_DAYS = 21;
/** From this many on, a question may be told to help little. */
const RETIRED_FROM = 12;
/** As many questions as would have to say otherwise before the average is left behind by half. */
const PRIOR = 10;
const [LEAST, MOST] = [0.5, 2];
/** One-sided, nine times in ten. */
const Z = 1.28;

/** Shares by prompt id and by signal. What was asked in the last weeks counts only once its proof was seen. */
export function sharesOf(events: Iterable<PromptEvent>, now: Instant): Map<string, Share> {
  const within = PROOF_WITHIN_DAYS * DAY_MS;
  const proofs = new Map<string, Instant[]>();
  const asked: PromptEvent[] = [];
  const keyOf = ({ deal, basis }: PromptEvent) => `${deal}\n${basis}`;
  for (const event of events) {
    if (event.at > now) continue;
    if (event.kind === 'asked') asked.push(event);
    if (event.kind === 'proof-seen') proofs.set(keyOf(event), [...(proofs.get(keyOf(event)) ?? []), event.at]);
  }
  const shares = new Map<string, Share>();
  for (const event of asked) {
    const proved = proofs.get(keyOf(event))?.some((at) => at >= event.at && at <= event.at + within) ?? false;
    if (!proved && now - event.at < within) continue;
    for (const key of [event.prompt, event.signal]) {
      const share = shares.get(key) ?? { asked: 0, proved: 0 };
      shares.set(key, { asked: share.asked + 1, proved: share.proved + Number(proved) });
    }
  }
  return shares;
}

/**
 * How likely a question is to lead to a proof, against the average of all: 1 where nothing is known, 0 where it was put
 * often enough and clearly helps less than a third as often. By prompt id and by signal; a signal is never nought.
 */
export function likelyToHelp(events: readonly PromptEvent[], now: Instant): Map<string, number> {
  const shares = sharesOf(events, now);
  const signals = new Set(events.map(({ signal }) => signal));
  const sum = [...shares].filter(([key]) => signals.has(key)).map(([, share]) => share);
  const total = (part: keyof Share) => sum.reduce((all, share) => all + share[part], 0);
  const average = (total('proved') + 1) / (total('asked') + 3);
  return new Map(
    [...shares].map(([key, share]) => {
      if (!signals.has(key) && isRetired(share, average)) return [key, 0];
      const smoothed = (share.proved + PRIOR * average) / (share.asked + PRIOR) / average;
      return [key, Math.min(MOST, Math.max(LEAST, smoothed))];
    }),
  );
}

function isRetired(share: Share, average: number): boolean {
  return share.asked >= RETIRED_FROM && mostLikely(share) < average / 3;
}

/** The upper end of Wilson's interval. */
function mostLikely({ asked, proved }: Share): number {
  const share = proved / asked;
  const spread = Z * Math.sqrt((share * (1 - share)) / asked + Z ** 2 / (4 * asked ** 2));
  return (share + Z ** 2 / (2 * asked) + spread) / (1 + Z ** 2 / asked);
}
