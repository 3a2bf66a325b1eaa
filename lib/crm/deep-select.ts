/** A page has some hundred shadow roots (452 were counted on a list); far above that something is wrong with it. */
const MOST_ROOTS = 3_000;

/** By node type, not `instanceof`: a frame's nodes are of another realm. */
export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

const { prototype } = globalThis.Element ?? {};

/** A form that names an input `querySelectorAll` has that input in its place. */
function askAll(root: ParentNode, selector: string): NodeListOf<Element> {
  return isElement(root) && prototype
    ? prototype.querySelectorAll.call(root, selector)
    : root.querySelectorAll(selector);
}

function hostOf(node: Node): Element | null {
  return (node.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

/** An element's shadow root or frame document, if it is open to us. */
function insideOf(element: Element): ParentNode | null {
  if (element.shadowRoot) return element.shadowRoot;
  if (element.localName !== 'iframe') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/**
 * The open shadow roots and same-origin frames beneath `root`. In a flat document only `hosts` are looked at, because
 * walking each of its elements costs more than the whole reading; inside a shadow root any element may be a host.
 */
export function rootsBeneath(root: ParentNode, hosts: string): ParentNode[] {
  const found: ParentNode[] = [];
  if (!hosts) return found;
  const look = (element: Element): void => {
    const inner = found.length < MOST_ROOTS ? insideOf(element) : null;
    if (inner) found.push(inner);
  };
  const lookAll = (within: ParentNode): void => {
    const elements = askAll(within, '*');
    // By index: browsers take four times as long to iterate over a list of nodes.
    for (let at = 0, { length } = elements; at < length; at++) look(elements[at] as Element);
  };
  if (isElement(root)) look(root);
  if (root.childElementCount > 0) {
    if (hostOf(root)) lookAll(root);
    else queryAll(root, hosts).forEach(look);
  }
  for (const inner of found) lookAll(inner);
  return found;
}

const lists = new Map<string, readonly string[]>();

/** `a, b` as its alternatives; commas within brackets stay. */
function alternatives(selector: string): readonly string[] {
  let parts = lists.get(selector);
  if (!parts) {
    const made: string[] = [];
    let depth = 0;
    let from = 0;
    for (let at = 0; at < selector.length; at++) {
      const char = selector.charAt(at);
      if (char === '(' || char === '[') depth++;
      else if (char === ')' || char === ']') depth--;
      else if (char === ',' && depth === 0) {
        made.push(selector.slice(from, at).trim());
        from = at + 1;
      }
    }
    parts = [...made, selector.slice(from).trim()];
    lists.set(selector, parts);
  }
  return parts;
}

/**
 * `querySelectorAll`, with a list's alternatives asked one by one: browsers answer a single simple selector ten times
 * faster than a list, and on a page mostly one alternative is there.
 */
export function queryAll(root: ParentNode, selector: string): Element[] {
  const found: Element[] = [];
  if (root.childElementCount === 0) return found;
  let lists = 0;
  for (const part of alternatives(selector)) {
    const elements = askAll(root, part);
    const { length } = elements;
    if (length > 0) lists++;
    for (let at = 0; at < length; at++) found.push(elements[at] as Element);
  }
  if (lists < 2) return found;
  return [...new Set(found)].sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
}

/** A part of the page to read in. The roots beneath it are walked once, when a flat query first finds nothing. */
export type Scope = { root: ParentNode; hosts: string; beneath: ParentNode[] | null };

export function scopeOf(root: ParentNode, hosts = ''): Scope {
  return { root, hosts, beneath: null };
}

/** A small part of a scope: any element may be a host there, if the CRM has shadow roots at all. */
export function partOf(scope: Scope, root: ParentNode): Scope {
  return scopeOf(root, scope.hosts && '*');
}

/** All matches, flat ones alone where there are any: a page is either flattened or truly shadowed in one place. */
export function selectAll(scope: Scope, selector: string): Element[] {
  let at = selector.indexOf(' >>> ');
  const first = at < 0 ? selector : selector.slice(0, at);
  let found = selectOne(scope, first);
  while (at >= 0) {
    const next = selector.indexOf(' >>> ', at + 5);
    const step = selector.slice(at + 5, next < 0 ? undefined : next);
    found = found.flatMap((element) => selectOne(scopeOf(element, '*'), step));
    at = next;
  }
  return found;
}

/** `> td` are the scope's own children: `:scope` is not known to every engine inside a shadow root. */
function selectOne(scope: Scope, selector: string): Element[] {
  if (selector.startsWith('> ')) {
    const found: Element[] = [];
    const own = selector.slice(2);
    for (let child = scope.root.firstElementChild; child; child = child.nextElementSibling) {
      if (child.matches(own)) found.push(child);
    }
    return found;
  }
  const flat = queryAll(scope.root, selector);
  if (flat.length > 0) return flat;
  return beneathOf(scope).flatMap((root) => queryAll(root, selector));
}

function beneathOf(scope: Scope): readonly ParentNode[] {
  scope.beneath ??= rootsBeneath(scope.root, scope.hosts);
  return scope.beneath;
}

/** The nearest ancestor, or the element itself, that matches: through shadow roots upwards. */
export function closestAcross(element: Element, selector: string): Element | null {
  let at: Element | null = element;
  while (at) {
    const hit: Element | null = at.closest(selector);
    if (hit) return hit;
    at = hostOf(at);
  }
  return null;
}

/** Whether a user can see the element. `hidden` names ancestors that hide a kept copy in this CRM. */
export function isShown(element: Element, hidden?: string): boolean {
  // A closed list draws none of its options.
  const list = element.localName === 'option' ? element.closest('select') : null;
  if (list) return isShown(list, hidden);
  if (hidden && closestAcross(element, hidden)) return false;
  return element.checkVisibility({ visibilityProperty: true });
}

/** One step within one root: neither on through shadow roots nor the scope's own children. */
function isPlain(selector: string): boolean {
  return !selector.startsWith('> ') && !selector.includes(' >>> ');
}

/** The first match in a flat page, found without walking the rest of it. */
function firstFlat(root: ParentNode, selector: string): Element | null {
  let first: Element | null = null;
  if (root.childElementCount === 0) return first;
  for (const part of alternatives(selector)) {
    // jsdom's `querySelector` finds nothing by siblings, its `querySelectorAll` does.
    const match = part.includes(' ~ ') ? queryAll(root, part)[0] : root.querySelector(part);
    if (match && (!first || first.compareDocumentPosition(match) & 2)) first = match;
  }
  return first;
}

/** The first match that `counts`. Mostly that is the first of all: then the rest of the page is not walked. */
function firstOf(scope: Scope, selector: string, counts: (element: Element) => boolean): Element | null {
  if (!isPlain(selector)) return selectAll(scope, selector).find(counts) ?? null;
  const first = firstFlat(scope.root, selector);
  if (first) return counts(first) ? first : (queryAll(scope.root, selector).find(counts) ?? null);
  for (const root of beneathOf(scope)) {
    const found = queryAll(root, selector).find(counts);
    if (found) return found;
  }
  return null;
}

export function firstMatch(scope: Scope, selector: string): Element | null {
  return firstOf(scope, selector, () => true);
}

/** The first match that a user can see. */
export function firstShown(scope: Scope, selector: string, hidden?: string): Element | null {
  return firstOf(scope, selector, (element) => isShown(element, hidden));
}

/** A list's alternatives: where anything that matches will do, the first that is found saves looking for the others. */
export function partsOf(selector: string): readonly string[] {
  return isPlain(selector) ? alternatives(selector) : [selector];
}
