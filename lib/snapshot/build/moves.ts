import { relativeValues } from '../../coaching/rank.ts';
import { daysBetween } from '../../deal/day.ts';
import type { FieldName } from '../../deal/fields.ts';
import { type Money, mayBeSameMoney } from '../../deal/money.ts';
import { openStages, stageIndex } from '../../deal/stage-kind.ts';
import { changesAsOf } from '../../history/deal-as-of.ts';
import type { TeamDeal } from '../../team/team-deals.ts';
import { DEVIATIONS, type Move, type MoveKind } from '../team-part.ts';
import type { BuildContext } from './build-context.ts';

/** A shift by no more is a correction: the coaching guide's own limit. */
const CORRECTION_DAYS = 7;
/** Edits of so many deals at once are a tidying-up, and no event of a deal. */
const IN_BULK = 10;
const ORDER: readonly MoveKind[] = ['won', ...DEVIATIONS, 'pulled-in', 'increased', 'new'];

type Told = Omit<Move, 'deal' | 'kinds'> & {
  /** Of the deal's amount how much is moved. */
  share: number;
};

/** What became of each deal since the snapshot before, the largest first, against what is usual in its currency. */
export function movesOf(context: BuildContext): Move[] {
  const { team, sweep, now, previous } = context;
  if (!previous) return [];
  const values = relativeValues(team.deals.map(({ now }) => now));
  const gone = new Set(sweep?.queue.map(({ deal }) => deal.id) ?? []);
  const found = [...now.values()].flatMap((deal) => {
    const told = toldOf(deal, gone.has(deal.id), context).sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
    const [first] = told;
    if (!first) return [];
    const { share, ...move } = first;
    const kinds = told.map(({ kind }) => kind);
    return [{ weight: (values.get(deal.now) ?? 1) * share, move: { deal: deal.id, ...move, kinds } }];
  });
  return found.toSorted((a, b) => b.weight - a.weight || (a.move.deal < b.move.deal ? -1 : 1)).map(({ move }) => move);
}

function toldOf(deal: TeamDeal, isGone: boolean, context: BuildContext): Told[] {
  const { was, since, team, quarter } = context;
  const before = was.get(deal.id);
  const weight = deal.amount;
  const whole = (kind: MoveKind, field: FieldName | null, from: Move['from'], to: Move['to']): Told[] => [
    { kind, field, from, to, weight, share: 1 },
  ];
  if (!before) {
    const created = deal.createdOn === null || deal.createdOn > context.team.today ? null : deal.createdOn;
    const isNew = deal.firstSeenAt > since && created !== null && Date.parse(`${created}T23:59:59Z`) >= since;
    if (!isNew) return [];
    return deal.outcome === 'open'
      ? whole('new', 'createdOn', null, created)
      : whole(deal.outcome, 'outcome', null, deal.outcome);
  }
  if (deal.outcome !== before.outcome && deal.outcome !== 'open')
    return whole(deal.outcome, 'outcome', before.stage, deal.outcome);
  if (deal.outcome !== 'open' || before.outcome !== 'open') return [];
  const moved = movedFields(deal, since, team.moment);
  return [
    ...(isGone ? whole('gone', null, null, null) : []),
    ...(moved.has('closeDate') ? dateMove(before.closeDate, deal.closeDate, quarter.to, whole) : []),
    ...(moved.has('amount') ? amountMove(before.amount, deal.amount) : []),
    ...(moved.has('stage') && isBack(before, deal) ? whole('stage-back', 'stage', before.stage, deal.stage) : []),
  ];
}

/** What was only shown otherwise, or changed with many others, did not move. */
function movedFields({ now }: TeamDeal, since: number, moment: BuildContext['team']['moment']): Set<FieldName> {
  const changes = changesAsOf(now.history, moment).filter(
    ({ seenAt, from, display, together = 0 }) => seenAt > since && from !== undefined && !display && together < IN_BULK,
  );
  return new Set(changes.map(({ field }) => field));
}

type Whole = (kind: MoveKind, field: FieldName, from: Move['from'], to: Move['to']) => Told[];

function dateMove(from: string | null, to: string | null, until: string, whole: Whole): Told[] {
  if (from === null) return [];
  const [wasIn, isIn] = [from <= until, to !== null && to <= until];
  const days = to === null ? 0 : daysBetween(from, to);
  if (days > CORRECTION_DAYS || (wasIn && !isIn)) return whole('pushed', 'closeDate', from, to);
  return days < -CORRECTION_DAYS || (!wasIn && isIn) ? whole('pulled-in', 'closeDate', from, to) : [];
}

function amountMove(from: Money | null, to: Money | null): Told[] {
  if (!from || !to || from.currency !== to.currency || mayBeSameMoney(from, to)) return [];
  const by = to.minor - from.minor;
  const share = to.minor === 0 ? 1 : Math.abs(by / to.minor);
  const weight = { ...to, minor: by, halfStep: 0 };
  return [{ kind: by < 0 ? 'decreased' : 'increased', field: 'amount', from, to, weight, share }];
}

function isBack(before: TeamDeal, deal: TeamDeal): boolean {
  const open = openStages(deal.now.history.stages);
  const place = ({ now }: TeamDeal) => {
    const stage = now.deal.fields.stage?.value;
    return stage ? stageIndex(stage, open) : -1;
  };
  return place(deal) >= 0 && place(deal) < place(before);
}
