import { buildToday } from '../../../lib/coaching/build-today.ts';
import type { Today } from '../../../lib/coaching/card.ts';
import type { Catalogue } from '../../../lib/coaching/catalogue/types.ts';
import { judgedBy } from '../../../lib/settings/judged-by.ts';
import type { KnownTeam } from '../known-team.ts';

/** Are we behind, and the deals to touch today, as the popup says it. */
export function today(
  { histories, settings, moment }: KnownTeam,
  { catalogue, locale }: { catalogue: Catalogue; locale: string },
): Today {
  const { role, goal, fiscalYearStart, me } = settings;
  const by = { ...judgedBy(settings), goal, fiscalYearStart, me, locale };
  return buildToday({ histories, catalogue, role, moment, settings: by });
}
