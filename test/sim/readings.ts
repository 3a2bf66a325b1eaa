import {
  addDays,
  type Day,
  daysBetween,
  type Instant,
  isWorkday,
  MONDAY_TO_FRIDAY,
  weekday,
} from '../../lib/deal/day.ts';
import type { FieldName, FieldValues } from '../../lib/deal/fields.ts';
import { money } from '../../lib/deal/money.ts';
import type { DealReading, FieldReading, FieldReadings, PageKind, Reading } from '../../lib/deal/reading.ts';
import { recordIdOf, type SimPageKind } from './crm/addresses.ts';
import { DEMO_HOSTS, PROFILES, type SimCrm } from './crm/profiles.ts';
import { addressShown, NAMELESS_ROWS, shownFields, stageShown, stagesShown } from './crm/shown-fields.ts';
import { type Random, randomOf } from './team/random.ts';
import type { SimTeam } from './team/team.ts';
import { type DealState, dealOn, type SimDeal } from './team/truth.ts';

export type LookOptions = {
  crm: SimCrm;
  /** As the CRM's reader names the installation. */
  tenant: string;
  timeZone?: string;
  locale?: string;
  origin?: string;
};

/** The last three weeks' lists leave this share out, as a filter of the manager's would: what is not looked at goes stale. */
const FILTERED_OUT = 0.05;
const FILTER_DAYS = 24;

/** More records than this in a day are stepped through minute by minute. */
const MOST_RECORDS = 20;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The moment at which clocks in the zone show that minute of the day. */
export function instantAt(day: Day, minute: number, timeZone: string): Instant {
  const guess = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(timeZone, format);
  }
  const shown = Date.parse(`${format.format(guess).replace(' ', 'T')}Z`);
  return guess - (shown - guess);
}

function fieldValue(crm: SimCrm, field: FieldName, state: DealState, page: PageKind): FieldValues[FieldName] | null {
  switch (field) {
    case 'amount':
      return money(state.amount, state.currency);
    case 'stage':
      return stageShown(crm, page, state.stage, state.outcome);
    case 'pipeline':
      return PROFILES[crm].pipeline;
    default:
      return state[field];
  }
}

function rawOf(value: FieldValues[FieldName], state: DealState): string {
  if (typeof value !== 'object') return String(value);
  return 'label' in value ? value.label : String(state.amount);
}

function readDeal(crm: SimCrm, deal: SimDeal, state: DealState, page: PageKind, origin: string): DealReading {
  const fields: Partial<Record<FieldName, FieldReading<FieldValues[FieldName]>>> = {};
  for (const field of shownFields(crm, page)) {
    const value = fieldValue(crm, field, state, page);
    const rule = `sim:${page}:${field}`;
    fields[field] =
      value === null ? { ok: false, reason: 'empty', rule } : { ok: true, value, raw: rawOf(value, state), rule };
  }
  const known = page === 'record' || !NAMELESS_ROWS.includes(crm);
  return {
    recordId: known ? recordIdOf(crm, deal) : null,
    url: known ? origin + addressShown(crm, 'record', deal) : null,
    fields: fields as FieldReadings,
  };
}

/** How likely the manager opens this deal's record on a day: big ones, ones in late stages, and those just closed. */
function interest(deal: SimDeal, state: DealState, before: DealState | null, team: SimTeam): number {
  if (state.outcome !== 'open') return before?.outcome === 'open' ? 0.85 : 0;
  const written = Object.values(team.showcase).some((one) => one === deal);
  return 0.03 + (state.stage >= 3 ? 0.05 : 0) + (state.amount > 60_000 ? 0.04 : 0) + (written ? 0.15 : 0);
}

function leftOut(team: SimTeam, deal: SimDeal, day: Day): boolean {
  if (day <= addDays(team.endDay, -FILTER_DAYS)) return false;
  if (deal === team.showcase.stale) return true;
  if (Object.values(team.showcase).includes(deal)) return false;
  return randomOf(team.seed, 'filter', deal.id).chance(FILTERED_OUT);
}

/**
 * The manager's looks over the half year, oldest first, as the CRM's reader would have given them: a list or board
 * each Monday (Tuesday when Monday was a day off), and the records of a few deals on most days; where rows carry no id,
 * the records of all open deals once a week. None on the last day: that one is left to the person at the screen.
 */
export function lookReadings(team: SimTeam, options: LookOptions): Reading[] {
  const { crm, tenant, timeZone = 'UTC', locale = 'en-US', origin = DEMO_HOSTS[options.crm] } = options;
  const readings: Reading[] = [];
  const look = (page: SimPageKind, day: Day, minute: number, seen: { deal: SimDeal; state: DealState }[]) => {
    const only = page === 'record' ? seen[0]?.deal : undefined;
    readings.push({
      id: `sim-${team.seed}-${crm}-${day}-${page}-${only?.id ?? 'all'}`,
      crm,
      tenant,
      page,
      url: origin + addressShown(crm, page, only),
      at: instantAt(day, minute, timeZone),
      timeZone,
      locale,
      deals: seen.map(({ deal, state }) => readDeal(crm, deal, state, page, origin)),
      stages: stagesShown(crm, page, seen[0]?.state.outcome ?? 'open'),
      rows: page === 'record' ? null : { loaded: seen.length, total: null },
    });
  };

  for (let day = team.startDay; day < team.endDay; day = addDays(day, 1)) {
    if (!isWorkday(day, MONDAY_TO_FRIDAY)) continue;
    const random: Random = randomOf(team.seed, 'looks', day);
    // Long weekends: the manager is away on some Mondays and looks a day later.
    const away = randomOf(team.seed, 'away', weekday(day) === 1 ? day : addDays(day, -1)).chance(0.12);
    const listDay = weekday(day) === (away ? 2 : 1);
    // Mornings lag a day behind what sellers type in the evening: a look shows the state of the day before.
    const shown = addDays(day, -1);
    const present = team.deals.flatMap((deal) => {
      const state = dealOn(deal, shown);
      return state ? [{ deal, state }] : [];
    });
    if (listDay) {
      const open = present.filter(({ deal, state }) => state.outcome === 'open' && !leftOut(team, deal, day));
      // HubSpot's tables do not tell the order of stages: now and then the board is opened instead.
      const page = crm === 'hubspot' && daysBetween(team.startDay, day) % 28 < 7 ? 'board' : PROFILES[crm].home;
      if (crm !== 'dynamics') look(page, day, random.whole(8 * 60 + 40, 9 * 60 + 30), open);
    }
    const opened = present.filter(({ deal, state }) => {
      if (leftOut(team, deal, day)) return false;
      const random = randomOf(team.seed, 'open', day, deal.id);
      if (deal === team.showcase.atRisk && addDays(day, 4) > team.endDay) return true;
      if (listDay && NAMELESS_ROWS.includes(crm) && state.outcome === 'open') return true;
      return random.chance(interest(deal, state, dealOn(deal, addDays(shown, -2)), team));
    });
    let minute = random.whole(9 * 60 + 35, 10 * 60 + 30);
    const pause = opened.length > MOST_RECORDS ? 1 : 14;
    for (const one of opened) {
      look('record', day, minute, [one]);
      minute += random.whole(1, pause);
    }
  }
  return readings;
}
