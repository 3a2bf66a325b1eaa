import { addDays, type Day, dayInZone, daysBetween } from '../../deal/day.ts';
import { foldLabel } from '../../deal/same-value.ts';
import { openStages, stageKind } from '../../deal/stage-kind.ts';
import { changesAsOf, dealAsOf } from '../../history/deal-as-of.ts';
import { pastAsOf } from '../../history/past-as-of.ts';
import type { Moment } from '../../history/types.ts';
import { answersAsOf } from '../../process/answers-as-of.ts';
import { decides } from '../../process/decides.ts';
import { isOffer } from '../../process/offers.ts';
import { promiseState } from '../../process/promise-state.ts';
import { exitsOf, proofQuestion, type StageExits } from '../../process/stage-exits.ts';
import { shorten } from '../words/clean-text.ts';
import type { Speaker } from '../words/dates.ts';
import type { Words } from '../words/english.ts';
import type { ProvenMoment } from './agenda.ts';
import { settledAt } from './agenda-promises.ts';
import { agendaWords } from './agenda-words.ts';
import { nameOf, type OwnDeal } from './own-deals.ts';

/** What lies further back is no news of how somebody works. */
const DAYS = 90;
/** A pull by less is a correction. */
const LEAST_PULL_DAYS = 7;
/** A date that was pulled in and stood for so long has held. */
const HELD_DAYS = 21;
/** An answer after more days is another matter. */
const ANSWER_DAYS = 14;

type Input = {
  own: readonly OwnDeal[];
  exits: StageExits;
  /** Whether a promise was theirs to keep. */
  isTheirs(who: string): boolean;
  moment: Moment;
  words: Words;
  say: Speaker;
};
type Found = Omit<ProvenMoment, 'deal' | 'name' | 'url' | 'dayText'>;

/** What went well on a person's deals, each with its day and what shows it; the latest first. */
export function provenMoments(input: Input): ProvenMoment[] {
  const { own, say, moment, words } = input;
  const from = addDays(say.today, -DAYS);
  const found = own.flatMap((deal) =>
    [promisesKept, offersAnswered, decidersMet, stagesProven, datesHeld]
      .flatMap((find) => find(deal, input))
      .filter(({ day }) => day >= from && day <= say.today && isSince(day, deal, moment))
      .map((one) => ({ ...nameOf(deal, words), ...one, dayText: say.weekday(one.day) })),
  );
  return found.sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0));
}

function isSince(day: Day, { since }: OwnDeal, { timeZone }: Moment): boolean {
  return !Number.isFinite(since) || day >= dayInZone(since, timeZone);
}

function promisesKept(deal: OwnDeal, { isTheirs, moment, say }: Input): Found[] {
  return deal.history.promises.flatMap((promise) => {
    const { side, who, proof, what } = promise;
    if (side !== 'ours' || !proof || !isTheirs(who) || promiseState(promise, deal.history, moment) !== 'kept')
      return [];
    const settled = settledAt(promise, deal.history, moment);
    if (!settled) return [];
    const evidence = agendaWords.evidence.promise(shorten(proof, 90), settled.text(say));
    const text = agendaWords.moments['promise-kept'](shorten(what, 120));
    return { kind: 'promise-kept' as const, day: say.dayOf(settled.at), text, evidence };
  });
}

/** An offer that was not the first, and what they did next. */
function offersAnswered(deal: OwnDeal, { moment, say }: Input): Found[] {
  const { events } = pastAsOf(deal.history, moment);
  const offers = events.filter(({ entry }) => isOffer(entry)).slice(1);
  return offers.flatMap(({ entry: offer }) => {
    const answer = events.find(
      ({ entry }) =>
        entry.side === 'buyer' && entry.day > offer.day && daysBetween(offer.day, entry.day) <= ANSWER_DAYS,
    )?.entry;
    if (!answer) return [];
    const evidence = agendaWords.evidence.answer(say.day(offer.day), say.day(answer.day), shorten(answer.text, 90));
    return {
      kind: 'offer-answered' as const,
      day: answer.day,
      text: agendaWords.moments['offer-answered'](),
      evidence,
    };
  });
}

/** The first thing done together with a contact whose role decides, in an early stage. */
function decidersMet(deal: OwnDeal, { moment, words }: Input): Found[] {
  const { events, contacts } = pastAsOf(deal.history, moment);
  return (contacts?.standing ?? []).flatMap(({ entry: { name, role } }) => {
    if (!role || !decides(role)) return [];
    const met = events.find(
      ({ entry }) =>
        entry.who !== null &&
        foldLabel(entry.who) === foldLabel(name) &&
        (entry.what === 'meeting' || entry.what === 'call' || entry.side === 'buyer'),
    )?.entry;
    if (!met) return [];
    const then = dealAsOf(deal.history, { ...moment, asOf: Math.min(moment.asOf, endOf(met.day)) });
    const stage = then?.fields.stage?.value ?? null;
    if (!stage || stageKind(stage, deal.history.stages, 'open') !== 'early') return [];
    const what =
      agendaWords.met[met.what === 'meeting' || met.what === 'call' || met.what === 'email' ? met.what : 'other'];
    const evidence = agendaWords.evidence.met(what, words.stage(shorten(stage.label)));
    const text = agendaWords.moments['decider-met'](`${shorten(name)} (${shorten(role)})`);
    return { kind: 'decider-met' as const, day: met.day, text, evidence };
  });
}

/** No zone is so far off that the day would be another one by more. */
const endOf = (day: Day) => Date.parse(`${day}T23:59:59Z`);

function stagesProven(deal: OwnDeal, { exits, moment, say, words }: Input): Found[] {
  const answers = answersAsOf(deal.history, moment);
  if (answers.size === 0) return [];
  return openStages(deal.history.stages).flatMap((stage) =>
    exitsOf(stage, deal.history.stages, exits).flatMap((proof) => {
      const answer = answers.get(proofQuestion(stage.label, proof));
      if (answer?.answer !== 'yes') return [];
      const evidence = agendaWords.evidence.stage(words.stage(shorten(stage.label)), say.on(answer.at));
      const text = agendaWords.moments['stage-proven'](shorten(proof, 120));
      return { kind: 'stage-proven' as const, day: say.dayOf(answer.at), text, evidence };
    }),
  );
}

function datesHeld(deal: OwnDeal, { moment, say }: Input): Found[] {
  const known = deal.deal.fields.closeDate;
  const dates = changesAsOf(deal.history, moment).filter(
    ({ field, from }) => field === 'closeDate' && from !== undefined,
  );
  const last = dates.at(-1);
  if (!known || !last || last.together || typeof last.from !== 'string' || typeof last.to !== 'string') return [];
  if (daysBetween(last.to, last.from) <= LEAST_PULL_DAYS || deal.outcome === 'lost') return [];
  const { outcome, stage } = deal.deal.fields;
  const won = deal.outcome === 'won' ? (outcome?.value === 'won' ? outcome : stage)?.seenAt : undefined;
  const until = won ?? known.lastSeenAt;
  // A CRM sets the date to the day on which a deal is closed: that is no pull.
  const stood = daysBetween(say.dayOf(last.seenAt), say.dayOf(until));
  if (stood < (won === undefined ? HELD_DAYS : LEAST_PULL_DAYS)) return [];
  const text = agendaWords.moments['date-held'](say.day(last.from), say.day(last.to));
  const evidence = agendaWords.evidence[won === undefined ? 'dateHeld' : 'dateWon'](say.on(until));
  return [{ kind: 'date-held', day: say.dayOf(until), text, evidence }];
}
