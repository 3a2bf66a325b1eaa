import { firstShown, scopeOf } from './deep-select.ts';
import { createDrafts } from './drafts.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { createLiveClock } from './live-clock.ts';
import { createLooks } from './looks.ts';
import { createNotice, type Noticed } from './notice.ts';
import { createPace, FRAME_MS } from './pace.ts';
import { createSettler, LEFTOVER_MS } from './settle.ts';
import type { PageReading } from './types.ts';
import { QUIET_MS } from './visit.ts';

/** Input values can change without an event or a mutation; on a deal's page they are looked at this often. */
const POLL_MS = 1_500;
/** The same while nothing on it has counted yet. */
const UNTOLD_MS = 120;
/** What is not watched may change too, such as a shadow root that held nothing at first: looked for this often. */
const UNSEEN_POLL_MS = 5_000;
/** A page without deals is looked at again after mutations: often while it loads or its address is a deal's, else rarely. */
const LOADING_MS = 3_000;
const EMPTY_LOADING_MS = 60;
const EMPTY_MS = 2_000;
/** A deal that cannot be found under its own address for this long is left. */
const GONE_MS = 1_000;
/** A tab shown again after this long is a new look at the deal. */
const NEW_LOOK_MS = 5 * 60_000;
/** Parts of a page come up one after the other: what comes beside the values read so far is waited for this long. */
const LATE_MS = 60;
/** The same in a page's first second, when one part after the other comes up. */
const PARTS_MS = 150;

export type Watch = {
  stop(): void;
  /** Reads again and hands the reading over even if it says nothing new. */
  readNow(): void;
};

