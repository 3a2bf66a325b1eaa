import type { PopupState } from '../../components/popup-state.ts';
import type { PopupView } from '../../lib/messages/protocol.ts';
import type { TodayLoaded } from './load-today.ts';

const site = (origin: string) => ({ origin, host: new URL(origin).host });

/** What the background knows, as what the popup shows; `loadToday` where there is no deal to show. */
export async function popupState(
  view: PopupView,
  refused: boolean,
  loadToday: () => Promise<TodayLoaded | null>,
): Promise<PopupState> {
  switch (view.kind) {
    case 'deal':
      return { kind: 'deal', card: view.card, ...site(view.origin) };
    case 'elsewhere':
      return elsewhere(view, await loadToday());
    case 'not-granted':
      return { kind: 'ask-access', crm: view.crm, ...site(view.origin), refused };
    case 'site-off':
      return { kind: 'off', crm: view.crm, ...site(view.origin) };
  }
}

function elsewhere(
  { origin, unknown, welcomed }: Extract<PopupView, { kind: 'elsewhere' }>,
  loaded: TodayLoaded | null,
): PopupState {
  if (unknown) return { kind: 'unknown-site', host: site(unknown).host, loaded };
  if (!loaded) return { kind: 'empty', host: origin && site(origin).host, welcomed };
  return { kind: 'today', ...loaded, site: origin === null ? null : site(origin) };
}
