import { signal } from '@preact/signals';
import { render } from 'preact';
import { createShadowRootUi } from 'wxt/utils/content-script-ui/shadow-root';
import { defineContentScript } from 'wxt/utils/define-content-script';
import css from '../../components/overlay.css?inline';
import { Overlay } from '../../components/overlay.tsx';
import { offeredRows } from '../../lib/crm/offered-rows.ts';
import { dealActions } from '../../lib/messages/deal-actions.ts';
import { openOverlayPort } from '../../lib/messages/overlay-port.ts';
import type { OverlayView } from '../../lib/messages/protocol.ts';
import { isAlive, onNews, send } from '../../lib/messages/send.ts';
import { afterFrame } from './after-frame.ts';
import { type Care, choosePlace, type Standing } from './choose-place.ts';
import { keepMounted } from './keep-mounted.ts';
import { createMarks } from './marks.ts';
import { pageScheme, type Scheme, watchScheme } from './page-scheme.ts';

/** Controls that a page puts up late, at the pill's own place: looked for this long after a deal came up, or a click. */
const LATE_MS = [500, 3_000];
/** The same after another deal came up in the same page, which mostly stands as the one before. */
const SETTLED_MS = [1_200];

/** A view that was made before the user opened or closed the card may arrive after that: for this long the choice stands. */
const CHOICE_MS = 5_000;

/** What a view is about. */
const subjectOf = (view: OverlayView | null) => view?.card?.deal ?? view?.list?.page;
const pillOf = (view: OverlayView | null) => (view?.list ?? view?.card)?.pill;

