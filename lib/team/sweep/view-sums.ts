import { checkSums, type SumCheck } from '../../coaching/column-sums.ts';
import type { Stage } from '../../deal/fields.ts';
import type { ColumnSum, DealReading } from '../../deal/reading.ts';
import { isSameStage } from '../../deal/same-value.ts';
import { dealAsOf } from '../../history/deal-as-of.ts';
import type { PinnedView } from '../../settings/settings.ts';
import type { Team, TeamDeal } from '../team-deals.ts';
import type { Visit } from './visits.ts';

/** A page's own totals in its last visit against what was on record of its rows then; null where it shows none. */
export function viewSums(team: Team, { page }: PinnedView, visit: Visit): SumCheck | null {
  const { sums, total } = visit;
  if (sums.length === 0) return null;
  const deals = team.deals.flatMap((deal) => (visit.deals.has(deal.id) ? [readingAt(deal, team, visit)] : []));
  return checkSums({ page, deals, rows: { loaded: deals.length, total, sums } });
}

function readingAt({ id, url, now }: TeamDeal, { moment }: Team, { to, sums }: Visit): DealReading {
  const { amount, stage } = dealAsOf(now.history, { ...moment, asOf: to })?.fields ?? {};
  return {
    ...{ recordId: id, url },
    fields: {
      ...(amount && { amount: said(amount.value) }),
      ...(stage?.value && { stage: said(columnOf(stage.value, sums)) }),
    },
  };
}

/** The stage as the board numbers it; a record's page may not. */
const columnOf = (stage: Stage, sums: readonly ColumnSum[]): Stage =>
  sums.find((sum) => sum.stage && isSameStage(sum.stage, stage))?.stage ?? { ...stage, order: null };

const said = <V>(value: V | null) =>
  value === null
    ? ({ ok: false, reason: 'empty' } as const)
    : ({ ok: true, value, raw: '', rule: 'on record' } as const);
