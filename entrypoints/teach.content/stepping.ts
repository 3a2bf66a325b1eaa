import { candidatesIn } from '../../lib/teach/candidates.ts';

/** Where the keys lead: an element, which one it is of those that may be pointed at, and of how many. */
export type Reached = { element: Element; place: number; of: number };

const STEPS: Record<string, 1 | -1> = { Tab: 1, ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The step that a key asks for; null: it is none of ours. */
export function stepOfKey({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): 1 | -1 | null {
  const step = STEPS[key];
  if (!step || ctrlKey || altKey || metaKey) return null;
  return key === 'Tab' && shiftKey ? -1 : step;
}

/** What is drawn for screen readers alone is a dot. */
function isDrawn(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

/**
 * The next element from `at`, or the first that is in sight; at either end it goes on from the other. The page is taken to
 * where it stands. Null: the page has nothing to point at.
 */
export function stepFrom(at: Element | null, step: 1 | -1, isOurs: (element: Element) => boolean): Reached | null {
  const all = candidatesIn(document, isOurs).filter(isDrawn);
  const from = at ? all.indexOf(at) : -1;
  const inSight = () =>
    Math.max(
      0,
      all.findIndex((one) => one.getBoundingClientRect().top >= 0),
    );
  const place = from < 0 ? inSight() : (from + step + all.length) % all.length;
  const element = all[place];
  if (!element) return null;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  return { element, place: place + 1, of: all.length };
}
