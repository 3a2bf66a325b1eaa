import type { OverlayView } from '../../lib/messages/protocol.ts';
import { DEFAULT_SITE, type Settings } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { cardOf, listCardOf } from './coach.ts';
import type { Questions } from './questions.ts';
import type { TabState } from './tab-state.ts';
import type { Team } from './team.ts';

const DAMAGED = 'Part of this deal’s history was damaged on the disk and is left out. The rest stands.';

/** What stands on the page of a tab, from what is on record now; null where there is nothing to show. */
export function overlayViews(store: Store, team: Team, questions: Questions) {
  return async (state: TabState, settings: Settings): Promise<OverlayView | null> => {
    const { deal, list } = state;
    const ids = new Set(list?.rows.flatMap((row) => row.deal ?? []));
    const [history, histories, usual, asked] = await Promise.all([
      deal === null ? null : store.loadHistory(deal),
      list ? store.loadHistories([...ids]) : [],
      team.soon(),
      deal === null ? null : questions.read(),
    ]);
    const told = state.notice ?? state.told ?? (history?.damaged ? DAMAGED : null);
    if (!history && !list && told === null) return null;
    const [any] = histories;
    const gone = list && any ? await store.goneFrom({ ...list, crm: any.deal.crm, tenant: any.deal.tenant }) : null;
    const missed = gone ? { ...gone, histories: await store.loadHistories(gone.deals) } : null;
    return {
      card: history && cardOf(history, asked?.catalogue ?? [], settings, state, usual),
      list: list && listCardOf(list, histories, settings, usual, missed),
      me: settings.me,
      open: list ? list.open : (settings.sites[state.origin]?.open ?? DEFAULT_SITE.open),
      hidden: settings.hidden,
      notice: told ?? asked?.problem ?? null,
    };
  };
}
