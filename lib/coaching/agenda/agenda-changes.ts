import { daysBetween, type Instant } from '../../deal/day.ts';
import type { FieldName, FieldValue, Stage } from '../../deal/fields.ts';
import { type Money, major } from '../../deal/money.ts';
import { sameValue } from '../../deal/same-value.ts';
import { closedByLabel, openStages, stageIndex } from '../../deal/stage-kind.ts';
import { changesAsOf } from '../../history/deal-as-of.ts';
import type { Change, Moment } from '../../history/types.ts';
import { whenOf } from '../list-changes.ts';
import { relativeValues } from '../rank.ts';
import { sayValue } from '../say-value.ts';
import type { Speaker } from '../words/dates.ts';
import type { Words } from '../words/english.ts';
import type { Agenda, AgendaChange } from './agenda.ts';
import { nameOf, type OwnDeal } from './own-deals.ts';

const MOST = 5;
const TOLD = ['outcome', 'stage', 'amount', 'closeDate', 'nextStep'] as const satisfies readonly FieldName[];
type Told = (typeof TOLD)[number];

/** One move from where a field stood to where it stands; what was moved and moved back says nothing. */
type Move = { field: Told; from: FieldValue | null; to: FieldValue | null; last: Change; first: Change };

/** The moves that weigh most since a moment, one line per deal. Edits of many deals at once are no event of a deal. */
export function changesSince(
  own: readonly OwnDeal[],
  since: Instant,
  moment: Moment,
  words: Words,
  say: Speaker,
): Pick<Agenda['changes'], 'lines' | 'more'> {
  const values = relativeValues(own);
  const told = own.flatMap((deal) => {
    const moves = movesOf(deal, Math.max(since, deal.since), moment);
    const weight = moves.reduce((sum, move) => sum + weightOf(move, deal), 0) * (values.get(deal) ?? 1);
    return weight > 0 ? [{ weight, line: lineOf(deal, moves, words, say) }] : [];
  });
  told.sort((a, b) => b.weight - a.weight);
  return { lines: told.slice(0, MOST).map(({ line }) => line), more: Math.max(0, told.length - MOST) };
}

function movesOf({ history }: OwnDeal, since: Instant, moment: Moment): Move[] {
  const changes = changesAsOf(history, moment).filter(
    ({ seenAt, from, together, display }) => seenAt > since && from !== undefined && !together && !display,
  );
  const moves = TOLD.flatMap((field): Move[] => {
    const steps = changes.filter((change) => change.field === field);
    const [first, last] = [steps[0], steps.at(-1)];
    if (!first || !last || sameValue(field, first.from ?? null, last.to)) return [];
    return [{ field, from: first.from ?? null, to: last.to, first, last }];
  });
  // With its end a CRM closes a deal's date and step as well: one cause is told once.
  const end =
    moves.find(({ field, to }) => field === 'stage' && to && closedByLabel((to as Stage).label)) ??
    moves.find(({ field, to }) => field === 'outcome' && to !== 'open');
  return end ? moves.filter((move) => move === end || move.field === 'amount') : moves;
}

/** How much a move matters: an end most, then what goes the wrong way. Expert judgement. */
function weightOf({ field, from, to }: Move, { history }: OwnDeal): number {
  if (field === 'outcome') return to === 'open' ? 3 : 5;
  if (field === 'nextStep') return to === null ? 1 : 0.25;
  if (field === 'closeDate') {
    if (from === null || to === null) return 1;
    const days = daysBetween(from as string, to as string);
    return Math.abs(days) <= 7 ? 0.25 : days > 0 ? 2 : 1.5;
  }
  if (field === 'amount') {
    if (from === null || to === null) return 1;
    const [was, is] = [major(from as Money), major(to as Money)];
    const share = was === 0 ? 1 : Math.min(1, Math.abs(is - was) / was);
    return (is < was ? 4 : 3) * share;
  }
  if (to !== null && closedByLabel((to as Stage).label)) return 5;
  const open = openStages(history.stages);
  const place = (value: FieldValue | null) => (value === null ? -1 : stageIndex(value as Stage, open));
  return place(to) < place(from) ? 3 : 2;
}

function lineOf(deal: OwnDeal, moves: readonly Move[], words: Words, say: Speaker): AgendaChange {
  const latest = moves.reduce((a, b) => (b.last.seenAt > a.last.seenAt ? b : a), moves[0] as Move);
  const text = moves.map((move) => textOf(move, words, say)).join('; ');
  // Of one step it is known when at the latest, and at the earliest.
  const only = moves.length === 1 && latest.first === latest.last;
  const when = only ? whenOf(latest.last, words, say) : words.moves.on(say.on(latest.last.seenAt));
  return { ...nameOf(deal, words), text: words.capital(text), when };
}

function textOf({ field, from, to }: Move, words: Words, say: Speaker): string {
  const [was, is] = [sayValue(field, from, words, say), sayValue(field, to, words, say)];
  if (field === 'nextStep') return to === null ? words.moves.stepEmptied : `${words.field(field)}: ${is}`;
  if (field === 'closeDate') return words.moves.closeDate(was, is);
  return words.moves.from(was, is);
}
