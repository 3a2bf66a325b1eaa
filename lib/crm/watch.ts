import { firstShown, scopeOf } from './deep-select.ts';
import { createDrafts } from './drafts.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { createPace, FRAME_MS } from './pace.ts';
import { createSettler, LEFTOVER_MS } from './settle.ts';
import type { PageReading } from './types.ts';

/** Input values can change without an event or a mutation; on a deal's page they are looked at this often. */
const POLL_MS = 1_500;
/** The same while nothing on it has counted yet. */
const UNTOLD_MS = 120;
/** A page without deals is looked at again after mutations: often while it loads or its address is a deal's, else rarely. */
const LOADING_MS = 3_000;
const EMPTY_LOADING_MS = 60;
const EMPTY_MS = 2_000;
/** A deal that cannot be found under its own address for this long is left. */
const GONE_MS = 1_000;
/** A tab shown again after this long is a new look at the deal. */
const NEW_LOOK_MS = 5 * 60_000;
/** From a mutated node up to the element that gave a value; deeper than any field that we know. */
const MOST_STEPS = 6;
/** Of more mutations at once than this, one is taken to matter. */
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
  /** The address has the shape of one deal's. */
  namesDeal(): boolean;
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
export function watchPage({ document, window, read, namesDeal, onReading, onLeave, ignore, now }: WatchOptions): Watch {
  const clock = () => performance.now();
  const settler = createSettler();
  const drafts = createDrafts();
  const pace = createPace(clock, () => take(read()));
  const ended = new AbortController();
  const { signal } = ended;

  let address = '';
  let movedAt = 0;
  let isDeals = false;
  /** Something was read under this address. */
  let wasRead = false;
  /** The page changed and was not looked at since. */
  let isUnread = false;
  /** The elements that gave the last values. */
  let evidence = new Set<Node>();
  let hasInputs = false;
  let observed = new Set<Node>([document]);
  /** The record that stands in the page, and how its form tells a draft. */
  let standing: { deal: string; unsaved: Evidence['unsaved'] } | null = null;
  let shown: { address: string; deal: string } | null = null;
  let goneAt: number | null = null;
  let hiddenAt: number | null = null;

  const observer = new MutationObserver(onMutations);

  const shows = (selector: string) => firstShown(scopeOf(document), selector) !== null;

  function take(page: PageReading | null): void {
    const at = clock();
    standing = null;
    wasRead ||= page !== null;
    isUnread = false;
    if (page) remember(page);
    const draft = page ? drafts.left(dealOf(page), at, evidenceOf(page).unsaved, shows) : 0;
    if (draft > 0 && draft < Number.POSITIVE_INFINITY) pace.plan(draft, true);
    const { accept, again } = settler.offer({ at, reading: page && draft > 0 ? { ...page, editing: true } : page });
    noteLeaving(page, at);
    // Two equal readings make one that counts: the second is due whatever it costs, and is paid for later.
    if (again !== null) pace.plan(hasInputs && !shown ? Math.min(again, UNTOLD_MS) : again, true);
    if (standing) pace.within(false, POLL_MS);
    if (!accept) return;
    shown = { address, deal: dealOf(accept) };
    goneAt = null;
    tell(() => onReading(accept));
  }

  function tell(news: () => unknown): void {
    const told = news();
    if (told instanceof Promise) told.catch(() => {});
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
    if (left > 0) pace.plan(left, false);
    return left <= 0;
  }

  function remember(page: PageReading): void {
    const { elements, unsaved } = evidenceOf(page);
    evidence = new Set(elements);
    hasInputs = elements.some((element) => element.localName === 'input');
    if (page.page === 'record') standing = { deal: dealOf(page), unsaved };
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
    if (signal.aborted || noteMove()) return;
    const own = ignore();
    const foreign = own ? records.filter((record) => !isOwn(record, own)) : records;
    if (foreign.length === 0) return;
    isUnread = true;
    if (evidence.size > 0) pace.within(touchesEvidence(foreign));
    // A list that may grow, or a page that may still become a deal's.
    else pace.within(false, isDeals || isLoading() ? EMPTY_LOADING_MS : EMPTY_MS);
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

  const isLoading = () => clock() - movedAt < LOADING_MS;

  /** A page that has stood for long was not left a moment ago, as far as anybody can tell. */
  function doubtStart(): void {
    if (hasMoved(window)) settler.doubt(clock() < LEFTOVER_MS ? 'leftover' : 'unseen');
  }

  /** True where the address changed: then everything is read anew. */
  function noteMove(): boolean {
    const { href } = window.location;
    if (href === address || document.hidden) return false;
    // Left while it still loaded, or with a deal that nobody looked at: what stands here may be that deal's.
    if (address === '') doubtStart();
    else if (isDeals && !wasRead && (isUnread || isLoading())) settler.doubt('leftover');
    address = href;
    movedAt = clock();
    isDeals = namesDeal();
    wasRead = false;
    evidence = new Set();
    standing = null;
    pace.renew();
    pace.plan(0, true);
    return true;
  }

  function onEdit(event: Event): void {
    if (noteMove() || !standing) return;
    if (event.type === 'input') drafts.typed(standing.deal, event.target, standing.unsaved);
    pace.within(true, FRAME_MS);
  }

  function onPress(event: Event): void {
    if (!standing) return;
    const wait = drafts.pressed(standing.deal, event, standing.unsaved, clock());
    if (wait !== null) pace.plan(wait, true);
  }

  function onVisibility(): void {
    if (document.hidden) {
      hiddenAt = now();
      observer.disconnect();
      pace.cancel();
      return;
    }
    if (hiddenAt !== null && now() - hiddenAt >= NEW_LOOK_MS) settler.forget();
    hiddenAt = null;
    observe();
    if (!noteMove()) pace.plan(0, true);
  }

  const { navigation } = window as { navigation?: Navigation };
  for (const type of ['currententrychange', 'navigatesuccess']) {
    navigation?.addEventListener(type, noteMove, { signal });
  }
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, noteMove, { signal });
  const early = { signal, capture: true, passive: true };
  for (const type of ['input', 'change', 'focusout']) document.addEventListener(type, onEdit, early);
  for (const type of ['click', 'keydown']) document.addEventListener(type, onPress, early);
  document.addEventListener('visibilitychange', onVisibility, { signal });
  onVisibility();

  return {
    stop() {
      ended.abort();
      observer.disconnect();
      pace.end();
      evidence.clear();
    },
    readNow() {
      settler.forget();
      if (!document.hidden) pace.plan(0, true);
    },
  };
}

/** What Chromium and Firefox know of the entries of a tab's history; not in TypeScript's own library. */
type Navigation = EventTarget & {
  currentEntry: { key: string } | null;
  activation?: { entry: { key: string } } | null;
};

/** True where the user went on from the address that the document was loaded for; a redirect keeps its entry. */
function hasMoved(window: Window & { navigation?: Navigation }): boolean {
  const { navigation, performance, location } = window;
  if (navigation?.activation) return navigation.currentEntry?.key !== navigation.activation.entry.key;
  const [loaded] = performance.getEntriesByType?.('navigation') ?? [];
  return loaded !== undefined && loaded.name !== location.href;
}

function dealOf(page: PageReading): string {
  const id = page.deals[0]?.recordId;
  return page.page === 'record' ? [page.crm, page.tenant, id, page.pageRecordId ?? id].join('\n') : page.url;
}

/** Our host going in or out, or something about it. */
function isOwn(record: MutationRecord, own: Element): boolean {
  if (own.contains(record.target)) return true;
  const nodes = [...record.addedNodes, ...record.removedNodes];
  return record.type === 'childList' && nodes.length > 0 && nodes.every((node) => node === own);
}