export type WatchOptions = {
  document: Document;
  window: Window;
  read(): PageReading | null;
  /** The record that the address names; null where it has not the shape of one deal's. */
  recordId(): string | null;
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
export function watchPage({ document, window, read, recordId, onReading, onLeave, ignore, now }: WatchOptions): Watch {
  const clock = () => performance.now();
  /** Only the settler's: what it waits for is the page's doing. */
  const live = createLiveClock(clock);
  const settler = createSettler();
  const drafts = createDrafts();
  const pace = createPace(clock, look);
  const ended = new AbortController();
  const { signal } = ended;

  let address = '';
  let movedAt = 0;
  /** The record that the address names. */
  let named: string | null = null;
  /** When what nothing tells of is due to be read. */
  let freshAt = Number.POSITIVE_INFINITY;
  /** The record that stands in the page, and how its form tells a draft. */
  let standing: { deal: string; unsaved: Evidence['unsaved'] } | null = null;
  let shown: { address: string; deal: string } | null = null;
  let said: string | undefined;
  let goneAt: number | null = null;
  let hiddenAt: number | null = null;

  const notice = createNotice({ document, clock, ignore, onChange, onNarrow });
  const looks = createLooks({ document, read, notice, now });

  const shows = (selector: string) => firstShown(scopeOf(document), selector) !== null;

  function look(): void {
    if (noteMove()) return;
    noteChanges();
    const at = clock();
    const { page, isNew } = looks.take(named, at >= freshAt);
    if (isNew) freshAt = Number.POSITIVE_INFINITY;
    take(page, at);
  }

  function take(page: PageReading | null, at: number): void {
    standing = page?.page === 'record' ? { deal: dealOf(page), unsaved: evidenceOf(page).unsaved } : null;
    const draft = page ? drafts.left(dealOf(page), at, evidenceOf(page).unsaved, shows) : 0;
    if (draft > 0 && draft < Number.POSITIVE_INFINITY) planFresh(draft);
    const { accept, again } = settler.offer({
      at: live.now(),
      reading: page && draft > 0 ? { ...page, editing: true } : page,
    });
    if (page?.fingerprint !== said || again !== null) live.count(Math.max(again ?? 0, QUIET_MS));
    said = page?.fingerprint;
    noteLeaving(page, at);
    const { hasInputs } = looks.grounds();
    // Two equal readings make one that counts: the second is due whatever it costs, and is paid for later.
    if (again !== null) pace.plan(hasInputs && !shown ? Math.min(again, UNTOLD_MS) : again, true);
    if (standing && hasInputs) pace.within(false, POLL_MS);
    else if (standing) freshAt = Math.min(freshAt, at + UNSEEN_POLL_MS);
    if (freshAt < Number.POSITIVE_INFINITY) pace.within(false, Math.max(0, freshAt - at));
    if (!accept) return;
    shown = { address, deal: dealOf(accept) };
    goneAt = null;
    tell(() => onReading(accept));
  }

  /** Reads in so many milliseconds, whatever was seen to change. */
  function planFresh(wait: number): void {
    freshAt = Math.min(freshAt, clock() + wait);
    pace.plan(wait, true);
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

  function onNarrow(): void {
    freshAt = Math.min(freshAt, clock() + UNSEEN_POLL_MS);
    pace.within(false, UNSEEN_POLL_MS);
  }

  function onChange(): void {
    if (signal.aborted || document.hidden || noteMove()) return;
    const noticed = noteChanges();
    if (noticed) pace.within(noticed === 'value', Math.max(0, freshAt - clock()));
  }

  /** Takes in what changed since the last look, and when what it may have brought is due to be read. */
  function noteChanges(): Noticed | null {
    const noticed = notice.take();
    if (noticed === null) return null;
    looks.note(noticed);
    const now = clock();
    // A list that may grow, or a page that may still become a deal's.
    let wait = named !== null || isLoading() ? EMPTY_LOADING_MS : EMPTY_MS;
    if (looks.grounds().elements.size > 0)
      wait = noticed !== 'beside' || !looks.hasOwn() ? 0 : now - movedAt < QUIET_MS ? PARTS_MS : LATE_MS;
    freshAt = Math.min(freshAt, now + wait);
    return noticed;
  }

  const isLoading = () => clock() - movedAt < LOADING_MS;

  /** A page that has stood for long was not left a moment ago, as far as anybody can tell. */
  function doubtStart(): void {
    if (hasMoved(window)) settler.doubt(clock() < LEFTOVER_MS ? 'leftover' : 'unseen');
  }

  /** A deal may stand here that came for this address, and that nobody looked at under it. */
  function isUnsettled(): boolean {
    if (!looks.wasRead() && isLoading()) return true;
    return shown?.address !== address && (looks.isUnread() || notice.hasMore());
  }

  /** True where the address changed: then everything is read anew. */
  function noteMove(): boolean {
    const { href } = window.location;
    if (href === address || document.hidden) return false;
    // Left while it still loaded, or with a deal that nobody looked at: what stands here may be that deal's.
    if (address === '') doubtStart();
    else if (named !== null && isUnsettled()) settler.doubt('leftover');
    address = href;
    movedAt = clock();
    named = recordId();
    notice.widen();
    looks.move();
    standing = null;
    pace.renew();
    pace.plan(0, true);
    return true;
  }

  function onEdit(event: Event): void {
    notice.widen();
    if (noteMove() || !standing) return;
    if (event.type === 'input') drafts.typed(standing.deal, event.target, standing.unsaved);
    looks.shake();
    pace.within(true, FRAME_MS);
  }

  function onPress(event: Event): void {
    notice.widen();
    if (!standing) return;
    const wait = drafts.pressed(standing.deal, event, standing.unsaved, clock());
    if (wait !== null) planFresh(wait);
  }

  function onVisibility(): void {
    if (document.hidden) {
      hiddenAt = now();
      notice.stop();
      pace.cancel();
      return;
    }
    if (hiddenAt !== null && now() - hiddenAt >= NEW_LOOK_MS) settler.forget();
    hiddenAt = null;
    notice.start();
    looks.shake();
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
      notice.stop();
      pace.end();
      live.stop();
      looks.stop();
    },
    readNow() {
      settler.forget();
      looks.shake();
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
function hasMoved({ navigation }: Window & { navigation?: Navigation }): boolean {
  return navigation?.activation != null && navigation.currentEntry?.key !== navigation.activation.entry.key;
}

function dealOf(page: PageReading): string {
  const id = page.deals[0]?.recordId;
  return page.page === 'record' ? [page.crm, page.tenant, id, page.pageRecordId ?? id].join('\n') : page.url;
}
