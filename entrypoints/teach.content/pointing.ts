import { type Reached, stepFrom, stepOfKey } from './stepping.ts';

/** Every event of a click: the page must not act on one that was meant for us. */
const OF_A_CLICK = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'auxclick', 'dblclick', 'contextmenu'];

type Pointing = {
  isOn(): boolean;
  /** Our own hosts, which are clicked as ever. */
  isOurs(element: Element): boolean;
  onHover(element: Element | null): void;
  /** The keys lead there. */
  onReach(reached: Reached): void;
  onPoint(element: Element): void;
  onStop(): void;
};

/** The innermost element under the pointer, within open shadow roots too. */
function targetOf(event: Event): Element | null {
  const [target] = event.composedPath();
  return target instanceof Element ? target : null;
}

/** While it is on, clicks and keys in the page point at something and do nothing else. */
export function startPointing(pointing: Pointing, signal: AbortSignal): void {
  const { isOn, isOurs, onHover, onPoint } = pointing;
  /** Where pointer or keys are: the keys go on from there. */
  let at: Element | null = null;
  let place = '';
  const early = { capture: true, signal };
  const isMeant = (event: Event): Element | null => {
    const target = isOn() ? targetOf(event) : null;
    if (!target || event.composedPath().some((one) => one instanceof Element && isOurs(one))) return null;
    return target;
  };
  for (const type of OF_A_CLICK) {
    window.addEventListener(
      type,
      (event) => {
        const target = isMeant(event);
        if (!target) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (type === 'click') onPoint(target);
      },
      early,
    );
  }
  window.addEventListener(
    'pointermove',
    (event) => {
      // The page moved beneath a pointer that did not.
      const now = `${event.screenX} ${event.screenY}`;
      if (now === place) return;
      place = now;
      at = isMeant(event);
      onHover(at);
    },
    { ...early, passive: true },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      const act = isOn() ? actOf(event, at, pointing) : null;
      if (!act) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      at = act();
    },
    early,
  );
}

/** What a key does, which gives where it leads; null: the page or the panel may have it. */
function actOf(event: KeyboardEvent, at: Element | null, pointing: Pointing): (() => Element | null) | null {
  const { isOurs, onReach, onPoint, onStop } = pointing;
  if (event.key === 'Escape') {
    return () => {
      onStop();
      return null;
    };
  }
  if (event.key === 'Enter' && at?.isConnected && !event.repeat) {
    return () => {
      onPoint(at);
      return at;
    };
  }
  const step = stepOfKey(event);
  if (step === null) return null;
  return () => {
    const reached = stepFrom(at, step, isOurs);
    if (reached) onReach(reached);
    return reached?.element ?? null;
  };
}
