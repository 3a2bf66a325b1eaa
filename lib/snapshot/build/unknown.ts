import { dayInZone } from '../../deal/day.ts';
import { restsOn } from '../../team/rests-on.ts';
import type { TeamDeal } from '../../team/team-deals.ts';
import type { Unknown } from '../team-part.ts';
import type { BuildContext } from './build-context.ts';

/** What a forecast rests on. */
export const FORECAST_FIELDS = ['amount', 'closeDate', 'owner', 'forecastCategory', 'nextStep'] as const;

export function unknownOf({ team, sweep }: BuildContext): Unknown {
  const open = team.deals.filter(({ outcome }) => outcome === 'open');
  const { unseen, unseenSums, since } = restsOn(open, team);
  const idsOf = (deals: readonly TeamDeal[]) => deals.map(({ id }) => id);
  const firsts = team.deals.map(({ firstSeenAt }) => firstSeenAt);
  const first = firsts.length === 0 ? null : firsts.reduce((a, b) => Math.min(a, b));
  const typed = sweep?.closed.typed ?? [];
  return {
    unseen: idsOf(unseen),
    unseenSums,
    unseenSince: since,
    lacking: FORECAST_FIELDS.flatMap((field) => {
      const lack = open.filter(({ now }) => now.deal.fields[field]?.value == null);
      const empty = lack.filter(({ now }) => now.deal.fields[field] !== undefined);
      if (lack.length === 0) return [];
      return { field, neverSeen: idsOf(lack.filter((deal) => !empty.includes(deal))), empty: idsOf(empty) };
    }),
    crm:
      typed.length > 0
        ? { closed: typed.flatMap(({ theirs }) => theirs), apart: typed.flatMap(({ apart }) => apart) }
        : null,
    gone: sweep?.queue.map(({ deal }) => deal.id) ?? [],
    sweptAt: sweep?.completedAt ?? null,
    historySince: first === null ? null : dayInZone(first, team.moment.timeZone),
  };
}
