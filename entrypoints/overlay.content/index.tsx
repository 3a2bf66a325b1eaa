import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createShadowRootUi } from 'wxt/utils/content-script-ui/shadow-root';
import { defineContentScript } from 'wxt/utils/define-content-script';
import css from '../../components/overlay.css?inline';
import { Overlay } from '../../components/overlay.tsx';
import { dealActions } from '../../lib/messages/deal-actions.ts';
import type { OverlayView } from '../../lib/messages/protocol.ts';
import { messenger, send } from '../../lib/messages/send.ts';
import { choosePlace, type Standing } from './choose-place.ts';
import { keepMounted } from './keep-mounted.ts';
import { pageScheme, type Scheme, watchScheme } from './page-scheme.ts';

/** Controls that a page puts up late, at the pill's own place: looked for this long after a deal came up, or a click. */
const LATE_MS = [500, 3_000];

/** False once the extension was updated or taken away under the open page. */
const isAlive = () => browser.runtime?.id !== undefined;

/** Shows the card of the deal that stands in this page. Injected by the background on pages that hold one. */
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  async main(ctx) {
    const view = signal<OverlayView | null>(null);
    const error = signal<string | null>(null);
    const standing = signal<Standing>({ place: 'right-bottom', lift: 0 });
    const scheme = signal<Scheme>('light');

    const actions = {
      ...dealActions({
        card: () => view.value?.card ?? null,
        onCard: (card) => {
          if (view.value) view.value = { ...view.value, card };
        },
      }),
      setOpen: async (open: boolean) => {
        if (view.value) view.value = { ...view.value, open };
        const reply = await send('overlay.toggled', { open });
        // Not remembered is no harm. An extension that is gone is: nothing here will work until the page is reloaded.
        if (!reply.ok && !isAlive()) error.value = reply.sentence;
      },
    };

    const Root = () => {
      const shown = view.value;
      if (!shown || shown.hidden) return null;
      return (
        <Overlay
          card={shown.card}
          open={shown.open}
          actions={actions}
          place={standing.value.place}
          lift={standing.value.lift}
          scheme={scheme.value}
          me={shown.me}
          notice={shown.notice}
          error={error.value}
        />
      );
    };

    const ui = await createShadowRootUi(ctx, {
      name: 'sideline-overlay',
      position: 'inline',
      // Not the body: single-page CRMs replace its children whole.
      anchor: 'html',
      append: 'last',
      css,
      // A CRM's single-key shortcuts would fire while the user types a next step.
      isolateEvents: true,
      onMount: (container) => {
        render(<Root />, container);
        return container;
      },
      onRemove: (container) => container && render(null, container),
    });

    const look = () => {
      scheme.value = pageScheme(ui.shadowHost);
    };
    const stand = () => {
      standing.value = choosePlace(ui.shadowHost, standing.value);
    };
    // Timers of its own: those of the context would take the overlay away from a page whose extension is gone.
    let later: ReturnType<typeof setTimeout>[] = [];
    const standLater = () => {
      for (const timer of later) clearTimeout(timer);
      later = LATE_MS.map((wait) => setTimeout(stand, wait));
    };
    const show = (next: OverlayView) => {
      const other = view.value === null || view.value.card?.deal !== next.card?.deal;
      view.value = next;
      if (!other) return;
      look();
      stand();
      standLater();
    };

    const stops = [
      messenger.onMessage('overlay.show', ({ data }) => show(data)),
      messenger.onMessage('overlay.hide', () => {
        view.value = null;
      }),
    ];
    watchScheme(look, ctx.signal);
    ctx.addEventListener(window, 'resize', () => {
      standing.value = choosePlace(ui.shadowHost, null);
    });
    // A click may open the page's own form, with its buttons docked at the edge of the window.
    ctx.addEventListener(document, 'click', standLater, { capture: true, passive: true });
    ctx.onInvalidated(() => {
      for (const stop of stops) stop();
      for (const timer of later) clearTimeout(timer);
    });

    ui.mount();
    keepMounted(ui.shadowHost, isAlive, ctx.signal);
    const reply = await send('card.get', {});
    if (!reply.ok) error.value = reply.sentence;
    else if (reply.view && !view.value) show(reply.view);
  },
});
