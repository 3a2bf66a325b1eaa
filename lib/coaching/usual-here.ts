import type { WorkCalendar } from '../deal/day.ts';
import type { DealHistory, Moment } from '../history/types.ts';
import { type TeamContext, teamContext } from '../risk/team-context.ts';
import type { Usual } from './card-input.ts';
import { likelyToHelp } from './likely-to-help.ts';

/** All that cards take from other deals. */
export type UsualHere = TeamContext & Usual;

export function usualHere(histories: readonly DealHistory[], moment: Moment, calendar: WorkCalendar): UsualHere {
  const asked = histories.flatMap(({ prompts }) => prompts);
  return { ...teamContext(histories, moment, calendar), helps: likelyToHelp(asked, moment.asOf) };
}
