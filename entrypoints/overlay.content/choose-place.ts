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

const CONTROL =
  'a[href],button,input,select,textarea,label,summary,[role="button"],[role="link"],[role="tab"],[role="checkbox"],[role="menuitem"],[contenteditable="true"],[draggable="true"]';

/** The pill's largest box: `overlay.css` caps its width at 240 px, or at the edge's middle its height. */
function pillBox({ place, lift }: Standing): DOMRect {
  if (place.endsWith('-middle')) {
    return new DOMRect(place.startsWith('right') ? innerWidth - 28 : 0, innerHeight / 2 - 120, 28, 240);
  }
  const left = place.startsWith('right') ? innerWidth - 12 - 240 : 12;
  const top = place.endsWith('-bottom') ? innerHeight - 12 - lift - 32 : 12 + lift;
  return new DOMRect(left, top, 240, 32);
}

function coversControl(box: DOMRect, host: Element): boolean {
  const across = Math.ceil(box.width / 30);
  const down = Math.ceil(box.height / 16);
  for (let column = 0; column <= across; column++) {
    for (let row = 0; row <= down; row++) {
      const x = Math.min(box.left + (box.width * column) / across, innerWidth - 1);
      const y = Math.min(box.top + (box.height * row) / down, innerHeight - 1);
      const below = document.elementsFromPoint(x, y).find((element) => element !== host);
      if (below?.closest(CONTROL)) return true;
    }
  }
  return false;
}

/** The first place where the pill covers none of the page's controls; the corner where there is none. */
export function choosePlace(host: Element): Standing {
  const corner: Standing = { place: 'right-bottom', lift: 0 };
  return STANDINGS.find((standing) => !coversControl(pillBox(standing), host)) ?? corner;
}
