import { dayInZone, type Instant } from '../deal/day.ts';
import type { PastReading } from './read-past.ts';
import { createPastSettler, type PastSettler } from './settle-past.ts';

/** The deal whose own reading was accepted. */
export type PastDeal = { crm: string; tenant: string; recordId: string };

type Options = {
  clock(): Instant;
  timeZone: string;
  /** The record that the address names now. */
  recordId(): string | null;
  /** What stands in the page of this deal, and where; null where another stands there, or none. */
  read(deal: PastDeal): (PastReading & { holders: readonly Element[] }) | null;
  isHidden(): boolean;
  /** Does the work once the page has nothing to do, or soon at any rate. */
  idle(work: () => void): void;
  /** The document was loaded for this deal. */
  isFirst(deal: PastDeal): boolean;
  /** Whether it was kept. */
  onPast(deal: PastDeal, past: Pick<PastReading, 'entries' | 'parts'>, at: Instant): Promise<boolean>;
};

export type PastWatch = {
  /** Its record was read and recorded: from now on its past counts. */
  begin(deal: PastDeal): void;
  stop(): void;
};

/** Looks after a record was read: its feed comes with it, or a moment later, or over a slow line. */
const LOOKS_MS = [800, 3_500, 11_500] as const;
/** Until then a record that is read again asks for nothing: it is looked at anyway. */
const LAST_LOOK_MS = Math.max(...LOOKS_MS);
/** A tab of the page that the user opens later shows what was not there: looked for at leisure. */
const SLOW_MS = 20_000;
/** What changes in a feed may wait; at most one look in so long. */
const CALM_MS = 2_000;

/** Watches what holds the past of the deal at hand, and nothing else of the page. */
export function watchPast({ clock, timeZone, recordId, read, isHidden, idle, isFirst, onPast }: Options): PastWatch {
  let settler: PastSettler | null = null;
  const observer = new MutationObserver(() => soon(CALM_MS));
  let deal: PastDeal | null = null;
  let began: Instant = 0;
  let holders: readonly Element[] = [];
  let timers: ReturnType<typeof setTimeout>[] = [];
  let next: { timer: ReturnType<typeof setTimeout>; at: Instant } | null = null;

  function rest(): void {
    for (const timer of timers) clearTimeout(timer);
    if (next) clearTimeout(next.timer);
    timers = [];
    next = null;
    observer.disconnect();
    holders = [];
  }

  function leave(): void {
    rest();
    deal = null;
    settler?.leave();
  }

  /** One look is enough for all that ask for one. */
  function soon(wait: number): void {
    const at = clock() + wait;
    if (next && next.at <= at) return;
    if (next) clearTimeout(next.timer);
    next = { at, timer: setTimeout(atLeisure, wait) };
  }

  /** Whatever the page does goes first. */
  function atLeisure(): void {
    idle(look);
  }

  function look(): void {
    if (next) clearTimeout(next.timer);
    next = null;
    if (!deal || !settler) return;
    const at = clock();
    // Words such as "yesterday" are drawn once: a page that stood open over midnight says them of another day.
    if (recordId() !== deal.recordId || dayInZone(at, timeZone) !== dayInZone(began, timeZone)) {
      leave();
      return;
    }
    if (isHidden()) {
      soon(SLOW_MS);
      return;
    }
    const reading = read(deal);
    observe(reading?.holders ?? []);
    const { accept, again } = settler.offer(at, reading);
    if (accept) void keep(deal, accept, at);
    soon(again === null ? SLOW_MS : Math.max(again, 100));
  }

  async function keep(of: PastDeal, past: Pick<PastReading, 'entries' | 'parts'>, at: Instant): Promise<void> {
    if (!(await onPast(of, past, at)) && deal === of) settler?.forget();
  }

  function observe(found: readonly Element[]): void {
    const distinct = [...new Set(found)];
    if (distinct.length === holders.length && distinct.every((one, at) => one === holders[at])) return;
    observer.disconnect();
    holders = distinct;
    // A page may draw the whole place anew: what stands above it is watched for that alone.
    for (const holder of holders) for (const node of aboveOf(holder)) observer.observe(node, { childList: true });
    for (const holder of holders) observer.observe(holder, { childList: true, characterData: true, subtree: true });
  }

  return {
    begin(named) {
      const at = clock();
      const isSame = deal?.recordId === named.recordId && deal.tenant === named.tenant && deal.crm === named.crm;
      if (!isSame) {
        leave();
        deal = named;
        began = at;
        timers = LOOKS_MS.map((wait) => setTimeout(atLeisure, wait));
      } else if (at - began > LAST_LOOK_MS) soon(CALM_MS);
      settler ??= createPastSettler(isFirst(named));
      settler.begin([named.crm, named.tenant, named.recordId].join('\n'), at);
    },
    stop: leave,
  };
}

/** Out of shadow roots as well. */
function aboveOf(holder: Element): Node[] {
  const above: Node[] = [];
  for (let at: Node | null = holder; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) above.push(at);
  return above.slice(1);
}
