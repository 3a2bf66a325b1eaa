import type { OverlayView } from '../../lib/messages/protocol.ts';
import { DEFAULT_SITE, type Settings } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { cardOf, listCardOf } from './coach.ts';
import type { TabState } from './tab-state.ts';
import type { Team } from './team.ts';

/** What stands on the page of a tab, from what is on record now; null where there is nothing to show. */
export function overlayViews(store: Store, team: Team) {
  return async (state: TabState, settings: Settings): Promise<OverlayView | null> => {
    const { deal, list } = state;
    const notice = state.notice ?? state.told;
    const ids = new Set(list?.rows.flatMap((row) => row.deal ?? []));
    const [history, histories, usual] = await Promise.all([
      deal === null ? null : store.loadHistory(deal),
      list ? store.loadHistories([...ids]) : [],
      team.soon(),
    ]);
    if (!history && !list && notice === null) return null;
    const [any] = histories;
    const gone = list && any ? await store.goneFrom({ ...list, crm: any.deal.crm, tenant: any.deal.tenant }) : null;
    const missed = gone ? { ...gone, histories: await store.loadHistories(gone.deals) } : null;
    return {
      card: history && cardOf(history, settings, state, usual),
      list: list && listCardOf(list, histories, settings, usual, missed),
      me: settings.me,
      open: list ? list.open : (settings.sites[state.origin]?.open ?? DEFAULT_SITE.open),
      hidden: settings.hidden,
      notice,
    };
  };
}
