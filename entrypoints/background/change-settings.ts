import { dayInZone } from '../../lib/deal/day.ts';
import { quarterOf } from '../../lib/deal/quarter.ts';
import type { Moment } from '../../lib/history/types.ts';
import type { RequestData } from '../../lib/messages/protocol.ts';
import { DEFAULT_SITE, type Learning, type Settings, type SiteSettings } from '../../lib/settings/settings.ts';

type Change = RequestData<'settings.change'>;

const given = <T extends object>(patch: T): Partial<T> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>;

/** The settings after a change; a goal is a goal for the quarter in which it was typed. */
export function changeSettings(
  before: Settings,
  { site, goal, judging, learnt, ...plain }: Change,
  moment: Moment,
): Settings {
  const after: Settings = { ...before, ...given(plain) };
  if (goal !== undefined) {
    const quarter = quarterOf(dayInZone(moment.asOf, moment.timeZone), before.fiscalYearStart);
    after.goal = goal && { quarter: quarter.id, amount: { ...goal, halfStep: 0 } };
  }
  if (judging && isOver(before, judging.over)) ({ limits: after.limits, exits: after.exits } = judging);
  if (learnt) after.learnt = learntWith(before.learnt, learnt);
  if (!site) return after;
  const { origin, ...patch } = site;
  return withSite(after, origin, given(patch));
}

const isOver = ({ limits, exits }: Settings, over: string) => JSON.stringify([limits, exits]) === over;

/** Whether to learn and what was learnt change apart: who switches it off takes nothing back that another page found. */
function learntWith(before: Learning, { on = before.on, found }: NonNullable<Change['learnt']>): Learning {
  const isOld = found && before.model && before.model.madeAt > found.model.madeAt;
  return { ...before, ...(found && !isOld ? found : {}), on };
}

export function withSite(before: Settings, origin: string, patch: Partial<SiteSettings>): Settings {
  return { ...before, sites: { ...before.sites, [origin]: { ...(before.sites[origin] ?? DEFAULT_SITE), ...patch } } };
}
