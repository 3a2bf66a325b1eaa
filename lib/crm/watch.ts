import { createBudget } from './budget.ts';
import { createDrafts } from './drafts.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { createSettler } from './settle.ts';
import type { PageReading } from './types.ts';

/** One frame: the mutations of one rendering are read once. */
const FRAME_MS = 16;
/** Input values can change without an event or a mutation; on a deal's page they are looked at this often. */
const POLL_MS = 1_500;
/** A page without deals is looked at again after mutations, often while it loads and rarely later. */
const LOADING_MS = 3_000;
const EMPTY_LOADING_MS = 60;
const EMPTY_MS = 2_000;
/** A deal that cannot be found under its own address for this long is left. */
const GONE_MS = 1_000;
/** A tab shown again after this long is a new look at the deal. */
const NEW_LOOK_MS = 5 * 60_000;
/** After an exception in reading; doubled by each further one. */
const FAILED_MS = 500;
const FAILED_MOST_MS = 60_000;
/** Shares of the main thread, with what may be spent at once: a navigation takes some three readings of 1 to 3 ms. */
const GENERAL = [0.004, 5] as const;
const URGENT = [0.004, 12] as const;
/** From a mutated node up to the element that gave a value; deeper than any field that we know. */
const MOST_STEPS = 6;
const MOST_RECORDS = 300;

export type Watch = {
  stop(): void;
  /** Reads again and hands the reading over even if it says nothing new. */
  readNow(): void;
};

export type WatchOptions = {
  document: Document;
  window: Window;
  read(): PageReading | null;
  /** A settled reading: it stood still, belongs to the address, and differs from the last one handed over. */
  onReading(reading: PageReading): unknown;
  /** The deal of the last reading is no longer on the page. */
  onLeave(): void;
  /** Our own host in the page, whose mutations are ours. */
  ignore(): Element | null;
  /** The computer's clock: it goes on while the computer sleeps. */
  now(): number;
};

