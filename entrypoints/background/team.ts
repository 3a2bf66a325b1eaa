import { browser } from 'wxt/browser';
import { type UsualHere, usualHere } from '../../lib/coaching/usual-here.ts';
import { type Day, dayInZone } from '../../lib/deal/day.ts';
import type { Store } from '../../lib/store/store.ts';
import { momentNow } from './coach.ts';

const KEY = 'team';
/** A card that is due on screen does not wait longer than this for what is usual in the team. */
const PATIENCE_MS = 60;

/** Maps do not cross into the browser's session store: their entries do. */
type Stored = { day: Day; team: [string, [string, unknown][]][] };

function today(): Day {
  const { asOf, timeZone } = momentNow();
  return dayInZone(asOf, timeZone);
}

/** Null where it was not worked out today. */
export async function readTeam(): Promise<UsualHere | null> {
  const stored = (await browser.storage.session.get(KEY))[KEY] as Stored | undefined;
  if (!stored || stored.day !== today()) return null;
  return Object.fromEntries(stored.team.map(([part, entries]) => [part, new Map(entries)])) as unknown as UsualHere;
}

export async function writeTeam(team: UsualHere): Promise<UsualHere> {
  const parts = Object.entries(team) as [string, ReadonlyMap<string, unknown>][];
  const stored: Stored = { day: today(), team: parts.map(([part, figures]) => [part, [...figures]]) };
  await browser.storage.session.set({ [KEY]: stored });
  return team;
}

/**
 * What is usual in this team, worked out once a day: it takes every deal's history. It begins when a page of a CRM opens,
 * so that it usually stands before the first card is due.
 */
export type Team = ReturnType<typeof teamOf>;

export function teamOf(store: Store) {
  let known: { day: Day; team: UsualHere } | null = null;
  let work: Promise<UsualHere | null> | null = null;
  let late = false;

  async function prepare(): Promise<UsualHere | null> {
    if (known?.day === today()) return known.team;
    work ??= (async () => {
      const team =
        (await readTeam()) ??
        (await writeTeam(
          usualHere(await store.loadHistories(), momentNow(), (await store.readSettings()).settings.calendar),
        ));
      known = { day: today(), team };
      return team;
    })()
      .catch(() => null)
      .finally(() => {
        work = null;
      });
    return work;
  }

  return {
    prepare: () => void prepare(),
    /** What it was worked out from has changed. */
    forget: () => {
      known = null;
    },
    /** Null where it takes longer than a card may wait; signals that need it are unknown then. */
    async soon(): Promise<UsualHere | null> {
      const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
      const team = await Promise.race([prepare(), patience]);
      if (!team) late = true;
      return team;
    },
    /** True once after a card had to do without: show it again. */
    async becameReady(): Promise<boolean> {
      if (!late) return false;
      late = false;
      return (await prepare()) !== null;
    },
  };
}
