import type { Instant } from '../../deal/day.ts';
import type { DealPromise } from '../../deal/promise.ts';
import { nameKey } from '../../deal/same-name.ts';
import type { DealHistory, Moment } from '../../history/types.ts';
import { pageProof, pastProof } from '../../process/page-proof.ts';
import { isOpen, promiseLine } from '../list-promises.ts';
import type { Speaker } from '../words/dates.ts';
import type { Agenda, AgendaPromise } from './agenda.ts';
import { agendaWords } from './agenda-words.ts';
import { nameOf } from './own-deals.ts';
import type { PersonContext } from './person-context.ts';

const MOST = 6;

type Parties = Pick<PersonContext, 'person' | 'manager' | 'roster' | 'words'>;
type Found = { line: AgendaPromise; whose: 'manager' | 'rep'; madeAt: Instant };

/** "We" stands for whoever has the deal. */
export function isTheirPromise(who: string, { person, roster, words }: Parties): boolean {
  return roster.personOf(who)?.name === person || nameKey(who) === nameKey(words.promise.someone('ours'));
}

/** Null: another of ours, who has an agenda of their own. */
export function whosePromise(who: string, parties: Parties): Found['whose'] | null {
  const { manager, roster } = parties;
  if (isTheirPromise(who, parties)) return 'rep';
  const one = roster.personOf(who);
  if (manager === null) return one ? null : 'manager';
  if (nameKey(who) === nameKey(manager) || (one !== null && one === roster.personOf(manager))) return 'manager';
  return one ? null : 'rep';
}

/** Our promises on this person's deals, theirs and the manager's, that are open or were settled since. */
function promisesOf(context: PersonContext, settledSince: Instant): Found[] {
  const { own, moment, words, say } = context;
  const until = Math.min(moment.asOf, moment.knownAt);
  return own.flatMap((deal) =>
    deal.history.promises.flatMap((promise): Found[] => {
      const whose = whosePromise(promise.who, context);
      if (promise.side !== 'ours' || promise.madeAt > until || promise.madeAt < deal.since || !whose) return [];
      const line = promiseLine(promise, deal.history, moment, say);
      const settled = settledAt(promise, deal.history, moment);
      if (!isOpen(line) && (settled?.at ?? promise.madeAt) < settledSince) return [];
      const stateText = agendaWords.states[line.state](settled?.text(say) ?? '');
      return [{ line: { ...nameOf(deal, words), ...line, stateText }, whose, madeAt: promise.madeAt }];
    }),
  );
}

type Settled = { at: Instant; text(say: Speaker): string };

/** When it was known how it went, and how that was known; null while it is not. */
export function settledAt(promise: DealPromise, history: DealHistory, moment: Moment): Settled | null {
  const { settled } = promise;
  if (settled && settled.at <= Math.min(moment.asOf, moment.knownAt)) {
    return { at: settled.at, text: (say) => agendaWords.saidOn(say.on(settled.at)) };
  }
  const seenAt =
    pageProof(promise, history, moment)?.change.seenAt ?? pastProof(promise, history, moment)?.seenAt ?? null;
  return seenAt === null ? null : { at: seenAt, text: (say) => agendaWords.seenOn(say.on(seenAt)) };
}

/** Those to look back on: open ones, and what was settled since the last talk; the first due first, six at most. */
export function promisesBefore(context: PersonContext, since: Instant, begun: Instant | null): Agenda['promises'] {
  const found = promisesOf(context, since)
    .filter(({ madeAt }) => begun === null || madeAt < begun)
    .sort((a, b) => Number(isOpen(b.line)) - Number(isOpen(a.line)) || (a.line.by < b.line.by ? -1 : 1));
  const linesOf = (of: Found['whose']) => found.filter(({ whose }) => whose === of).map(({ line }) => line);
  const [all, theirs] = [linesOf('manager'), linesOf('rep')];
  const manager = all.slice(0, Math.max(MOST / 2, MOST - theirs.length));
  const rep = theirs.slice(0, MOST - manager.length);
  return { manager, rep, more: found.length - manager.length - rep.length };
}

/** Those that were made while this talk went on. */
export function promisesMade(context: PersonContext, begun: Instant | null, ended: Instant | null): AgendaPromise[] {
  if (begun === null) return [];
  return promisesOf(context, begun)
    .filter(({ madeAt }) => madeAt >= begun && (ended === null || madeAt <= ended))
    .sort((a, b) => a.madeAt - b.madeAt)
    .map(({ line }) => line);
}
