import type { Day, Instant, WorkCalendar } from '../../deal/day.ts';
import { closedByLabel, outcomeOf } from '../../deal/stage-kind.ts';
import { dealAsOf } from '../../history/deal-as-of.ts';
import { dealWithPast } from '../../history/deal-with-past.ts';
import type { DealHistory, Moment } from '../../history/types.ts';
import type { StageExits } from '../../process/stage-exits.ts';
import { assessDeal } from '../assess.ts';
import { signalContext } from '../context.ts';
import { dayClock, dayText } from '../day-clock.ts';
import type { UserLimits } from '../limit-in-force.ts';
import { type TeamContext, teamContext } from '../team-context.ts';
import type { SignalName } from '../types.ts';
import { MEASURE_NAMES, MEASURES, type MeasureName } from './measures.ts';
import { traitsOf } from './traits.ts';

/** How a deal ended, and when that was first seen. */
export type Ended = { outcome: 'won' | 'lost'; at: Instant };

/** One deal as it looked at one moment while it was open. */
export type Snapshot = {
  deal: string;
  at: Instant;
  levels: Partial<Record<SignalName, number>>;
  measures: Partial<Record<MeasureName, number>>;
  /** `pipeline: EMEA`, `budget: no`: what sort of deal it is. Never a person. */
  traits: string[];
  /** A close date lay ahead: there was something to be late for. */
  dated: boolean;
};

/** A snapshot of which the end is known by now. */
export type Example = Snapshot & { ended: Ended; notWon: 0 | 1; lost: 0 | 1 };

export type ReplaySettings = {
  calendar: WorkCalendar;
  timeZone: string;
  limits?: UserLimits | undefined;
  exits?: StageExits | undefined;
  /** When a deal is looked at; its own looks, a week apart and four at most, unless said. */
  moments?: ((history: DealHistory) => readonly Instant[]) | undefined;
};

const DAY_MS = 86_400_000;
/** What is usual changes slowly: worked out anew once a fortnight. */
const TEAM_STEP_MS = 14 * DAY_MS;
const LOOKS_APART_MS = 7 * DAY_MS;
const LOOKS_MOST = 4;

/** The end of a deal as known at a moment; null while it is open, or where it was never seen open. */
export function endOf(
  history: DealHistory,
  moment: { asOf: Instant; knownAt: Instant; timeZone: string },
): Ended | null {
  const deal = dealAsOf(history, moment);
  if (!deal) return null;
  const outcome = outcomeOf(deal);
  if (outcome === 'open') return null;
  const { outcome: said, stage } = deal.fields;
  // Two fields may tell the end, and one of them may have been seen for the first time when it was long over.
  const telling = [
    said?.value === outcome ? said : null,
    stage?.value && closedByLabel(stage.value.label) === outcome ? stage : null,
  ];
  const ends = telling.flatMap((known) => (known && known.after !== null ? known.seenAt : []));
  return ends.length > 0 ? { outcome, at: Math.min(...ends) } : null;
}

/** What is usual, as of the fortnight before a moment: nothing later is looked at. */
export function teamsOver(histories: readonly DealHistory[], settings: ReplaySettings): (at: Instant) => TeamContext {
  const teams = new Map<number, TeamContext>();
  return (at) => {
    const step = Math.floor(at / TEAM_STEP_MS);
    let team = teams.get(step);
    if (!team) {
      const asOf = step * TEAM_STEP_MS;
      team = teamContext(histories, { asOf, knownAt: asOf, timeZone: settings.timeZone }, settings.calendar);
      teams.set(step, team);
    }
    return team;
  };
}

export function snapshotOf(history: DealHistory, at: Instant, team: TeamContext, settings: ReplaySettings): Snapshot {
  const moment = { asOf: at, knownAt: at, timeZone: settings.timeZone };
  const { calendar, limits, exits } = settings;
  const around = { moment, calendar, limits, exits, team };
  const levels: Snapshot['levels'] = {};
  for (const state of assessDeal(history, around).signals) {
    // One that counts for nothing by default may turn out to count here.
    if (state.state === 'on' || (state.state === 'dim' && state.level > 0)) levels[state.signal] = state.level;
  }
  const measures: Snapshot['measures'] = {};
  const traits: string[] = [];
  const deal = dealWithPast(history, moment);
  if (deal) {
    const context = signalContext(deal, history, around);
    for (const name of MEASURE_NAMES) {
      const figure = MEASURES[name](context);
      if (figure !== null && Number.isFinite(figure)) measures[name] = figure;
    }
    traits.push(...traitsOf(context));
  }
  return { deal: history.deal.id, at, levels, measures, traits, dated: dueAt(history, moment, settings) !== null };
}

/** The last day on which a win would be in time. A date that had passed by then was no date to be won by any more. */
function dueAt(history: DealHistory, moment: Moment, { calendar, timeZone }: ReplaySettings): Day | null {
  const date = dealAsOf(history, moment)?.fields.closeDate?.value;
  return date != null && date >= dayText(dayClock(timeZone, calendar).dayOf(moment.asOf)) ? date : null;
}

/** The closed deals among the histories, as they looked while open, oldest end first. `told`: the share of deals gone through. */
export function examplesOf(
  histories: readonly DealHistory[],
  knownAt: Instant,
  settings: ReplaySettings,
  teamAt: (at: Instant) => TeamContext = teamsOver(histories, settings),
  told?: (share: number) => void,
): Example[] {
  const clock = dayClock(settings.timeZone, settings.calendar);
  const examples: Example[] = [];
  for (const [index, history] of histories.entries()) {
    told?.(index / histories.length);
    const ended = endOf(history, { asOf: knownAt, knownAt, timeZone: settings.timeZone });
    if (!ended) continue;
    const endDay = dayText(clock.dayOf(ended.at));
    for (const at of settings.moments?.(history) ?? looksOf(history, ended.at)) {
      if (at >= ended.at) continue;
      const snapshot = snapshotOf(history, at, teamAt(at), settings);
      const due = dueAt(history, { asOf: at, knownAt: at, timeZone: settings.timeZone }, settings);
      const late = due !== null && endDay > due;
      const lost = ended.outcome === 'lost' ? 1 : 0;
      examples.push({ ...snapshot, ended, lost, notWon: lost === 1 || late ? 1 : 0 });
    }
  }
  return examples.sort((a, b) => a.ended.at - b.ended.at || a.at - b.at);
}

/** A few looks while it was open, a week apart at least, spread over its life. */
export function looksOf(history: DealHistory, end: Instant): Instant[] {
  const looks: Instant[] = [];
  for (const { at } of [...history.sightings].sort((a, b) => a.at - b.at)) {
    if (at >= end) break;
    const last = looks.at(-1);
    if (last === undefined || at - last >= LOOKS_APART_MS) looks.push(at);
  }
  if (looks.length <= LOOKS_MOST) return looks;
  return Array.from(
    { length: LOOKS_MOST },
    (_, k) => looks[Math.round((k * (looks.length - 1)) / (LOOKS_MOST - 1))] ?? 0,
  );
}
