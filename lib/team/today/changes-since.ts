import { whenOf } from '../../coaching/list-changes.ts';
import { sayValue } from '../../coaching/say-value.ts';
import type { Day } from '../../deal/day.ts';
import { addDays, type Instant, workingDaysBetween } from '../../deal/day.ts';
import type { FieldName, FieldValues } from '../../deal/fields.ts';
import { momentOn } from '../../deal/local-time.ts';
import { sameValue } from '../../deal/same-value.ts';
import { openStages, outcomeOf, stageIndex } from '../../deal/stage-kind.ts';
import { weekOf } from '../../deal/week.ts';
import { changesAsOf, dealAsOf } from '../../history/deal-as-of.ts';
import type { Change, Deal } from '../../history/types.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import type { Asked } from './asked.ts';

export const CHANGE_KINDS = [
  'won',
  'lost',
  'created',
  'out',
  'in',
  'cut',
  'raised',
  'put-off',
  'pulled-in',
  'back',
  'forward',
  'category',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What became of one deal: its weightiest kind, and every net move in words. */
export type DealChange = { deal: TeamDeal; kind: ChangeKind; detail: string };

/** Edits of so many deals at once are a tidying-up, and no event of a deal. */
const IN_BULK = 10;
const TOLD = ['outcome', 'stage', 'amount', 'closeDate', 'forecastCategory'] as const satisfies FieldName[];

/**
 * The day whose end "changed since" counts from: that of the last complete week, or on a week's first working day of the
 * week before, which is what is talked about then.
 */
export function changedSince({ today, settings }: Pick<Team, 'today' | 'settings'>): Day {
  const last = addDays(weekOf(today, settings.weekStart).from, -1);
  return workingDaysBetween(last, today, settings.calendar) <= 1 ? addDays(last, -7) : last;
}

/** The first moment after that day. */
export const changesFrom = (team: Team): Instant =>
  momentOn(addDays(changedSince(team), 1), '00:00', team.moment.timeZone);

/** Net moves since then: what was moved and moved back, only shown otherwise, or changed in bulk, is none. */
export function changesOf(asked: Asked): DealChange[] {
  const from = changesFrom(asked.team);
  return asked.deals.flatMap((deal) => changeOf(deal, from, asked) ?? []);
}

function changeOf(deal: TeamDeal, from: Instant, asked: Asked): DealChange | null {
  const { team, words, say } = asked;
  const { history, deal: now } = deal.now;
  // Most deals did not move in a week: theirs need not be worked out.
  if (!history.changes.some(({ seenAt }) => seenAt >= from)) return null;
  if (deal.firstSeenAt >= from) {
    const isNew = deal.createdOn !== null && deal.createdOn > changedSince(team);
    return isNew ? { deal, kind: 'created', detail: `Created ${say.day(deal.createdOn as Day)}` } : null;
  }
  const changes = changesAsOf(history, team.moment).filter(
    (change) =>
      change.seenAt >= from && change.from !== undefined && !change.display && (change.together ?? 0) < IN_BULK,
  );
  const moves = TOLD.flatMap((field) => netMove(changes, field));
  if (moves.length === 0) return null;
  const before = dealAsOf(history, { ...team.moment, asOf: from - 1 });
  const kind = before && kindOf(moves, before, now, deal, asked);
  if (kind === null) return null;
  const tell = ({ field, from, to, last }: Move) =>
    `${words.moves.named(words.field(field), sayValue(field, from, words, say), sayValue(field, to, words, say))}, ${whenOf(last, words, say)}`;
  return { deal, kind, detail: words.capital(moves.map(tell).join('; ')) };
}

type Move = { field: (typeof TOLD)[number]; from: Change['to']; to: Change['to']; last: Change };

function netMove(changes: readonly Change[], field: Move['field']): Move[] {
  const own = changes.filter((change) => change.field === field);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || first.from === undefined || sameValue(field, first.from, last.to)) return [];
  return [{ field, from: first.from, to: last.to, last }];
}

function kindOf(
  moves: readonly Move[],
  before: Deal,
  now: Deal,
  deal: TeamDeal,
  { quarter }: Asked,
): ChangeKind | null {
  const was = outcomeOf(before);
  if (deal.outcome !== was && deal.outcome !== 'open') return deal.outcome;
  const of = <F extends FieldName>(from: Deal, field: F) =>
    (from.fields[field]?.value ?? null) as FieldValues[F] | null;
  const moved = (field: Move['field']) => moves.some((move) => move.field === field);
  const [wasDue, isDue] = [of(before, 'closeDate'), of(now, 'closeDate')];
  if (moved('closeDate') && wasDue !== null && deal.outcome === 'open') {
    if (wasDue <= quarter.to && (isDue === null || isDue > quarter.to)) return 'out';
    if (wasDue > quarter.to && isDue !== null && isDue <= quarter.to) return 'in';
  }
  const [wasWorth, isWorth] = [of(before, 'amount'), of(now, 'amount')];
  if (moved('amount') && wasWorth && isWorth && wasWorth.currency === isWorth.currency)
    return isWorth.minor < wasWorth.minor ? 'cut' : 'raised';
  if (moved('closeDate') && wasDue !== null && isDue !== null) return isDue > wasDue ? 'put-off' : 'pulled-in';
  const stages = openStages(deal.now.history.stages);
  const [wasAt, isAt] = [of(before, 'stage'), of(now, 'stage')].map((stage) =>
    stage ? stageIndex(stage, stages) : -1,
  );
  if (moved('stage') && wasAt !== undefined && isAt !== undefined && wasAt >= 0 && isAt >= 0)
    return isAt < wasAt ? 'back' : 'forward';
  return moved('forecastCategory') ? 'category' : null;
}
