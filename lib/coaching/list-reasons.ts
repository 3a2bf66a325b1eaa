import type { FactsOf, LimitSource } from '../risk/facts.ts';
import type { Share, SignalOn } from '../risk/types.ts';
import type { EvidenceLine, Reason } from './card.ts';
import type { CardContext } from './card-context.ts';
import { describeSignal } from './describe-signal.ts';
import { shorten } from './words/clean-text.ts';
import type { Words } from './words/english.ts';

/** Every reason, strongest first, down to what stood on the page. */
export function listReasons(context: CardContext): Reason[] {
  const { assessment, signals } = context;
  const shares = new Map(assessment.score.shares.map((share) => [share.signal, share]));
  return signals.map((signal) => reasonOf(signal, shares.get(signal.signal), context));
}

/** What speaks for the deal, in the same form. */
export function listSigns(context: CardContext): Reason[] {
  const { good, score } = context.assessment;
  const shares = new Map(score.shares.map((share) => [share.signal, share]));
  return good.map((signal) => reasonOf(signal, shares.get(signal.signal), context));
}

function reasonOf(signal: SignalOn, share: Share | undefined, { words, say }: CardContext): Reason {
  return {
    signal: signal.signal,
    title: words.title(signal.signal),
    fact: words.sentence(describeSignal(signal, words, say).fact),
    limit: limitText(signal, words),
    points: signal.points,
    counted: share?.counted ?? 0,
    share: shareText(share, words),
    evidence: signal.evidence.map(
      ({ field, seenAt, evidence }): EvidenceLine => ({
        field: words.capital(words.field(field)),
        raw: shorten(evidence.raw, 200),
        rule: shorten(evidence.rule, 200),
        page: words.page(evidence.page),
        seen: say.on(seenAt),
      }),
    ),
  };
}

function shareText(share: Share | undefined, words: Words): string {
  if (!share || share.points === 0) return words.reason.uncounted;
  return share.why === 'quarter' ? words.reason.quarter : words.reason.strongest;
}

function limitText(signal: SignalOn, words: Words): string {
  const facts = signal.facts as Partial<FactsOf<SignalOn['signal']>>;
  const source = words.source((facts.limitSource ?? 'expert judgement') as LimitSource);
  const figure = figureOf(signal, words);
  return figure === null ? words.reason.noLimit(source) : words.reason.limit(figure, facts.stageKind ?? null, source);
}

function figureOf({ unit, limit }: SignalOn, words: Words): string | null {
  if (unit === 'none' || limit <= 0) return null;
  const round = Math.round(limit * 10) / 10;
  if (unit === 'days') return words.days(round);
  if (unit === 'working-days') return words.workingDays(round);
  return unit === 'percent' ? words.percent(round) : words.times(round);
}
