/**
 * Notices what changes in a page, and says how near it came to what was read there. While a page comes up, and for a
 * while after each thing that its user does, the whole of it is watched; later only what holds the values: a feed or a
 * clock elsewhere then costs nothing, however fast it ticks.
 */
import { type Grounds, groundsOf, MOST_RECORDS, type Touch } from './grounds.ts';
import { FRAME_MS } from './pace.ts';

/** After a page came up or its user pressed something, parts of it may still come up anywhere. */
export const WIDE_MS = 3_000;

export type Noticed = Exclude<Touch, null> | 'beside';

export type Notice = {
  /** What the last reading rests on. */
  stand(grounds: Grounds): void;
  /** Parts may come up anywhere from now on. */
  widen(): void;
  /** What the changes since the last call came near; null where there were none but our own host's. */
  take(): Noticed | null;
  /** Something changed and was not taken. */
  hasMore(): boolean;
  start(): void;
  stop(): void;
};

export type NoticeOptions = {
  document: Document;
  clock: () => number;
  /** Our own host in the page, whose mutations are ours. */
  ignore(): Element | null;
  /** The changes of one rendering, together: `take` says what they were. */
  onChange(): void;
  /** From now on not the whole page is watched. */
  onNarrow(): void;
};

const EVERYTHING = { childList: true, characterData: true, attributes: true, subtree: true };
const ITSELF = { childList: true, attributes: true };

export function createNotice({ document, clock, ignore, onChange, onNarrow }: NoticeOptions): Notice {
  const observer = new MutationObserver(collect);
  let grounds = groundsOf([], document);
  /** What is observed now; null: nothing. */
  let observed: { narrow: boolean; nodes: ReadonlySet<Node> } | null = null;
  let wideUntil = 0;
  let pending: MutationRecord[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function collect(records: MutationRecord[]): void {
    const own = ignore();
    // A page that puts up thousands of nodes at once is not held in memory.
    for (const record of records)
      if (pending.length <= MOST_RECORDS && !(own && isOwn(record, own))) pending.push(record);
    waiting ??= setTimeout(tell, FRAME_MS);
  }

  function tell(): void {
    waiting = undefined;
    if (!observed) return;
    onChange();
    if (observed.narrow || !isNarrow()) return;
    observe();
    onNarrow();
  }

  const isNarrow = () => grounds.elements.size > 0 && clock() >= wideUntil;

  function observe(): void {
    const narrow = isNarrow();
    const nodes = narrow ? new Set([...grounds.holders, ...grounds.above]) : grounds.roots;
    if (observed?.narrow === narrow && isSame(observed.nodes, nodes)) return;
    // What changed in the turn that is running was not told yet.
    const untold = observer.takeRecords();
    if (untold.length > 0) collect(untold);
    observer.disconnect();
    observed = { narrow, nodes };
    if (narrow) for (const node of grounds.above) observer.observe(node, ITSELF);
    for (const node of narrow ? grounds.holders : grounds.roots) observer.observe(node, EVERYTHING);
  }

  return {
    stand(next) {
      grounds = next;
      if (observed) observe();
    },
    widen() {
      wideUntil = clock() + WIDE_MS;
      if (observed?.narrow) observe();
    },
    take() {
      const records = pending;
      pending = [];
      return records.length === 0 ? null : (grounds.touchedBy(records) ?? 'beside');
    },
    hasMore: () => pending.length > 0,
    start() {
      wideUntil = clock() + WIDE_MS;
      observe();
    },
    stop() {
      clearTimeout(waiting);
      waiting = undefined;
      pending = [];
      observed = null;
      observer.disconnect();
    },
  };
}

function isSame(a: ReadonlySet<Node>, b: ReadonlySet<Node>): boolean {
  return a === b || (a.size === b.size && [...a].every((node) => b.has(node)));
}

/** Ours: the overlay's host, and the marks in a list. */
const isOurs = (node: Node | undefined) => (node as Partial<Element> | undefined)?.localName?.startsWith('sideline-');

/** Something of ours going in or out, each by itself, or something about it. */
function isOwn({ type, target, addedNodes, removedNodes }: MutationRecord, own: Element): boolean {
  if (own.contains(target) || isOurs(target)) return true;
  if (type !== 'childList' || addedNodes.length + removedNodes.length !== 1) return false;
  return isOurs(addedNodes[0] ?? removedNodes[0]) === true;
}
