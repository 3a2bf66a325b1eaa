import { type Day, daysBetween, type Instant } from '../deal/day.ts';
import type { FieldName, FieldValue, FieldValues } from '../deal/fields.ts';
import { major, mayBeSameMoney } from '../deal/money.ts';
import { openStages, stageIndex } from '../deal/stage-kind.ts';
import { changesAsOf, dealAsOf } from '../history/deal-as-of.ts';
import type { Change, Deal, DealHistory, Moment } from '../history/types.ts';
import type { ChangeLine } from './card.ts';
import { sayValue } from './say-value.ts';
import type { Speaker } from './words/dates.ts';
import type { Words } from './words/english.ts';

/** What moved on a deal since a look: one line per change, and the moves the wrong way in short. */
export type Moves = { lines: ChangeLine[]; adverse: string[]; fields: FieldName[] };

/** More would bury the ones that matter. */
const MOST_LINES = 12;

export function movesSince(
  history: DealHistory,
  moment: Moment,
  look: Instant | null,
  words: Words,
  say: Speaker,
): Moves {
  // On a first look what changes under the reader's eyes is still told.
  const since = look ?? firstSeen(history, moment);
  if (since === null) return { lines: [], adverse: [], fields: [] };
  const changes = changesAsOf(history, moment).filter((change) => change.seenAt > since && change.from !== undefined);
  const before = dealAsOf(history, { ...moment, asOf: since });
  const now = dealAsOf(history, moment);
  const lines = withoutStepsOf('lastActivity', changes)
    .slice(-MOST_LINES)
    .map((change) => lineOf(change, words, say));
  const against = before && now ? adverse(before, now, history, words, say) : [];
  return { lines, adverse: against.map(({ text }) => text), fields: against.map(({ field }) => field) };
}

/** A field that moves by itself with every call is told once, from where it stood to where it stands. */
function withoutStepsOf(field: FieldName, changes: readonly Change[]): Change[] {
  const steps = changes.filter((change) => change.field === field);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || first === last) return [...changes];
  const whole = { ...last, from: first.from, after: first.after };
  return changes.flatMap((change) => (change === last ? [whole] : change.field === field ? [] : [change]));
}

export function firstSeen(history: DealHistory, moment: Moment): Instant | null {
  const rows = history.sightings.filter((row) => row.at <= moment.asOf && row.recordedAt <= moment.knownAt);
  return rows.reduce<Instant | null>((first, { at }) => (first === null || at < first ? at : first), null);
}

export function lineOf(change: Change, words: Words, say: Speaker): ChangeLine {
  const { field, from, to } = change;
  const name = words.field(field);
  const [was, is] = [sayValue(field, from, words, say), sayValue(field, to, words, say)];
  let text = words.moves.named(name, was, is);
  if (to === null) text = words.moves.emptied(name);
  else if (from === null) text = words.moves.filled(name, is);
  if (change.together) text = words.moves.together(text, change.together - 1);
  if (change.display) text = words.moves.display(text);
  return { field, text, when: whenOf(change, words, say) };
}

/** "between Tue 3 and Thu 5 Nov" where only the interval is known; the day alone where both ends fall on it. */
export function whenOf(change: Pick<Change, 'after' | 'seenAt'>, words: Words, say: Speaker): string {
  const seen = say.on(change.seenAt);
  if (change.after === null || say.dayOf(change.after) === say.dayOf(change.seenAt)) return words.moves.on(seen);
  return words.moves.within(say.on(change.after), seen);
}

/** What can move the wrong way, as `adverse` tells it. */
export const MOVED_AGAINST: ReadonlySet<FieldName> = new Set<FieldName>([
  'stage',
  'amount',
  'closeDate',
  'probability',
  'nextStep',
]);

type Against = { field: FieldName; text: string };

/** Moves of the date up to a week are housekeeping. */
const IGNORED_DAYS = 7;
/** A cut below this is rounding or a corrected typing error more often than news. */
const LEAST_CUT = 0.05;
/** In points; single points are set by formulas of the CRM. */
const LEAST_FALL = 10;

/** From then to now: net, so that what was moved and moved back says nothing. */
function adverse(before: Deal, now: Deal, history: DealHistory, words: Words, say: Speaker): Against[] {
  const found: Against[] = [];
  const add = <F extends FieldName>(field: F, isWorse: (was: FieldValues[F], is: FieldValues[F]) => boolean) => {
    const was = before.fields[field]?.value as FieldValues[F] | null | undefined;
    const is = now.fields[field]?.value as FieldValues[F] | null | undefined;
    if (was === null || was === undefined || is === null || is === undefined || !isWorse(was, is)) return;
    found.push({ field, text: shortMove(field, was, is, words, say) });
  };
  add('stage', (was, is) => {
    const open = openStages(history.stages);
    const [from, to] = [stageIndex(was, open), stageIndex(is, open)];
    return to >= 0 && to < from;
  });
  add(
    'amount',
    (was, is) =>
      !mayBeSameMoney(was, is) && sameCode(was.currency, is.currency) && major(is) < major(was) * (1 - LEAST_CUT),
  );
  add('closeDate', (was: Day, is: Day) => daysBetween(was, is) > IGNORED_DAYS);
  const staged = found.some(({ field }) => field === 'stage');
  // A CRM moves the probability with the stage: one cause is told once.
  if (!staged) add('probability', (was, is) => was - is >= LEAST_FALL);
  const step = before.fields.nextStep?.value;
  if (step && now.fields.nextStep?.value === null) found.push({ field: 'nextStep', text: words.moves.stepEmptied });
  return found;
}

/** A code that came or went may be another way of showing; the figures could then be in two currencies. */
const sameCode = (a: string | null, b: string | null) => a === b;

function shortMove(field: FieldName, was: FieldValue, is: FieldValue, words: Words, say: Speaker): string {
  const [from, to] = [sayValue(field, was, words, say), sayValue(field, is, words, say)];
  if (field === 'closeDate') return words.moves.closeDate(from, to);
  if (field === 'probability') return words.moves.probability(from, to);
  return words.moves.from(from, to);
}
