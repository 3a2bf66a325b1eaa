/** From a deal's stored history to its card: the one place where store and pure rules meet. */
import { buildCard } from '../../lib/coaching/build-card.ts';
import { buildListCard, type ListCardInput } from '../../lib/coaching/build-list-card.ts';
import type { DealCard, ListCard } from '../../lib/coaching/card.ts';
import type { Usual } from '../../lib/coaching/card-input.ts';
import type { Catalogue } from '../../lib/coaching/catalogue/types.ts';
import type { ListLook } from '../../lib/coaching/list-look.ts';
import type { DealHistory, Moment } from '../../lib/history/types.ts';
import { assessDeal } from '../../lib/risk/assess.ts';
import type { TeamContext } from '../../lib/risk/team-context.ts';
import { judgedBy } from '../../lib/settings/judged-by.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { TabState } from './tab-state.ts';

export function momentNow(): Moment {
  const now = Date.now();
  return { asOf: now, knownAt: now, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

/** `tab` is where the deal stands open: what could not be read there, and when this look began. */
export function cardOf(
  history: DealHistory,
  catalogue: Catalogue,
  settings: Settings,
  tab: TabState | null,
  team: (TeamContext & Usual) | null,
): DealCard {
  const moment = momentNow();
  return buildCard({
    history,
    assessment: assessDeal(history, { ...judgedBy(settings), moment, team }),
    catalogue,
    usual: team,
    role: settings.role,
    moment,
    settings: {
      calendar: settings.calendar,
      me: settings.me,
      locale: undefined,
      fiscalYearStart: settings.fiscalYearStart,
      exits: settings.exits,
    },
    unread: tab?.unread ?? [],
    openedAt: tab?.openedAt,
  });
}

export function listCardOf(
  look: ListLook,
  histories: readonly DealHistory[],
  settings: Settings,
  team: TeamContext | null,
  gone: ListCardInput['gone'],
): ListCard {
  const { me, role, marks } = settings;
  return buildListCard({
    look,
    histories,
    team,
    role,
    moment: momentNow(),
    settings: { ...judgedBy(settings), me, locale: undefined },
    marksOn: marks[look.page],
    gone,
  });
}
