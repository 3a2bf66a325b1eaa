import type { OverlayView } from '../../lib/messages/protocol.ts';
import { DEFAULT_SITE, type Settings } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { cardOf } from './coach.ts';
import type { TabState } from './tab-state.ts';
import type { Team } from './team.ts';

/** What stands on the page of a tab, from what is on record now; null where there is nothing to show. */
export function overlayViews(store: Store, team: Team) {
  return async (state: TabState, settings: Settings): Promise<OverlayView | null> => {
    const [history, usual] = await Promise.all([
      state.deal === null ? null : store.loadHistory(state.deal),
      team.soon(),
    ]);
    if (!history && state.notice === null) return null;
    return {
      card: history && cardOf(history, settings, state, usual),
      me: settings.me,
      open: settings.sites[state.origin]?.open ?? DEFAULT_SITE.open,
      hidden: settings.hidden,
      notice: state.notice,
    };
  };
}
