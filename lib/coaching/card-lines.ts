import type { FieldName } from '../deal/fields.ts';
import type { CardContext } from './card-context.ts';
import type { Chosen } from './choose-prompt.ts';
import { describeSignal } from './describe-signal.ts';
import type { Lead } from './lead.ts';
import { shorten } from './words/clean-text.ts';

export type CardLines = { line1: string; line2: string };

/**
 * The fact, then the question or the next step. The page shows name and amount already, so neither is said again. A
 * rep's card puts the next step first where one lies ahead; the question then stands below with its proof.
 */
export function cardLines(lead: Lead, chosen: Chosen | null, context: CardContext): CardLines {
  const { words, role } = context;
  const fact = factOf(lead, chosen, context);
  if (lead.kind === 'closed' || lead.kind === 'snoozed') return { line1: fact, line2: calmLine(lead, context) };
  const next = nextLine(context);
  if (role === 'rep' && next && (lead.kind === 'signal' || lead.kind === 'change' || lead.kind === 'healthy')) {
    return { line1: next, line2: fact };
  }
  if (lead.kind === 'healthy') return { line1: fact, line2: next ?? healthyLine(chosen, context) };
  if (lead.kind === 'thin') return { line1: fact, line2: thinLine(context) };
  if (!chosen) return { line1: fact, line2: next ?? words.lines.nothingToAsk };
  return { line1: fact, line2: questionLine(chosen, context) };
}

function factOf(lead: Lead, chosen: Chosen | null, context: CardContext): string {
  const { deal, words, say, moves, look } = context;
  const { lines } = words;
  switch (lead.kind) {
    case 'promise':
      return promiseFact(lead, context);
    case 'change': {
      const since = look ?? deal.record.firstSeenAt;
      const sameDay = say.dayOf(since) === say.today;
      return lines.since(sameDay ? words.earlierToday : say.on(since), moves.adverse.join(', '));
    }
    case 'signal': {
      const asked = context.signals.find(({ signal }) => signal === chosen?.ask.topic) ?? context.signals[0];
      return asked ? words.sentence(describeSignal(asked, words, say).fact) : lines.nothingToAsk;
    }
    case 'thin':
      return thinFact(context);
    case 'closed':
      return closedFact(context);
    case 'snoozed':
      return lines.snoozed(say.weekday(context.snooze?.until ?? say.today));
    default:
      return healthyFact(context);
  }
}

function promiseFact({ promise }: Lead, { words, say, deal, history }: CardContext): string {
  if (!promise) return words.lines.nothingToAsk;
  const { lines } = words;
  const made = history.promises.find(({ id }) => id === promise.id)?.madeAt ?? deal.record.firstSeenAt;
  const who = promise.who || words.promise.someone(promise.side);
  const said = lines.promise(who, say.day(say.dayOf(made)), shorten(promise.what, 90), say.day(promise.by));
  const day = say.dayOf(deal.lastSeenAt);
  const lastLook = day === say.today ? words.promise.today : say.weekday(day);
  return `${said} ${promise.state === 'due' ? lines.promiseDue(lastLook) : lines.promiseNotChecked(lastLook)}`;
}

function closedFact({ deal, outcome, words, say }: CardContext): string {
  const seen = deal.fields.outcome?.value === outcome ? deal.fields.outcome.seenAt : deal.fields.stage?.seenAt;
  const on = seen === undefined ? null : say.on(seen);
  return outcome === 'won' ? words.lines.won(on) : words.lines.lost(on);
}

function calmLine(lead: Lead, { outcome, role, words }: CardContext): string {
  if (lead.kind === 'snoozed') return words.lines.snoozedNext;
  return outcome === 'won' ? words.lines.wonNext[role] : words.lines.lostNext[role];
}

function thinFact(context: CardContext): string {
  const { assessment, deal, words, say, missing } = context;
  const on = say.on(deal.lastSeenAt);
  const page = lastPage(context);
  if (assessment.freshness.level === 'stale') return words.lines.stale(on, page ? words.page(page) : null);
  const named = words.list(missing.slice(0, 3).map(words.field));
  return words.lines.thin(on, words.page(page ?? 'list'), named);
}

function thinLine(context: CardContext): string {
  const { assessment, words } = context;
  if (assessment.freshness.level === 'stale') return words.lines.lookAgain;
  return lastPage(context) === 'record' ? words.lines.completeHere : words.lines.completeIt;
}

function lastPage({ history, deal }: CardContext) {
  return history.sightings.findLast(({ at }) => at === deal.lastSeenAt)?.page ?? null;
}

/** What a deal is said to have moved by; the rest stands in the list of changes. */
const HEADLINE: ReadonlySet<FieldName> = new Set<FieldName>([
  'stage',
  'amount',
  'closeDate',
  'forecastCategory',
  'owner',
]);

function healthyFact({ deal, wait, moves, look, words, say }: CardContext): string {
  const { lines } = words;
  if (wait) return lines.parked(say.weekday(wait.until), shorten(wait.what, 90), shorten(wait.saidBy));
  const last = moves.lines.findLast(({ field }) => HEADLINE.has(field));
  if (last) return lines.moved(last.text, last.when);
  if (look === null) return lines.firstLook;
  const still = [...HEADLINE].map((field) => deal.fields[field]?.seenAt ?? deal.record.firstSeenAt);
  return lines.nothingMoved(say.on(Math.max(...still)));
}

function healthyLine(chosen: Chosen | null, { wait, words, say }: CardContext): string {
  if (wait) return words.lines.parkedNext(say.weekday(wait.until));
  return chosen && chosen.askedAt === null ? chosen.question : words.lines.addNext;
}

function nextLine({ nextStep, words }: CardContext): string | null {
  if (!nextStep?.ahead) return null;
  return words.lines.next(shorten(nextStep.shown.text, 110), nextStep.shown.due);
}

function questionLine(chosen: Chosen, { role, words, say }: CardContext): string {
  return chosen.askedAt === null ? chosen.question : words.lines.awaiting[role](say.on(chosen.askedAt));
}
