import { buildToday } from '../../lib/coaching/build-today.ts';
import type { Catalogue } from '../../lib/coaching/catalogue/types.ts';
import { knowsHost } from '../../lib/crm/known-hosts.ts';
import type { Money } from '../../lib/deal/money.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import type { PopupView } from '../../lib/messages/protocol.ts';
import { tellTab } from '../../lib/messages/send.ts';
import { judgedBy } from '../../lib/settings/judged-by.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { Store } from '../../lib/store/store.ts';
import { isGranted } from './access.ts';
import { cardOf, momentNow } from './coach.ts';
import { readTab } from './tab-state.ts';
import { type Team, writeTeam } from './team.ts';

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

/** The currency that most amounts are in: offered first where a goal is typed. */
function usualCurrency(histories: readonly DealHistory[]): string {
  const counts = new Map<string, number>();
  for (const { changes } of histories) {
    const amount = changes.findLast(({ field }) => field === 'amount')?.to as Money | null | undefined;
    if (amount?.currency) counts.set(amount.currency, (counts.get(amount.currency) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'USD';
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

  const histories = await store.loadHistories();
  if (histories.length > 0) {
    await writeTeam(histories, settings);
    const today = buildToday({
      histories,
      catalogue,
      role: settings.role,
      moment: momentNow(),
      settings: {
        ...judgedBy(settings),
        goal: settings.goal,
        fiscalYearStart: settings.fiscalYearStart,
        me: settings.me,
        locale: undefined,
      },
    });
    return {
      kind: 'today',
      today,
      currency: usualCurrency(histories),
      origin: granted ? address.origin : null,
      unknown: address && !crm && !granted ? address.host : null,
    };
  }
  if (address && !crm && !granted) return { kind: 'unknown-site', origin: address.origin };
  return { kind: 'empty', site: granted ? address.host : null, welcomed: settings.welcomed };
}
