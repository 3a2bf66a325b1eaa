import type { PopupState } from '../../components/popup-state.ts';
import type { PopupView } from '../../lib/messages/protocol.ts';

const site = (origin: string) => ({ origin, host: new URL(origin).host });

/** What the background knows, as what the popup shows. */
export function popupState(view: PopupView, refused: boolean): PopupState {
  switch (view.kind) {
    case 'deal':
      return { kind: 'deal', card: view.card, ...site(view.origin) };
    case 'today':
      if (view.unknown) return { kind: 'unknown-site', host: view.unknown, today: view.today, currency: view.currency };
      return {
        kind: 'today',
        today: view.today,
        currency: view.currency,
        site: view.origin === null ? null : site(view.origin),
      };
    case 'not-granted':
      return { kind: 'ask-access', crm: view.crm, ...site(view.origin), refused };
    case 'unknown-site':
      return { kind: 'unknown-site', host: new URL(view.origin).host, today: null, currency: 'USD' };
    case 'site-off':
      return { kind: 'off', crm: view.crm, ...site(view.origin) };
    case 'empty':
      return { kind: 'empty', host: view.site, welcomed: view.welcomed };
  }
}
