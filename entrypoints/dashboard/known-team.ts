import type { DealHistory, Moment } from '../../lib/history/types.ts';
import { type TeamContext, teamContext } from '../../lib/risk/team-context.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { type Team, teamAt } from '../../lib/team/team-deals.ts';

/** All that the dashboard's figures are made of, as of one moment: they agree with each other until it is read anew. */
export type KnownTeam = {
  histories: readonly DealHistory[];
  settings: Settings;
  moment: Moment;
  /** What is usual for these deals now. */
  usual: TeamContext;
  /** The team now. */
  team(): Team;
  /** The team at another moment, under the settings of now; the last few are kept. */
  teamAt(moment: Moment): Team;
};

/** The gap asks for four earlier quarters beside today, and each holds all deals. */
const MOST_KEPT = 6;

export function knownTeam(histories: readonly DealHistory[], settings: Settings, moment: Moment): KnownTeam {
  const usual = teamContext(histories, moment, settings.calendar);
  const kept = new Map<string, Team>();
  const at = (asked: Moment): Team => {
    const key = `${asked.asOf} ${asked.knownAt}`;
    const team = kept.get(key) ?? teamAt(histories, asked, settings, asked === moment ? usual : undefined);
    kept.delete(key);
    kept.set(key, team);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return team;
  };
  return { histories, settings, moment, usual, team: () => at(moment), teamAt: at };
}
