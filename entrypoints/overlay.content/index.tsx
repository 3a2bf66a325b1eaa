import { signal } from '@preact/signals';
import { render } from 'preact';
import { createShadowRootUi } from 'wxt/utils/content-script-ui/shadow-root';
import { defineContentScript } from 'wxt/utils/define-content-script';
import css from '../../components/overlay.css?inline';
import { Overlay } from '../../components/overlay.tsx';
import { dealActions } from '../../lib/messages/deal-actions.ts';
import type { OverlayView } from '../../lib/messages/protocol.ts';
import { messenger, send } from '../../lib/messages/send.ts';
import { choosePlace, type Standing } from './choose-place.ts';
import { pageScheme } from './page-scheme.ts';

/** Shows the card of the deal that stands in this page. Injected by the background on pages that hold one. */
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  async main(ctx) {
    const view = signal<OverlayView | null>(null);
    const error = signal<string | null>(null);
    const standing = signal<Standing>({ place: 'right-bottom', lift: 0 });
    const scheme = signal<'light' | 'dark'>('light');

    const actions = {
      ...dealActions({
        card: () => view.value?.card ?? null,
        onCard: (card) => {
          if (view.value) view.value = { ...view.value, card };
        },
      }),
      setOpen: async (open: boolean) => {
        if (view.value) view.value = { ...view.value, open };
        await send('overlay.toggled', { open });
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

    const show = (next: OverlayView) => {
      const first = view.value === null;
      view.value = next;
      if (!first) return;
      scheme.value = pageScheme();
      standing.value = choosePlace(ui.shadowHost);
    };

    const stops = [
      messenger.onMessage('overlay.show', ({ data }) => show(data)),
      messenger.onMessage('overlay.hide', () => {
        view.value = null;
      }),
    ];
    const dark = matchMedia('(prefers-color-scheme: dark)');
    ctx.addEventListener(dark as unknown as Window, 'change' as 'resize', () => {
      scheme.value = pageScheme();
    });
    ctx.addEventListener(window, 'resize', () => {
      standing.value = choosePlace(ui.shadowHost);
    });
    ctx.onInvalidated(() => {
      for (const stop of stops) stop();
    });

    ui.mount();
    const reply = await send('card.get', {});
    if (!reply.ok) error.value = reply.sentence;
    else if (reply.view && !view.value) show(reply.view);
  },
});