/** Shows the card of the deal, or of the list, that stands in this page. Injected by the background on pages that hold one. */
export default defineContentScript({
  registration: 'runtime',
  cssInjectionMode: 'manual',
  async main(ctx) {
    const view = signal<OverlayView | null>(null);
    const error = signal<string | null>(null);
    let chosen: { open: boolean; until: number } | null = null;
    /** The deal is gone from the page: its card stays, unseen, since most of the next one's is the same. */
    let isLeft = false;
    /** A deal came up whose view is on its way. */
    let isAwaited = false;
    /** Null until a place was looked for: the pill comes up where it will stay. */
    const standing = signal<Standing | null>(null);
    const scheme = signal<Scheme>('light');

    const actions = {
      ...dealActions({
        card: () => view.value?.card ?? null,
        focused: () => ui.shadow.activeElement,
        onCard: (card) => {
          // It may have been left meanwhile: that is not undone.
          if (view.value) view.value = { ...view.value, card };
        },
      }),
      pick: async (deal: string | null) => {
        const reply = await send('list.pick', { deal });
        if (!reply.ok) throw new Error(reply.sentence);
        chosen = null;
        error.value = null;
        if (reply.view && !isLeft) show(reply.view);
      },
      setMarks: async (page: 'list' | 'board', on: boolean) => {
        const reply = await send('marks.set', { page, on });
        if (!reply.ok) throw new Error(reply.sentence);
      },
      setOpen: async (open: boolean) => {
        chosen = { open, until: performance.now() + CHOICE_MS };
        if (view.value) view.value = { ...view.value, open };
        const reply = await send('overlay.toggled', { open });
        // Not remembered is no harm. An extension that is gone is: nothing here will work until the page is reloaded.
        if (!reply.ok && !isAlive()) error.value = reply.sentence;
      },
    };

    const Root = () => {
      const shown = view.value;
      const at = standing.value;
      if (!shown || shown.hidden || !at) return null;
      return (
        <Overlay
          card={shown.card}
          list={shown.list}
          open={shown.open}
          actions={actions}
          place={at.place}
          lift={at.lift}
          scheme={scheme.value}
          me={shown.me}
          notice={shown.notice}
          error={error.value}
        />
      );
    };

    const ui = await createShadowRootUi(ctx, {
      name: 'sideline-overlay',
      // What is promised and asked here is no business of the page's own scripts, nor of what records its visitors.
      mode: import.meta.env.MODE === 'e2e' ? 'open' : 'closed',
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

    const look = afterFrame(() => {
      scheme.value = pageScheme(ui.shadowHost);
      marks.paint(scheme.value);
    }, ctx.signal);
    /** How closely to look: another place is looked for where the window has another size. */
    let care: Care | 'anew' = 'anew';
    const stand = afterFrame(() => {
      if (isUnseen()) return;
      const now = care === 'anew' ? null : standing.value;
      standing.value = choosePlace(
        ui.shadowHost,
        ui.shadow.querySelector('.pill'),
        now,
        care === 'wide' ? 'wide' : 'close',
      );
      care = 'wide';
    }, ctx.signal);
    const isUnseen = () => isLeft || !view.value || view.value.hidden;
    const standClose = () => {
      if (care === 'wide') care = 'close';
      stand();
    };
    // Timers of its own: those of the context would take the overlay away from a page whose extension is gone.
    const later = { close: [] as number[], settled: [] as number[] };
    const standLater = (kind: keyof typeof later) => {
      for (const timer of later[kind]) clearTimeout(timer);
      const [waits, work] = kind === 'close' ? [LATE_MS, standClose] : [SETTLED_MS, stand];
      later[kind] = waits.map((wait) => window.setTimeout(work, wait));
    };
    const leave = (left: boolean) => {
      isLeft = left;
      isAwaited = false;
      // Within our own root, where the page does not have to be told of it.
      if (ui.mounted) ui.mounted.hidden = left;
    };
    const marks = createMarks((deal) => {
      actions.pick(deal).catch((reason: Error) => {
        error.value = reason.message;
      });
    }, ctx.signal);
    const mark = () => {
      const { list = null, hidden = true } = view.value ?? {};
      if (!list?.marksOn || hidden || isLeft) marks.clear();
      else marks.show(list.marks, offeredRows(), scheme.value);
    };
    const hide = () => {
      leave(true);
      mark();
    };
    const show = (next: OverlayView) => {
      const before = view.value;
      const isOther = subjectOf(before) !== subjectOf(next);
      if (isOther) error.value = null;
      // A list's card and a deal's are opened each for itself.
      if (!before?.list !== !next.list) chosen = null;
      view.value = chosen && performance.now() < chosen.until ? { ...next, open: chosen.open } : next;
      if (isLeft) leave(false);
      mark();
      // A page may be white until its first deal stands in it.
      if (isOther) look();
      if (standing.value === null) {
        stand();
        standLater('close');
      } else if (isOther || pillOf(before) !== pillOf(next)) {
        standLater('settled');
      }
    };

    const stops = [
      // News of a deal that was left a moment ago: the background may not know yet.
      onNews('overlay.show', (data) => {
        if (!isLeft || isAwaited || subjectOf(data) !== subjectOf(view.value)) show(data);
      }),
      onNews('overlay.hide', () => {
        view.value = null;
        mark();
      }),
    ];
    watchScheme(look, ctx.signal);
    ctx.addEventListener(window, 'resize', () => {
      care = 'anew';
      stand();
    });
    // A click may open the page's own form, with its buttons docked at the edge of the window.
    ctx.addEventListener(document, 'click', () => standLater('close'), { capture: true, passive: true });
    ctx.onInvalidated(() => {
      for (const stop of stops) stop();
      for (const timer of [...later.close, ...later.settled]) clearTimeout(timer);
    });

    const expect = () => {
      isAwaited = true;
    };
    openOverlayPort({ show, hide, look: mark, expect, isAlive });
    ui.mount();
    keepMounted(ui.shadowHost, isAlive, ctx.signal);
    const reply = await send('card.get', {});
    if (!reply.ok) error.value = reply.sentence;
    else if (reply.view && !view.value && !isLeft) show(reply.view);
  },
});
