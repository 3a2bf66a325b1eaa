import { isShown, scopeOf } from '../crm/deep-select.ts';
import { takeFrom } from '../crm/read-source.ts';
import { isStableName } from './stable-names.ts';

/** By what a value is found, most stable first: a place among siblings is the first thing that a redesign changes. */
export const HOWS = ['id', 'data', 'name', 'class', 'place'] as const;
export type How = (typeof HOWS)[number];
export type Derived = { source: string; how: How };

/** Attributes that programs, tests and assistive technology name elements by. */
const DATA = /^data-(?!reactid|v-|react|rbd|radix|state$|index$|key$|row|col)[\w-]+$/;
const NAMES = ['name', 'itemprop', 'for', 'headers'];
/** So far up is looked for an ancestor with a name of its own. */
const MOST_UP = 6;

const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;

type Anchor = { css: string; how: How };

/** How an element is named, apart from where it stands. */
function anchorsOf(element: Element): Anchor[] {
  const anchors: Anchor[] = [];
  // A page has one, and it is what the page is about.
  if (element.localName === 'h1') anchors.push({ css: 'h1', how: 'name' });
  if (element.id && isStableName(element.id)) anchors.push({ css: `#${element.id}`, how: 'id' });
  for (const { name, value } of element.attributes) {
    if (!isStableName(value)) continue;
    if (DATA.test(name)) anchors.push({ css: `[${name}=${quoted(value)}]`, how: 'data' });
    else if (NAMES.includes(name)) anchors.push({ css: `${element.localName}[${name}=${quoted(value)}]`, how: 'name' });
  }
  for (const name of element.classList) {
    if (isStableName(name) && CSS_SAFE.test(name)) anchors.push({ css: `.${name}`, how: 'class' });
  }
  return anchors;
}

const CSS_SAFE = /^[A-Za-z][\w-]*$/;

/** `span:nth-of-type(2)`, or `span` where it is the only one. */
export function stepOf(element: Element): string {
  const siblings = [...(element.parentNode?.children ?? [])].filter((one) => one.localName === element.localName);
  return siblings.length < 2 ? element.localName : `${element.localName}:nth-of-type(${siblings.indexOf(element) + 1})`;
}

/** The steps from an ancestor down to the element; an empty text where they are one. */
export function pathDown(ancestor: Node, element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && at !== ancestor; at = at.parentElement) steps.unshift(stepOf(at));
  return steps.join(' > ');
}

const worse = (a: How, b: How): How => HOWS[Math.max(HOWS.indexOf(a), HOWS.indexOf(b))] ?? 'place';

/** The element's ways within its own root, unverified. */
function waysWithin(element: Element, root: ParentNode): Anchor[] {
  const ways = anchorsOf(element);
  const own = ways.filter(({ how }) => how === 'class');
  let up = 1;
  for (let at = element.parentElement; at && up <= MOST_UP; at = at.parentElement, up++) {
    const down = pathDown(at, element);
    for (const { css, how } of anchorsOf(at)) {
      for (const { css: name } of own) ways.push({ css: `${css} ${name}`, how: worse(how, 'class') });
      // One step below a name is nearly the name; more are a place.
      ways.push({ css: `${css} > ${down}`, how: down.includes(' > ') ? 'place' : how });
    }
  }
  ways.push({ css: pathDown(root, element), how: 'place' });
  return ways;
}

/** The element's shadow hosts, outermost first. */
function hostsOf(element: Element): Element[] {
  const host = (element.getRootNode() as Partial<ShadowRoot>).host;
  return host ? [...hostsOf(host), host] : [];
}

/** The only one that a user can see there: where two match, the next page may show the other one first. */
function isOnly(root: ParentNode, css: string, element: Element): boolean {
  try {
    const found = [...root.querySelectorAll(css)].filter((one) => isShown(one));
    return found.length === 1 && found[0] === element;
  } catch {
    return false;
  }
}

/**
 * Where an element stands, most stable first and at most one of each kind; a place only where nothing else tells. The
 * sources find this element, and no other that is shown, in the document as it stands.
 */
export function deriveSources(element: Element): Derived[] {
  const before: string[] = [];
  let isPlace = false;
  for (const host of hostsOf(element)) {
    const way = bestWays(host)[0];
    if (!way) return [];
    before.push(way.css);
    isPlace ||= way.how === 'place';
  }
  return bestWays(element)
    .map(({ css, how }) => ({ source: [...before, css].join(' >>> '), how: isPlace ? ('place' as const) : how }))
    .filter(({ source }) => takeFrom(scopeOf(element.ownerDocument), source)?.element === element);
}

function bestWays(element: Element): Anchor[] {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ways = waysWithin(element, root).filter(({ css }) => isOnly(root, css, element));
  const best = HOWS.flatMap((how) => ways.find((way) => way.how === how) ?? []);
  const named = best.filter(({ how }) => how !== 'place');
  return named.length > 0 ? named : best;
}

/** The same within a part of the page, such as a row: sources relative to it. */
export function deriveWithin(part: Element, element: Element): Derived[] {
  if (element === part) return [{ source: '', how: 'name' }];
  const found: Derived[] = [];
  const ways = [
    ...anchorsOf(element),
    { css: element.localName, how: 'class' as const },
    { css: pathDown(part, element), how: 'place' as const },
  ];
  for (const { css, how } of ways) {
    if (found.some((one) => one.how === how)) continue;
    if (takeFrom(scopeOf(part), css)?.element === element) found.push({ source: css, how });
  }
  return found.sort((a, b) => HOWS.indexOf(a.how) - HOWS.indexOf(b.how)).slice(0, 2);
}
