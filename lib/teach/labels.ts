import { isShown } from '../crm/deep-select.ts';
import { fieldOfLabel } from '../crm/labels.ts';
import { pathDown } from './derive-sources.ts';
import type { TaughtLabel } from './taught-map.ts';

const MOST_UP = 4;
const LONGEST = 40;
/** Elements that HTML or most CRMs keep for labels. */
const LABELS = 'dt,th,label,legend';

/** The element's own words, without those of elements inside it, a colon or a star at the end. */
export function ownWords(element: Element): string {
  let words = '';
  for (const node of element.childNodes) if (node.nodeType === 3) words += node.textContent ?? '';
  return words
    .replace(/\s+/g, ' ')
    .replace(/[\s:：*]+$/, '')
    .trim();
}

function mayLabel(element: Element): boolean {
  const words = ownWords(element);
  return words.length >= 2 && words.length <= LONGEST && /\p{L}/u.test(words) && isShown(element);
}

function isBefore(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & 4) !== 0;
}

/** The way from a label to a value beside it; null where they share no parent near by. */
function relate(label: Element, value: Element): TaughtLabel | null {
  let up = 0;
  let from: Element | null = label;
  // `<div>Owner: <b>Mara</b></div>`: the label's own element holds the value.
  if (label.contains(value)) {
    return { text: ownWords(label), tag: label.localName, up, over: 0, down: pathDown(label, value) };
  }
  while (from && !from.parentElement?.contains(value)) {
    from = from.parentElement;
    up++;
  }
  const parent = from?.parentElement;
  if (!from || !parent || up > MOST_UP) return null;
  const children = [...parent.children];
  const branch = children.find((child) => child.contains(value));
  if (!branch) return null;
  return {
    text: ownWords(label),
    tag: label.localName,
    up,
    over: children.indexOf(branch) - children.indexOf(from),
    down: pathDown(branch, value),
  };
}

const lettersIn = (element: Element) => (element.textContent ?? '').replace(/[\s:：*]+/g, '').length;

/** The label beside a value: the nearest words before it that may be one, words that we know and HTML's own first. */
export function labelOf(value: Element): TaughtLabel | null {
  let at: Element | null = value.parentElement;
  for (let up = 0; at && up < MOST_UP; at = at.parentElement, up++) {
    const before = [at, ...at.querySelectorAll('*')].filter(
      (one) => one !== value && !value.contains(one) && isBefore(one, value) && mayLabel(one),
    );
    const known = before.findLast((one) => one.matches(LABELS) || fieldOfLabel(ownWords(one)) !== null);
    const near = before.at(-1);
    // Other words are a label where nothing but they and the value stand: else they may be another field's value.
    const label = known ?? (near && lettersIn(at) === lettersIn(near) + lettersIn(value) ? near : null);
    if (!label) continue;
    const relation = relate(label, value);
    return relation && findByLabel(at.ownerDocument, relation) === value ? relation : null;
  }
  return null;
}

function follow(label: Element, { up, over, down }: TaughtLabel): Element | null {
  let at: Element | null = label;
  for (let step = 0; at && step < up; step++) at = at.parentElement;
  for (let step = 0; at && step < over; step++) at = at.nextElementSibling;
  return at && down ? at.querySelector(`:scope > ${down}`) : at;
}

/** Most elements of a page are none: told without putting their words together. */
function mayBegin(element: Element, word: string): boolean {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3 && (node as Text).data.includes(word)) return true;
  }
  return false;
}

/** The value beside the label on this page; null where the label does not stand there, or more than once with a value. */
export function findByLabel(document: Document, label: TaughtLabel): Element | null {
  let found: Element | null = null;
  const [word = ''] = label.text.split(' ');
  for (const element of document.querySelectorAll(label.tag)) {
    if (!mayBegin(element, word) || ownWords(element) !== label.text || !isShown(element)) continue;
    const value = follow(element, label);
    if (!value || !isShown(value) || value === found) continue;
    if (found) return null;
    found = value;
  }
  return found;
}
