import { dayInZone } from '../deal/day.ts';
import { changesAsOf } from '../history/deal-as-of.ts';
import { factsOf } from '../risk/facts.ts';
import type { SignalOn } from '../risk/types.ts';
import { basisOf, basisOn } from './basis.ts';
import type { PromiseLine } from './card.ts';
import type { CardContext } from './card-context.ts';
import type { Figures } from './catalogue/types.ts';
import type { Ask } from './choose-prompt.ts';
import { describeSignal } from './describe-signal.ts';
import { situationsOf } from './situations.ts';
import { shorten } from './words/clean-text.ts';

const NONE: ReadonlySet<never> = new Set();
/** Named in a row before it reads like a table. */
const DATES_NAMED = 4;

/** What there is to ask about a signal. */
export function askAbout(signal: SignalOn, context: CardContext): Ask {
  const { deal, assessment, quarter, words, say } = context;
  const closeDate = deal.fields.closeDate?.value ?? null;
  const dates = datesOf(signal, context);
  const figures: Figures = {
    ...figuresOf(context),
    ...describeSignal(signal, words, say).figures,
    ...(dates ? { dates } : {}),
  };
  const situations = situationsOf(signal, assessment, quarter, say, closeDate);
  return { topic: signal.signal, basis: basisOf(signal.signal, deal), figures, situations };
}

export function askAboutMoves(context: CardContext): Ask {
  const { deal, moves } = context;
  return { topic: 'moved', basis: basisOn('moved', moves.fields, deal), figures: figuresOf(context), situations: NONE };
}

export function askAboutPromise(promise: PromiseLine, context: CardContext): Ask {
  const situation = promise.state === 'due-not-checked' ? 'not-checked' : promise.side;
  return {
    topic: 'promise-due',
    basis: `promise-due|${promise.id}|${promise.by}`,
    figures: figuresOf(context),
    situations: new Set([situation]),
  };
}

export function askWithoutSignal(topic: 'look-again' | 'thin' | 'healthy', context: CardContext): Ask {
  const fields = topic === 'healthy' ? (['stage', 'closeDate'] as const) : [];
  const day = context.say.dayOf(context.deal.lastSeenAt);
  // A stale or thin deal is another matter after each look, a healthy one once it has moved.
  const basis = topic === 'healthy' ? basisOn(topic, fields, context.deal) : `${topic}|${day}`;
  const isStrong = topic === 'healthy' && context.usual?.wonLately?.has(context.history.deal.id);
  return { topic, basis, figures: figuresOf(context), situations: isStrong ? new Set(['strong']) : NONE };
}

/** The figures that hold for the deal whatever is asked. */
function figuresOf(context: CardContext): Figures {
  const { deal, words, say, look, quarter, missing } = context;
  const closeDate = deal.fields.closeDate?.value;
  const stage = deal.fields.stage?.value?.label;
  const since = look ?? deal.record.firstSeenAt;
  const sameDay = say.dayOf(since) === say.today;
  return {
    since: sameDay ? words.earlierToday : words.onDay(say.on(since)),
    seen: say.on(deal.lastSeenAt),
    periodEnd: say.day(quarter.to),
    ...(closeDate ? { closeDate: say.day(closeDate) } : {}),
    ...(stage ? { stage: words.stage(shorten(stage)) } : {}),
    ...(missing.length > 0 ? { missing: words.list(missing.slice(0, 3).map(words.field)) } : {}),
  };
}

/** The close dates it stood on, oldest first: "12 Sep, 30 Oct, now 28 Nov". */
function datesOf(signal: SignalOn, { history, moment, words, say }: CardContext): string | null {
  const pushed = factsOf(signal, 'pushed');
  if (!pushed) return null;
  const stops = [pushed.from];
  for (const { field, to, seenAt } of changesAsOf(history, moment)) {
    if (field !== 'closeDate' || typeof to !== 'string' || dayInZone(seenAt, moment.timeZone) < pushed.since) continue;
    const last = stops.at(-1);
    if (last === undefined || to > last) stops.push(to);
  }
  const dates = [...new Set([...stops, pushed.closeDate])];
  if (dates.length < 3) return null;
  const named = dates.length > DATES_NAMED ? [...dates.slice(0, 1), ...dates.slice(1 - DATES_NAMED)] : dates;
  return words.dates(named.map(say.day));
}
