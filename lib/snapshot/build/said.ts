import { settledAt } from '../../coaching/agenda/agenda-promises.ts';
import { shorten } from '../../coaching/words/clean-text.ts';
import { english } from '../../coaching/words/english.ts';
import { dayInZone } from '../../deal/day.ts';
import type { DealPromise } from '../../deal/promise.ts';
import { LIMITS } from '../../deal/reading.ts';
import { nameKey } from '../../deal/same-name.ts';
import { changesAsOf } from '../../history/deal-as-of.ts';
import { answersAsOf } from '../../process/answers-as-of.ts';
import { nextStepDue } from '../../process/next-step-due.ts';
import { promiseState } from '../../process/promise-state.ts';
import { QUESTIONS } from '../../process/qualification.ts';
import type { TeamDeal } from '../../team/team-deals.ts';
import type { ChangePart } from '../deal-part.ts';
import type { PromisePart, SaidPart } from '../said-part.ts';
import type { BuildContext } from './build-context.ts';
import { changePart, seenOf } from './evidence.ts';
import { splitFacts } from './reasons.ts';

const LONGEST = 500;
const MOST = 30;
export const STANDING: ReadonlySet<string> = new Set([
  'open',
  'due',
  'due-not-checked',
] satisfies PromisePart['state'][]);

/** Of one deal what was written, promised and asked; null where nothing was. */
export function saidPart(deal: TeamDeal, context: BuildContext): SaidPart | null {
  const { team, since, whom } = context;
  const { history, wait, assessment } = deal.now;
  const { asOf, knownAt } = team.moment;
  const signals =
    deal.outcome === 'open' && deal.freshness.level !== 'stale' ? [...assessment.on, ...assessment.good] : [];
  const facts = signals.flatMap((on) => {
    const { naming } = splitFacts(on);
    return Object.keys(naming).length > 0 ? [[on.signal, naming] as const] : [];
  });
  const part: SaidPart = {
    id: deal.id,
    nextStep: stepOf(deal),
    dateSaidBy: dateWord(deal, context),
    wait: wait && {
      until: wait.until,
      what: shorten(wait.what, LONGEST),
      saidBy: wait.saidBy === '' ? null : whom(wait.saidBy),
    },
    promises: promisesOf(deal, context),
    prompts: history.prompts
      .filter(({ at }) => at > since && at <= Math.min(asOf, knownAt))
      .slice(-MOST)
      .map(({ signal, kind, at }) => ({ signal, kind, at })),
    facts: Object.fromEntries(facts),
    changes: stepChanges(deal, context),
  };
  const { id: _, ...said } = part;
  const isEmpty = Object.values(said).every((one) => one === null || Object.keys(one).length === 0);
  return isEmpty ? null : part;
}

function stepOf({ now: { deal } }: TeamDeal): SaidPart['nextStep'] {
  const { nextStep } = deal.fields;
  const due = nextStepDue(deal)?.due ?? null;
  if (!nextStep && due === null) return null;
  const text = nextStep?.value ? shorten(nextStep.value, LONGEST) : null;
  const seen = nextStep ? { ...seenOf('nextStep', nextStep), raw: shorten(nextStep.evidence.raw, LIMITS.raw) } : null;
  return { text, due, seen };
}

/** Whose word it is that something of theirs makes the date matter. */
function dateWord({ now: { history } }: TeamDeal, { team, whom }: BuildContext): SaidPart['dateSaidBy'] {
  const answer = answersAsOf(history, team.moment).get(QUESTIONS.timing);
  if (!answer?.saidBy || (answer.answer !== 'yes' && answer.answer !== 'partly')) return null;
  return { who: whom(answer.saidBy), on: dayInZone(answer.at, team.moment.timeZone) };
}

function stepChanges({ now: { history } }: TeamDeal, context: BuildContext): ChangePart[] {
  return changesAsOf(history, context.team.moment)
    .filter(({ field, from, seenAt }) => field === 'nextStep' && from !== undefined && seenAt > context.since)
    .slice(-MOST)
    .map((change) => changePart(change, shorten(change.evidence.raw, LIMITS.raw), context));
}

/** Those that stand, and those that were made, moved or settled since. */
function promisesOf(deal: TeamDeal, context: BuildContext): PromisePart[] {
  const { asOf, knownAt } = context.team.moment;
  return deal.now.history.promises
    .filter(({ madeAt }) => madeAt <= Math.min(asOf, knownAt))
    .map((promise) => promisePart(promise, deal, context))
    .filter(({ state, isNews }) => STANDING.has(state) || isNews)
    .slice(-MOST);
}

function promisePart(promise: DealPromise, deal: TeamDeal, context: BuildContext): PromisePart {
  const { team, since, whom, idOf, last, previous } = context;
  const { history } = deal.now;
  const { id, what, who, side, by, proof, madeAt, movedFrom, settled } = promise;
  const state = promiseState(promise, history, team.moment);
  const settledOn = settledAt(promise, history, team.moment)?.at ?? null;
  const before = last.said.get(deal.id)?.promises.find((one) => one.id === id);
  const isNews = before
    ? before.state !== state || movedFrom.length > before.movedFrom.length
    : madeAt > since || (settledOn ?? 0) > since || (previous !== null && STANDING.has(state));
  const isOwners = nameKey(who) === nameKey(english.promise.someone('ours'));
  const keeper = isOwners ? idOf(deal.owner) : idOf(team.roster.personOf(who)?.name ?? null);
  const whose = side === 'ours' ? keeper : null;
  return {
    ...{ id, side, by, madeAt, state, isNews, movedFrom: [...movedFrom], settledAt: settledOn },
    what: shorten(what, LONGEST),
    who: whose === null ? whom(who) : { id: whose },
    whose,
    proof: proof === null ? null : shorten(proof, LONGEST),
    reason: settled?.reason ? shorten(settled.reason, LONGEST) : null,
  };
}
