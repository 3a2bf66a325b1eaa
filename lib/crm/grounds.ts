/** From a mutated node up to the element that gave a value; deeper than any field that we know. */
const MOST_STEPS = 6;
/** Of more mutations at once than this, one is taken to matter. */
export const MOST_RECORDS = 300;

const INPUTS = new Set(['input', 'textarea', 'select']);

/** `value`: what was read may have changed. `around`: something that holds it, so that it may be hidden now. */
export type Touch = 'value' | 'around' | null;

/** What the last reading rests on: the elements that gave its values, and all that stands above them. */
export type Grounds = {
  elements: ReadonlySet<Node>;
  /** The document, and the shadow roots and frames that hold some of them: each is observed by itself. */
  roots: ReadonlySet<Node>;
  /** In each root, the least that holds all of them there. */
  holders: readonly Node[];
  /** All that stands above a holder. */
  above: ReadonlySet<Node>;
  /** A value stands in an input: it can change without any sign. */
  hasInputs: boolean;
  touchedBy(records: readonly MutationRecord[]): Touch;
};

export function groundsOf(elements: readonly Element[], document: Document): Grounds {
  const own = new Set<Node>(elements);
  /** Null: nothing held there yet. */
  const byRoot = new Map<Node, Node | null>([[document, null]]);
  const around = new Set<Node>();
  for (const element of own) hold(element);

  /** The element in its own root, and each root's host in the one around it. */
  function hold(node: Node): void {
    const root = node.getRootNode();
    const holder = byRoot.get(root);
    byRoot.set(root, holder ? commonOf(holder, node) : node);
    for (let at = node.parentNode; at && !around.has(at); at = at.parentNode) around.add(at);
    const host = hostOf(root);
    if (host) hold(host);
  }

  function isWithin(node: Node): boolean {
    let at: Node | null = node;
    for (let step = 0; at && step < MOST_STEPS; step++) {
      if (own.has(at)) return true;
      at = at.parentNode;
    }
    return false;
  }

  const holders = [...byRoot].map(([root, holder]) => holder ?? root);
  const above = new Set<Node>();
  for (const holder of holders) for (let at = holder.parentNode; at; at = at.parentNode) above.add(at);
  return {
    elements: own,
    roots: new Set(byRoot.keys()),
    holders,
    above,
    hasInputs: elements.some(({ localName }) => INPUTS.has(localName)),
    touchedBy(records) {
      if (own.size === 0) return null;
      if (records.length > MOST_RECORDS) return 'value';
      for (const element of own) if (!element.isConnected) return 'value';
      let touch: Touch = null;
      for (const record of records) {
        const { target } = record;
        if (isWithin(target)) return 'value';
        // What is put in beside the values leaves them as they stand.
        if (record.type === 'attributes' && around.has(target)) touch = 'around';
      }
      return touch;
    },
  };
}

function commonOf(holder: Node, node: Node): Node {
  let at = holder;
  while (!at.contains(node) && at.parentNode) at = at.parentNode;
  return at;
}

/** Out of a shadow root or a frame. */
function hostOf(root: Node): Element | null {
  return (root as Partial<ShadowRoot>).host ?? (root as Partial<Document>).defaultView?.frameElement ?? null;
}
