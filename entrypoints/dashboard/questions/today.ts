import { buildToday } from '../../../lib/coaching/build-today.ts';
import type { Today } from '../../../lib/coaching/card.ts';
import type { Catalogue } from '../../../lib/coaching/catalogue/types.ts';
import { judgedBy } from '../../../lib/settings/judged-by.ts';
import type { BadgeMeaning } from '../../../lib/settings/settings.ts';
import { type BadgeCounts, badgeCounts } from '../../../lib/team/today/badge-counts.ts';
import { buildFiveSentences } from '../../../lib/team/today/build-five-sentences.ts';
import type { FiveSentences } from '../../../lib/team/today/five-sentences.ts';
import type { KnownTeam } from '../known-team.ts';

export type TodayAnswer = { five: FiveSentences; today: Today; counts: BadgeCounts; badge: BadgeMeaning };

/** The five sentences, and the deals to touch today, as the popup says them. */
export function today(
  { histories, settings, moment, team }: KnownTeam,
  { catalogue, locale }: { catalogue: Catalogue; locale: string },
): TodayAnswer {
  const { role, fiscalYearStart, me } = settings;
  const by = { ...judgedBy(settings), fiscalYearStart, me, locale };
  const known = team();
  const deals = known.deals.map(({ now }) => now);
  return {
    five: buildFiveSentences(known, role, locale),
    today: buildToday({ histories, catalogue, role, moment, settings: by, deals }),
    counts: badgeCounts(known.deals),
    badge: settings.badge,
  };
}
