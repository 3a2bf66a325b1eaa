import type { Catalogue } from '../../lib/coaching/catalogue/types.ts';
import { knowsHost } from '../../lib/crm/known-hosts.ts';
import type { PopupView } from '../../lib/messages/protocol.ts';
import { tellTab } from '../../lib/messages/send.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { isGranted } from './access.ts';
import { cardOf } from './coach.ts';
import { readTab } from './tab-state.ts';
import type { Team } from './team.ts';

function webAddress(url: string | null): URL | null {
  try {
    const parsed = new URL(url ?? '');
    return /^https?:$/.test(parsed.protocol) ? parsed : null;
  } catch {
    return null;
  }
}

/** The page is asked itself: what the tab held a moment ago may have been left since. */
async function dealInTab(tab: number) {
  const state = await readTab(tab);
  if (!state?.deal) return null;
  const answer = await tellTab(tab, 'page.where', {});
  return answer?.onDeal ? { ...state, deal: state.deal } : null;
}

export async function popupView(
  store: Store,
  team: Team,
  catalogue: Catalogue,
  settings: Settings,
  tab: number | null,
  url: string | null,
): Promise<PopupView> {
  const address = webAddress(url);
  const crm = address ? knowsHost(address) : null;
  const granted = address !== null && (await isGranted(address.origin));
  if (address && settings.sites[address.origin]?.state === 'off') {
    return { kind: 'site-off', crm: crm?.name ?? null, origin: address.origin };
  }

  const state = tab === null ? null : await dealInTab(tab);
  if (state) {
    const history = await store.loadHistory(state.deal);
    if (history)
      return {
        kind: 'deal',
        card: cardOf(history, catalogue, settings, state, await team.soon()),
        origin: state.origin,
      };
  }

  if (address && crm && !granted) {
    return { kind: 'not-granted', crm: crm.name, origin: address.origin };
  }

  const unknown = address && !crm && !granted ? address.origin : null;
  return { kind: 'elsewhere', origin: granted ? address.origin : null, unknown, welcomed: settings.welcomed };
}