/** Calls `read` when it may say something new, and as rarely as that allows. Everything ends with `stop`. */
export function watchPage({ document, window, read, onReading, onLeave, ignore, now }: WatchOptions): Watch {
  const settler = createSettler();
  const general = createBudget(...GENERAL);
  const urgent = createBudget(...URGENT);
  const drafts = createDrafts();
  const ended = new AbortController();
  const clock = () => performance.now();

  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let dueUrgent = false;

  let address = '';
  let movedAt = 0;
  /** The elements that gave the last values. */
  let evidence = new Set<Node>();
  /** The record that stands in the page, and how its form tells a draft. */
  let standing: { deal: string; unsaved: Evidence['unsaved'] } | null = null;
  let observed = new Set<Node>();
  let reads = false;
  let shown: { address: string; deal: string } | null = null;
  let goneAt: number | null = null;
  let failures = 0;
  let hiddenAt: number | null = null;

  const observer = new MutationObserver(onMutations);

  function plan(wait: number, isUrgent: boolean): void {
    if (ended.signal.aborted || document.hidden) return;
    const at = clock() + wait;
    dueUrgent ||= isUrgent;
    if (at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(readDue, wait);
  }

  function cancel(): void {
    clearTimeout(timer);
    dueAt = Number.POSITIVE_INFINITY;
    dueUrgent = false;
  }

  /** As soon as the budget allows: for what may have changed. */
  function planWithin(isUrgent: boolean, least = FRAME_MS): void {
    if (failures > 0) plan(Math.min(FAILED_MOST_MS, FAILED_MS * 2 ** (failures - 1)), false);
    else plan(Math.max(least, (isUrgent ? urgent : general).wait(clock())), isUrgent);
  }

  function readDue(): void {
    const budget = dueUrgent ? urgent : general;
    cancel();
    if (ended.signal.aborted || document.hidden) return;
    const start = clock();
    try {
      take(read());
      failures = 0;
      if (reads) plan(POLL_MS + general.wait(clock()), false);
    } catch {
      // Nothing of ours shows in the page's console; a page that breaks reading is tried again, more and more rarely.
      failures++;
      planWithin(false);
    }
    budget.spend(clock(), clock() - start);
  }

  function take(page: PageReading | null): void {
    const at = clock();
    reads = page !== null && page.page === 'record';
    if (page) remember(page);
    const typing = standing !== null && drafts.has(standing.deal, at);
    const { accept, again } = settler.offer({ at, reading: page && typing ? { ...page, editing: true } : page });
    noteLeaving(page, at);
    // Two equal readings make one that counts: the second is due whatever it costs, and is paid for later.
    if (again !== null) plan(again, true);
    if (!accept || ended.signal.aborted) return;
    shown = { address, deal: dealOf(accept) };
    goneAt = null;
    tell(() => onReading(accept));
  }

  function tell(news: () => unknown): void {
    try {
      const told = news();
      if (told instanceof Promise) told.catch(() => {});
    } catch {
      failures++;
    }
  }

  function noteLeaving(page: PageReading | null, at: number): void {
    if (!shown) return;
    if (page ? dealOf(page) === shown.deal : shown.address === address && !isGone(at)) {
      if (page) goneAt = null;
      return;
    }
    shown = null;
    goneAt = null;
    tell(onLeave);
  }

  function isGone(at: number): boolean {
    goneAt ??= at;
    const left = goneAt + GONE_MS - at;
    if (left > 0) plan(left, false);
    return left <= 0;
  }

  function remember(page: PageReading): void {
    const { elements, unsaved } = evidenceOf(page);
    evidence = new Set(elements);
    standing = reads ? { deal: dealOf(page), unsaved } : null;
    // A mutation inside a shadow root or a frame is told to its own observer alone.
    const roots = new Set<Node>([document]);
    for (const element of evidence) roots.add(element.getRootNode());
    if (roots.size === observed.size && [...roots].every((root) => observed.has(root))) return;
    observed = roots;
    observe();
  }

  function observe(): void {
    observer.disconnect();
    const what = { childList: true, characterData: true, attributes: true, subtree: true };
    for (const root of observed) observer.observe(root, what);
  }

  function onMutations(records: MutationRecord[]): void {
    if (ended.signal.aborted || noteMove()) return;
    const own = ignore();
    const foreign = own ? records.filter((record) => !isOwn(record, own)) : records;
    if (foreign.length === 0) return;
    if (evidence.size > 0) planWithin(touchesEvidence(foreign));
    // A list that may grow, or a page that may still become a deal's.
    else planWithin(false, clock() - movedAt < LOADING_MS ? EMPTY_LOADING_MS : EMPTY_MS);
  }

  function touchesEvidence(records: MutationRecord[]): boolean {
    if (records.length > MOST_RECORDS) return true;
    for (const element of evidence) if (!element.isConnected) return true;
    return records.some((record) => isEvidence(record.target));
  }

  function isEvidence(node: Node): boolean {
    let at: Node | null = node;
    for (let step = 0; at && step < MOST_STEPS; step++) {
      if (evidence.has(at)) return true;
      at = at.parentNode;
    }
    return false;
  }

  /** True where the address changed: then everything is read anew. */
  function noteMove(): boolean {
    const { href } = window.location;
    if (href === address) return false;
    address = href;
    movedAt = clock();
    evidence = new Set();
    standing = null;
    failures = 0;
    general.fill();
    urgent.fill();
    cancel();
    plan(0, true);
    return true;
  }

  function onEdit(event: Event): void {
    if (noteMove() || !standing) return;
    if (event.type === 'input') drafts.typed(standing.deal, event.target, standing.unsaved);
    planWithin(true);
  }

  function onPress(event: Event): void {
    if (!standing) return;
    const wait = drafts.pressed(standing.deal, event, standing.unsaved, clock());
    if (wait !== null) plan(wait, true);
  }

  function onVisibility(): void {
    if (document.hidden) {
      hiddenAt = now();
      observer.disconnect();
      cancel();
      return;
    }
    if (hiddenAt !== null && now() - hiddenAt >= NEW_LOOK_MS) settler.forget();
    hiddenAt = null;
    observe();
    if (!noteMove()) plan(0, true);
  }

  const { signal } = ended;
  const { navigation } = window as { navigation?: EventTarget };
  for (const type of ['currententrychange', 'navigatesuccess']) {
    navigation?.addEventListener(type, noteMove, { signal });
  }
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, noteMove, { signal });
  const early = { signal, capture: true, passive: true };
  for (const type of ['input', 'change', 'focusout']) document.addEventListener(type, onEdit, early);
  for (const type of ['click', 'keydown']) document.addEventListener(type, onPress, early);
  document.addEventListener('visibilitychange', onVisibility, { signal });
  observed.add(document);
  if (document.hidden) hiddenAt = now();
  else onVisibility();

  return {
    stop() {
      ended.abort();
      observer.disconnect();
      cancel();
      evidence.clear();
    },
    readNow() {
      settler.forget();
      plan(0, true);
    },
  };
}

function dealOf(page: PageReading): string {
  return page.page === 'record'
    ? [page.crm, page.tenant, page.deals[0]?.recordId, page.pageRecordId ?? page.deals[0]?.recordId].join('\n')
    : page.url;
}

/** Our host going in or out, or something about it. */
function isOwn(record: MutationRecord, own: Element): boolean {
  if (own.contains(record.target)) return true;
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return record.type === 'childList' && nodes.length > 0 && nodes.every((node) => node === own);
}
