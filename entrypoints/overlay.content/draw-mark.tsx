import { render } from 'preact';
import { Glyph } from '../../components/glyph.tsx';
import css from '../../components/inline-mark.css?inline';
import type { ListMark } from '../../lib/coaching/card.ts';
import type { RowEvidence } from '../../lib/crm/evidence.ts';
import type { Scheme } from './page-scheme.ts';

/** Between a name and its mark. */
const GAP = 6;
/** The shape alone, without its words; and the height of either. */
const SHAPE = 18;

export type Mark = {
  at: RowEvidence;
  host: HTMLElement;
  button: HTMLElement;
  /** Its width with its words, and whether it stays where it is when its name is scrolled; null until it was placed. */
  box: { full: number; isLoose: boolean } | null;
};

let sheet: CSSStyleSheet | undefined;

/** One mark, out of the flow: a page lays itself out as if it were not there. Its root is closed, so no text of it is read. */
export function drawMark({ shape, text, fact }: ListMark, at: RowEvidence, scheme: Scheme, onClick: () => void): Mark {
  const host = document.createElement('sideline-mark');
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
  button.title = fact;
  button.setAttribute('aria-label', `Sideline: ${text}. ${fact}`);
  render(
    <>
      <Glyph shape={shape} />
      <span>{text}</span>
    </>,
    button,
  );
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
  putBeside(at, host);
  return { at, host, button, box: null };
}

/** After the name, or after the link around it, whose words a mark within it would join. */
function putBeside({ name, row }: RowEvidence, host: HTMLElement): void {
  const link = name.closest('a');
  const last = link && link !== row && row.contains(link) ? link : name;
  // A cell of a table has nothing but cells beside it.
  if (/^(td|th)$/.test(last.localName)) last.append(host);
  else last.after(host);
}

const scrolls = (element: Element) => /auto|scroll|overlay/.test(getComputedStyle(element).overflow);

/** Whether the mark scrolls with its name: what it is placed in stands within whatever scrolls the name. */
function movesAlong({ at, host }: Mark): boolean {
  const box = host.offsetParent;
  for (let element = at.name.parentElement; element && element !== box; element = element.parentElement) {
    if (scrolls(element)) return false;
  }
  return true;
}

/** The name's text, not its box: a link may be as wide as its column. */
function textBox(name: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(name);
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  return boxes[0] ?? name.getBoundingClientRect();
}

type Room = { left: number; right: number; top: number; bottom: number };

/** What of the row is to be seen: a mark beyond it would be cut off, or stand over something else. */
function roomAround({ name, row }: RowEvidence): Room {
  let { left, right } = row.getBoundingClientRect();
  let [top, bottom] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const narrow = (element: Element) => {
    const box = element.getBoundingClientRect();
    left = Math.max(left, box.left);
    right = Math.min(right, box.right);
    if (row.contains(element)) return;
    top = Math.max(top, box.top);
    bottom = Math.min(bottom, box.bottom);
  };
  const cell = name.closest('td,th,[role="gridcell"],[role="rowheader"],[role="cell"]');
  if (cell && row.contains(cell)) narrow(cell);
  for (let at: Element | null = name; at && at !== document.body; at = at.parentElement) {
    if (getComputedStyle(at).overflow !== 'visible') narrow(at);
  }
  return { left, right, top, bottom };
}

type Spot = { left: number; top: number; isShort: boolean } | null;

/** With its words where there is room for them, else as a shape alone, at the end of its room; null: out of sight. */
function spotOf(mark: Mark): Spot {
  const { at, host } = mark;
  mark.box ??= { full: mark.button.offsetWidth, isLoose: !movesAlong(mark) };
  const { full, isLoose } = mark.box;
  const text = textBox(at.name);
  if (!at.name.isConnected || text.width === 0) return null;
  const zero = host.getBoundingClientRect();
  const room = roomAround(at);
  const y = text.top + (text.height - SHAPE) / 2;
  // One that scrolls along is cut off where its name is.
  if (isLoose && (y + SHAPE / 2 < room.top || y + SHAPE / 2 > room.bottom)) return null;
  const isRtl = getComputedStyle(at.name).direction === 'rtl';
  const free = isRtl ? text.left - room.left : room.right - text.right;
  const isShort = free < full + GAP;
  const width = isShort ? SHAPE : full;
  // A cut name fills its room: the shape then stands on the last of it.
  const x = isRtl ? Math.max(text.left - GAP - width, room.left) : Math.min(text.right + GAP, room.right - width);
  return {
    left: Number.parseFloat(host.style.left) + Math.round(x - zero.left),
    top: Number.parseFloat(host.style.top) + Math.round(y - zero.top),
    isShort,
  };
}

/** All boxes are read before anything is written: else each mark would have the page lay itself out anew. */
export function placeMarks(marks: readonly Mark[]): void {
  const spots = marks.map(spotOf);
  for (const [index, { host, button }] of marks.entries()) {
    const spot = spots[index];
    const visibility = spot ? 'visible' : 'hidden';
    if (host.style.visibility !== visibility) host.style.visibility = visibility;
    if (!spot) continue;
    button.toggleAttribute('data-short', spot.isShort);
    const [left, top] = [`${spot.left}px`, `${spot.top}px`];
    if (host.style.left !== left) host.style.left = left;
    if (host.style.top !== top) host.style.top = top;
  }
}
