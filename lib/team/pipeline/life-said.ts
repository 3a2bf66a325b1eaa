import { shorten } from '../../coaching/words/clean-text.ts';
import { count } from '../../coaching/words/english-count.ts';
import { TITLES } from '../../coaching/words/english-names.ts';
import type { Instant } from '../../deal/day.ts';
import type { DealPromise, PromptEvent } from '../../deal/promise.ts';
import type { OneToOne } from '../../deal/talk.ts';
import { type PromiseState, promiseState } from '../../process/promise-state.ts';
import type { LifeKind, LifePart, LifeSource } from './life-item.ts';

const STATES: Record<PromiseState, string> = {
  open: 'not due yet',
  due: 'was due; not seen yet',
  'due-not-checked': 'was due; not looked at since',
  kept: 'kept',
  missed: 'not seen by its day',
  dropped: 'dropped',
};
const ENDS = { kept: 'Kept', missed: 'Not seen by its day', dropped: 'Dropped' } as const;

/** What was asked, promised, waited for and talked about, each at the moment at which it was written down. */
export function saidInLife(source: LifeSource, talks: readonly OneToOne[]): LifePart[] {
  const { history, moment, say } = source;
  const until = Math.min(moment.asOf, moment.knownAt);
  const part = (kind: LifeKind, at: Instant, text: string, note: string | null = null): LifePart[] =>
    at <= until ? [{ kind, day: say.dayOf(at), order: at, text, note, evidence: null }] : [];
  return [
    ...history.prompts.flatMap((event) => part('asked', event.at, askedText(event, say.day))),
    ...history.promises.flatMap((promise) => {
      if (promise.madeAt > until) return [];
      const what = shorten(promise.what, 200);
      const { settled } = promise;
      return [
        ...part(
          'said',
          promise.madeAt,
          `${shorten(promise.who)}: ${what} by ${say.day(promise.by)}`,
          courseOfPromise(promise, source),
        ),
        ...(settled
          ? part('said', settled.at, `${ENDS[settled.as]}: ${what}`, settled.reason && shorten(settled.reason, 200))
          : []),
      ];
    }),
    ...history.waits.flatMap((wait) => {
      const what = shorten(wait.what, 200);
      const by = wait.saidBy ? `${shorten(wait.saidBy)} said so` : null;
      return [
        ...part('said', wait.madeAt, `Wait agreed until ${say.day(wait.until)}: ${what}`, by),
        ...(wait.endedAt === null ? [] : part('said', wait.endedAt, `Wait ended: ${what}`)),
      ];
    }),
    ...talks.flatMap(({ startedAt, person }) => part('talk', startedAt, `Picked for the 1:1 with ${shorten(person)}`)),
  ];
}

function askedText({ kind, signal, until }: PromptEvent, day: (day: string) => string): string {
  const about = Object.hasOwn(TITLES, signal)
    ? TITLES[signal as keyof typeof TITLES]
    : shorten(signal.replaceAll('-', ' '));
  if (kind === 'snoozed') return until === null ? 'Back from quiet' : `Quiet until ${day(until)}`;
  return kind === 'asked' ? `Asked about: ${about}` : `Proof seen for: ${about}`;
}

/** The days on which a promise was moved are not kept: only from which day, and how often. */
function courseOfPromise(promise: DealPromise, { history, moment, say }: LifeSource): string {
  const [first] = promise.movedFrom;
  const moved =
    first === undefined ? '' : `first for ${say.day(first)}, moved ${count(promise.movedFrom.length, 'time')}; `;
  return `${moved}${STATES[promiseState(promise, history, moment)]}`;
}
