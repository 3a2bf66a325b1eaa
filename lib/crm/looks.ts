import { evidenceOf, keepEvidence } from './evidence.ts';
import { type Grounds, groundsOf } from './grounds.ts';
import type { Notice, Noticed } from './notice.ts';
import type { PageReading } from './types.ts';

export type Looks = {
  /** What stands in the page now, under the record that its address names. `isDue`: also what nothing tells of. */
  take(named: string | null, isDue: boolean): { page: PageReading | null; isNew: boolean };
  /** The page changed, this near to what was read. */
  note(noticed: Noticed): void;
  /** What was read last may no longer stand. */
  shake(): void;
  /** The address changed. */
  move(): void;
  /** What the last reading rests on. */
  grounds(): Grounds;
  /** The page changed and was not looked at since. */
  isUnread(): boolean;
  /** Something was read under this address, or taken to stand there. */
  wasRead(): boolean;
  /** The last reading was made under this address. */
  hasOwn(): boolean;
  stop(): void;
};

type LooksOptions = { document: Document; read(): PageReading | null; notice: Notice; now(): number };

/** Looks at the page, and reads it only where the last reading cannot stand in for a new one. */
export function createLooks({ document, read, notice, now }: LooksOptions): Looks {
  let grounds = groundsOf([], document);
  let last: PageReading | null = null;
  let isShaken = true;
  let isUnread = false;
  let wasRead = false;
  /** What stood in the page when its address changed, where that is known. */
  let leftover: PageReading | null = null;

  function readAnew(): PageReading | null {
    const page = read();
    isShaken = false;
    isUnread = false;
    // Where it says something new, or nothing yet, the page is coming up: more of it may follow anywhere.
    if (page?.fingerprint !== last?.fingerprint) notice.widen();
    last = page;
    wasRead ||= page !== null;
    standOn(groundsOf(page ? evidenceOf(page).elements : [], document));
    return page;
  }

  /** The last reading once more, where nothing has touched what it rests on: as good as a new one, at no cost. */
  function repeat(): PageReading | null {
    if (last?.page !== 'record' || grounds.hasInputs) return null;
    const evidence = evidenceOf(last);
    last = { ...last, at: now() };
    keepEvidence(last, evidence);
    return last;
  }

  /** Nothing has changed but the address: what stands in the page is still the deal before, whole. */
  function readdress({ ...page }: PageReading, named: string | null): PageReading | null {
    const [deal] = page.deals;
    if (page.page !== 'record' || !deal || named === null || named === deal.recordId || isUnread) return null;
    page.deals = [{ ...deal, recordId: named, url: null }];
    page.fingerprint = `${page.fingerprint}\n${named}`;
    wasRead = true;
    return page;
  }

  function standOn(next: Grounds): void {
    grounds = next;
    notice.stand(next);
  }

  return {
    take(named, isDue) {
      const known = leftover ? readdress(leftover, named) : isShaken || isDue ? null : repeat();
      leftover = null;
      return { page: known ?? readAnew(), isNew: known === null };
    },
    note(noticed) {
      isUnread = true;
      isShaken ||= noticed !== 'beside';
    },
    shake() {
      isShaken = true;
    },
    move() {
      leftover = !isShaken && !isUnread && !notice.hasMore() && !grounds.hasInputs ? last : null;
      if (!leftover) standOn(groundsOf([], document));
      last = null;
      isShaken = true;
      wasRead = false;
    },
    grounds: () => grounds,
    isUnread: () => isUnread,
    wasRead: () => wasRead,
    hasOwn: () => last !== null,
    stop() {
      grounds = groundsOf([], document);
      last = null;
    },
  };
}
