import type { Place } from '../../components/overlay.tsx';

export type Standing = { place: Place; lift: number };

/** In order of liking: the corner first, then clear of bars that pages dock to the bottom edge, then the other edges. */
const STANDINGS: readonly Standing[] = [
  ...[0, 48, 96, 144].map((lift) => ({ place: 'right-bottom' as const, lift })),
  ...[0, 48].map((lift) => ({ place: 'left-bottom' as const, lift })),
  { place: 'right-middle', lift: 0 },
  { place: 'left-middle', lift: 0 },
  { place: 'right-top', lift: 0 },
];

const CORNER: Standing = { place: 'right-bottom', lift: 0 };

const CONTROL =
  'a[href],button,input,select,textarea,label,summary,video,[role="button"],[role="link"],[role="tab"],[role="option"],[role="checkbox"],[role="switch"],[role="menuitem"],[role="combobox"],[role="slider"],[contenteditable="true"],[draggable="true"],[tabindex="0"]';

/** Pixels between two looks, across and down. `close` finds the smallest icon; `wide` what is as large as a target should be (WCAG 2.5.8). */
const STEP = { close: 12, wide: 24 };
export type Care = keyof typeof STEP;

/** The pill's longest side: `overlay.css` caps its width at this many pixels, or at the edge's middle its height. */
const LONGEST = 240;

function pillBox({ place, lift }: Standing, length: number): DOMRect {
  if (place.endsWith('-middle')) {
    return new DOMRect(place.startsWith('right') ? innerWidth - 28 : 0, (innerHeight - length) / 2, 28, length);
  }
  const width = Math.min(length, innerWidth - 24);
  const left = place.startsWith('right') ? innerWidth - 12 - width : 12;
  const top = place.endsWith('-bottom') ? innerHeight - 12 - lift - 32 : 12 + lift;
  return new DOMRect(left, top, width, 32);
}

/** What the page shows at a point under our own pill, within open shadow roots and frames of its own origin too. */
function below(root: Document | ShadowRoot, x: number, y: number, host: Element): Element | null {
  const top = root.elementsFromPoint(x, y).find((element) => element !== host) ?? null;
  // A root without anything of its own there answers with its host, or with what is around it.
  if (top?.shadowRoot && top.shadowRoot !== root) return below(top.shadowRoot, x, y, host) ?? top;
  if (top instanceof HTMLIFrameElement && top.contentDocument) {
    const frame = top.getBoundingClientRect();
    return below(top.contentDocument, x - frame.left, y - frame.top, host) ?? top;
  }
  return top;
}

/** Whether a click there does something: on a control, within one, or on what shows the hand to the pointer. */
function isControl(element: Element): boolean {
  for (let at: Element | null = element; at; ) {
    const control: Element | null = at.closest(CONTROL);
    // A whole page or panel that takes the focus is none that a pill could cover.
    if (control && control !== document.body) return control.tagName !== 'DIV' || isSmall(control);
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  const { cursor } = (element.ownerDocument.defaultView ?? window).getComputedStyle(element);
  return cursor === 'pointer' || cursor === 'grab';
}

function isSmall(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width * height < (innerWidth * innerHeight) / 4;
}

function coversControl(standing: Standing, length: number, step: number, host: Element): boolean {
  const box = pillBox(standing, length);
  const across = Math.ceil(box.width / step);
  const down = Math.ceil(box.height / step);
  // Neighbouring points mostly hit the same element.
  const known = new Map<Element, boolean>();
  for (let column = 0; column <= across; column++) {
    for (let row = 0; row <= down; row++) {
      const x = Math.min(box.left + (box.width * column) / across, innerWidth - 1);
      const y = Math.min(box.top + (box.height * row) / down, innerHeight - 1);
      const element = below(document, x, y, host);
      if (!element) continue;
      if (!known.has(element)) known.set(element, isControl(element));
      if (known.get(element)) return true;
    }
  }
  return false;
}

/**
 * The first place where the pill covers none of the page's controls, and the corner where there is none. A place that
 * serves is kept: a pill that moves about is looked at more than it is worth. To be called when the page's layout is
 * clean, since every look at a point would else lay the page out.
 */
export function choosePlace(host: Element, pill: Element | null, now: Standing | null, care: Care): Standing {
  const box = pill?.getBoundingClientRect();
  const length = box?.width ? Math.min(LONGEST, Math.ceil(Math.max(box.width, box.height))) : LONGEST;
  if (now && !coversControl(now, length, STEP[care], host)) return now;
  return STANDINGS.find((standing) => !coversControl(standing, length, STEP.close, host)) ?? CORNER;
}
