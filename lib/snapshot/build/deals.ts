import { shorten } from '../../coaching/words/clean-text.ts';
import type { FieldName } from '../../deal/fields.ts';
import { LIMITS } from '../../deal/reading.ts';
import { changesAsOf } from '../../history/deal-as-of.ts';
import { categoryIn, forecastParts } from '../../team/forecast/forecast.ts';
import { inHome } from '../../team/sums.ts';
import type { TeamDeal } from '../../team/team-deals.ts';
import type { DealPart, DealPlace, ScorePart } from '../deal-part.ts';
import type { TeamPart } from '../team-part.ts';
import type { BuildContext } from './build-context.ts';
import { changePart, rawIn, seenOf } from './evidence.ts';
import { reasonPart } from './reasons.ts';
import { FORECAST_FIELDS } from './unknown.ts';

/** What moves by itself, or may name people, is none of a deal's changes here. */
const TOLD: ReadonlySet<FieldName> = new Set<FieldName>([
  ...(['name', 'amount', 'stage', 'pipeline', 'closeDate', 'owner', 'account', 'probability'] as const),
  ...(['forecastCategory', 'outcome'] as const),
]);
/** What figures rest on; of the others the changes carry their own. */
const EVIDENCED = ['amount', 'stage', 'closeDate', 'owner', 'forecastCategory'] as const;
const MOST_CHANGES = 30;

/** Open deals, those of the quarter, and every other that a figure or a move of the team part speaks of. */
export function dealParts(context: BuildContext, { bridges, moves }: Pick<TeamPart, 'bridges' | 'moves'>): DealPart[] {
  const { team, now, was, quarter } = context;
  const places = placesOf(context);
  const named = new Set([
    ...bridges.flatMap(({ lines }) => lines.flatMap(({ parts }) => parts.map(({ deal }) => deal))),
    ...moves.map(({ deal }) => deal),
  ]);
  const isTold = ({ id, outcome, closedOn }: TeamDeal) =>
    outcome === 'open' || (closedOn !== null && closedOn >= quarter.from) || named.has(id);
  const ours = team.deals.filter(isTold).map((deal) => dealPart(deal, places.get(deal.id) ?? 'ended', context));
  const out = [...was.values()].filter(({ id }) => !now.has(id) && named.has(id));
  return [...ours, ...out.map((deal) => ({ ...dealPart(deal, 'ended', context), counted: null, handedOut: true }))];
}

function placesOf({ team, quarter }: BuildContext): Map<string, DealPlace> {
  const places = new Map<string, DealPlace>();
  const parts = forecastParts(team, quarter, null);
  for (const [place, deals] of Object.entries(parts)) for (const { id } of deals) places.set(id, place as DealPlace);
  for (const { id, outcome } of team.deals) if (outcome === 'open' && !places.has(id)) places.set(id, 'later');
  return places;
}

const OPEN_AND_DUE: ReadonlySet<DealPlace> = new Set(['commit', 'best-case', 'pipeline', 'omitted'] as const);

function dealPart(deal: TeamDeal, place: DealPlace, context: BuildContext): DealPart {
  const { team, since, weekBegan, by, idOf } = context;
  const { moment } = team;
  const { fields } = deal.now.deal;
  const { assessment, wait } = deal.now;
  const isJudged = deal.outcome === 'open' && deal.freshness.level !== 'stale';
  const text = (value: string | null | undefined) => (value ? shorten(value, LIMITS.name) || null : null);
  return {
    id: deal.id,
    name: text(deal.name),
    account: text(fields.account?.value),
    url: deal.url || null,
    owner: idOf(deal.owner),
    pipeline: text(deal.pipeline),
    stage: text(deal.stage),
    stageKind: deal.stageKind,
    outcome: deal.outcome,
    amount: deal.amount,
    closeDate: deal.closeDate,
    closedOn: deal.closedOn,
    createdOn: deal.createdOn,
    place,
    byStage: deal.outcome === 'open' && categoryIn(deal).byStage,
    counted: deal.amount && OPEN_AND_DUE.has(place) ? inHome(deal.amount, by) : null,
    handedOut: false,
    firstSeenAt: deal.firstSeenAt,
    lastSeenAt: deal.lastSeenAt,
    isSeen: deal.lastSeenAt >= weekBegan,
    freshness: deal.freshness.level,
    parkedUntil: wait?.until ?? null,
    score: isJudged ? scorePart(deal) : null,
    reasons: isJudged ? [...assessment.on, ...assessment.good].map(reasonPart) : [],
    evidence: Object.fromEntries(
      EVIDENCED.flatMap((field) => {
        const known = fields[field];
        return known ? [[field, seenOf(field, known)]] : [];
      }),
    ),
    neverSeen: FORECAST_FIELDS.filter((field) => fields[field] === undefined),
    changes: changesAsOf(deal.now.history, moment)
      .filter(({ field, from, seenAt }) => TOLD.has(field) && from !== undefined && seenAt > since)
      .slice(-MOST_CHANGES)
      .map((change) => changePart(change, rawIn(change.field, change.evidence.raw), context)),
  };
}

function scorePart({ now }: TeamDeal): ScorePart {
  const { base, logOdds, calibrated, shares, others } = now.assessment.score;
  return { base, logOdds, calibrated, shares: shares.map((share) => ({ ...share })), others: [...others] };
}
