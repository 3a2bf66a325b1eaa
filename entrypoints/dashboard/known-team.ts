import { toldBetween } from '../../lib/history/told-between.ts';
import type { DealHistory, Moment } from '../../lib/history/types.ts';
import { type TeamContext, teamContext } from '../../lib/risk/team-context.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { openStore } from '../../lib/store/store.ts';
import { type Team, teamAt } from '../../lib/team/team-deals.ts';
import { momentNow } from '../background/coach.ts';

/** All that the dashboard's figures are made of, as of one moment: they agree with each other until it is read anew. */
export type KnownTeam = {
  histories: readonly DealHistory[];
  settings: Settings;
  moment: Moment;
  /** What is usual for these deals now. */
  usual: TeamContext;
  /** The team now. */
  team(): Team;
  /** The team at another moment, under the settings of now or of then; the last few are kept. */
  teamAt(moment: Moment, settings?: Settings): Team;
};

/** The gap asks for four earlier quarters beside today, and each holds all deals. */
const MOST_KEPT = 6;

type Kept = { team: Team; by: string };

export function knownTeam(histories: readonly DealHistory[], settings: Settings, moment: Moment): KnownTeam {
  const usual = teamContext(histories, moment, settings.calendar);
  const kept = new Set<Kept>();
  const found = ({ asOf, knownAt, timeZone }: Moment, by: string) =>
    kept.values().find((one) => {
      const { moment: then } = one.team;
      if (one.by !== by || then.asOf !== asOf || then.timeZone !== timeZone) return false;
      if (then.knownAt === knownAt) return true;
      // The end of one week is the start of the next: mostly nothing was told of it since.
      if (then.knownAt < asOf || then.knownAt > knownAt) return false;
      return !histories.some((history) => toldBetween(history, { asOf, knownAt, timeZone }, then.knownAt));
    });
  const at = (asked: Moment, under = settings): Team => {
    const by = JSON.stringify(under);
    const one = found(asked, by) ?? {
      team: teamAt(histories, asked, under, asked === moment && under === settings ? usual : undefined),
      by,
    };
    kept.delete(one);
    kept.add(one);
    const [oldest] = kept;
    if (kept.size > MOST_KEPT && oldest) kept.delete(oldest);
    return one.team.moment.knownAt === asked.knownAt ? one.team : { ...one.team, moment: asked };
  };
  return { histories, settings, moment, usual, team: () => at(moment), teamAt: at };
}

/** Read from the disk as of now. `settings`: without any deal, for what rests on none. */
export async function readKnown(what: 'all' | 'settings'): Promise<KnownTeam> {
  const store = openStore();
  try {
    const [histories, { settings }] = await Promise.all([
      what === 'all' ? store.loadHistories() : [],
      store.readSettings(),
    ]);
    return knownTeam(histories, settings, momentNow());
  } finally {
    store.close();
  }
}
