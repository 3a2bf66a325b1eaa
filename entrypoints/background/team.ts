import { browser } from 'wxt/browser';
import { type Day, dayInZone } from '../../lib/deal/day.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { type Median, type TeamContext, teamContext } from '../../lib/risk/team-context.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { momentNow } from './coach.ts';

const KEY = 'team';

type Entries = [string, Median][];
type Stored = { day: Day; won: Entries; open: Entries; stays: Entries };

const todayNow = () => dayInZone(momentNow().asOf, momentNow().timeZone);

/**
 * What is usual in this team, worked out once a day: it takes every deal's history, and a card must not wait for that.
 * Null until it was worked out; the signals that need it are unknown until then.
 */
export async function readTeam(): Promise<TeamContext | null> {
  const stored = (await browser.storage.session.get(KEY))[KEY] as Stored | undefined;
  if (!stored || stored.day !== todayNow()) return null;
  return { won: new Map(stored.won), open: new Map(stored.open), stays: new Map(stored.stays) };
}

export async function writeTeam(histories: readonly DealHistory[], settings: Settings): Promise<TeamContext> {
  const team = teamContext(histories, momentNow(), settings.calendar);
  const stored: Stored = { day: todayNow(), won: [...team.won], open: [...team.open], stays: [...team.stays] };
  await browser.storage.session.set({ [KEY]: stored });
  return team;
}
