/** Every event of a click: the page must not act on one that was meant for us. */
const OF_A_CLICK = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'auxclick', 'dblclick', 'contextmenu'];

type Pointing = {
  isOn(): boolean;
  /** Our own hosts, which are clicked as ever. */
  isOurs(element: Element): boolean;
  onHover(element: Element | null): void;
  onPoint(element: Element): void;
  onStop(): void;
};

/** The innermost element under the pointer, within open shadow roots too. */
function targetOf(event: Event): Element | null {
  const [target] = event.composedPath();
  return target instanceof Element ? target : null;
}

/** While it is on, clicks in the page point at something and do nothing else. */
export function startPointing({ isOn, isOurs, onHover, onPoint, onStop }: Pointing, signal: AbortSignal): void {
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
  window.addEventListener('pointermove', (event) => onHover(isMeant(event)), { ...early, passive: true });
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !isOn()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      onStop();
    },
    early,
  );
}
