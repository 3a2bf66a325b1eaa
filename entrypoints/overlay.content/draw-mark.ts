import css from '../../components/inline-mark.css?inline';
import type { ListMark } from '../../lib/coaching/card.ts';
import type { RowEvidence } from '../../lib/crm/evidence.ts';
import type { Scheme } from './page-scheme.ts';

/** Read by the script that watches the page: what begins so is ours. */
const TAG = 'sideline-mark';
/** Between a name and its mark. */
const GAP = 6;
/** The shape alone, without its words. */
const SHAPE = 18;

/** In a box of 12 by 12, as on the pill. */
const DRAWINGS: Record<ListMark['shape'], string> = {
  diamond: '<path d="M6 .5 11.5 6 6 11.5.5 6z" fill="currentColor"/>',
  half: '<path d="M6 1.25a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 1 1 0-9.5z" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M6 1.25a4.75 4.75 0 0 1 0 9.5z" fill="currentColor"/>',
  clock:
    '<path d="M6 1.25a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 1 1 0-9.5zM6 3.5V6.25L7.75 7.25" fill="none" stroke="currentColor" stroke-width="1.5"/>',
};

let sheet: CSSStyleSheet | undefined;

/** One mark, out of the flow: a page lays itself out as if it were not there. Its root is closed, so no text of it is read. */
export function drawMark({ shape, text, fact }: ListMark, scheme: Scheme, onClick: () => void) {
  const host = document.createElement(TAG);
  host.style.cssText = 'all: initial; position: absolute; left: 0; top: 0; z-index: 1; visibility: hidden';
  const root = host.attachShadow({ mode: 'closed' });
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sideline';
  button.dataset.scheme = scheme;
  button.dataset.shape = shape;
  button.title = fact;
  button.setAttribute('aria-label', `Sideline: ${text}. ${fact}`);
  // Our own drawings alone; what comes from the page is set as text.
  button.innerHTML = `<svg viewBox="0 0 12 12" aria-hidden="true">${DRAWINGS[shape]}</svg>`;
  const words = document.createElement('span');
  words.textContent = text;
  button.append(words);
  // The row is the page's own: pressing a mark neither opens the record nor picks the row up.
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'dblclick', 'keydown', 'keyup']) {
    button.addEventListener(type, (event) => event.stopPropagation());
  }
  button.addEventListener('click', (event) => {
    event.preventDefault();
    event.stopPropagation();
    onClick();
  });
  root.append(button);
  return { host, button };
}

/** The name's text, not its box: a link may be as wide as its column. */
function textBox(name: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(name);
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  return boxes[0] ?? name.getBoundingClientRect();
}

/** Where what stands around the name would cut a mark off. */
function roomAround({ name, row }: RowEvidence): { left: number; right: number } {
  let { left, right } = row.getBoundingClientRect();
  const narrow = (element: Element) => {
    const box = element.getBoundingClientRect();
    left = Math.max(left, box.left);
    right = Math.min(right, box.right);
  };
  const cell = name.closest('td,th,[role="gridcell"],[role="rowheader"],[role="cell"]');
  if (cell && row.contains(cell)) narrow(cell);
  for (let at: Element | null = name; at && at !== row; at = at.parentElement) {
    if (getComputedStyle(at).overflowX !== 'visible') narrow(at);
  }
  return { left, right };
}

/** After the name, with its words where there is room for them, else as a shape alone, at the end of its room. */
export function placeMark(host: HTMLElement, button: HTMLElement, at: RowEvidence): void {
  const zero = host.getBoundingClientRect();
  const text = textBox(at.name);
  const room = roomAround(at);
  const isRtl = getComputedStyle(at.name).direction === 'rtl';
  button.removeAttribute('data-short');
  const full = button.offsetWidth;
  const free = isRtl ? text.left - room.left : room.right - text.right;
  const isShort = free < full + GAP;
  button.toggleAttribute('data-short', isShort);
  const width = isShort ? SHAPE : full;
  // A cut name fills its room: the shape then stands on the last of it.
  const x = isRtl ? Math.max(text.left - GAP - width, room.left) : Math.min(text.right + GAP, room.right - width);
  const y = text.top + (text.height - SHAPE) / 2;
  host.style.left = `${Number.parseFloat(host.style.left) + Math.round(x - zero.left)}px`;
  host.style.top = `${Number.parseFloat(host.style.top) + Math.round(y - zero.top)}px`;
  host.style.visibility = 'visible';
}
