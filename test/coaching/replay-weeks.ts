/** Weeks of a simulated team, day by day: the list of today is opened, what it proposes is asked, some of it is proved. */
import 'fake-indexeddb/auto';
import { buildCard } from '../../lib/coaching/build-card.ts';
import { buildToday } from '../../lib/coaching/build-today.ts';
import type { DealCard } from '../../lib/coaching/card.ts';
import { likelyToHelp } from '../../lib/coaching/likely-to-help.ts';
import { addDays, type Day, isWorkday, MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import type { Role } from '../../lib/deal/role.ts';
import type { DealHistory, Moment } from '../../lib/history/types.ts';
import { assessDeal } from '../../lib/risk/assess.ts';
import { teamContext } from '../../lib/risk/team-context.ts';
import type { Store } from '../../lib/store/store.ts';
import { recordIdOf } from '../sim/crm/addresses.ts';
import { instantAt, lookReadings } from '../sim/readings.ts';
import { randomOf } from '../sim/team/random.ts';
import type { SimTeam } from '../sim/team/team.ts';
import type { SimDeal } from '../sim/team/truth.ts';
import { PROMPTS } from './packaged-prompts.ts';

const ZONE = 'Europe/London';
const TENANT = 'larkfield';
const SETTINGS = { calendar: MONDAY_TO_FRIDAY, fiscalYearStart: 1, me: null, locale: 'en-GB' };

export type Asked = { day: Day; deal: string; prompt: NonNullable<DealCard['prompt']> };
export type Replayed = {
  /** Of every day: how many deals were proposed. */
  days: { day: Day; proposed: number }[];
  asked: Asked[];
  proved: number;
  /** The deals of the simulation under the ids of the store. */
  deals: Map<string, SimDeal>;
};

/** A buyer who goes on answers most of what is asked; one who is gone hardly any of it. */
const PROVED = { healthy: 0.7, drifting: 0.35, doomed: 0.08 } as const;
const ANSWER_DAYS = 5;

export async function replayWeeks(store: Store, team: SimTeam, role: Role = 'manager'): Promise<Replayed> {
  const crm = 'salesforce';
  for (const reading of lookReadings(team, { crm, tenant: TENANT, timeZone: ZONE }))
    await store.recordReading(reading, reading.at);
  const deals = new Map<string, SimDeal>();
  for (const deal of team.deals) {
    const id = await store.dealOf(crm, TENANT, recordIdOf(crm, deal));
    if (id) deals.set(id, deal);
  }
  const histories = await store.loadHistories();
  const random = randomOf(team.seed, 'answers');
  const replayed: Replayed = { days: [], asked: [], proved: 0, deals };
  for (let day = team.startDay; day <= team.endDay; day = addDays(day, 1)) {
    const at = instantAt(day, 18 * 60, ZONE);
    const moment: Moment = { asOf: at, knownAt: at, timeZone: ZONE };
    const { touch } = buildToday({ histories, catalogue: PROMPTS, role, moment, settings: SETTINGS });
    replayed.days.push({ day, proposed: touch.length });
    for (const { deal } of touch) {
      const history = histories.find((one) => one.deal.id === deal);
      const prompt = history && promptNow(history, histories, role, moment);
      if (!history || !prompt) throw new Error(`${deal} was proposed on ${day} without a question`);
      replayed.asked.push({ day, deal: history.deal.id, prompt });
      note(history, prompt, 'asked', at);
      const isProved = random.chance(PROVED[deals.get(history.deal.id)?.cause ?? 'doomed']);
      if (!isProved) continue;
      note(history, prompt, 'proof-seen', at + ANSWER_DAYS * 86_400_000);
      replayed.proved++;
    }
  }
  return replayed;
}

function promptNow(history: DealHistory, all: readonly DealHistory[], role: Role, moment: Moment) {
  const team = teamContext(all, moment, MONDAY_TO_FRIDAY);
  const assessment = assessDeal(history, { moment, calendar: MONDAY_TO_FRIDAY, team });
  const events = all.flatMap(({ prompts }) => prompts.filter(({ at }) => at < moment.asOf));
  const usual = { helps: likelyToHelp(events, moment.asOf) };
  const card = { history, assessment, catalogue: PROMPTS, usual, role, moment, settings: SETTINGS, unread: [] };
  return buildCard(card).prompt;
}

let noted = 0;

function note(history: DealHistory, prompt: Asked['prompt'], kind: 'asked' | 'proof-seen', at: number): void {
  const { id, signal, basis } = prompt;
  history.prompts.push({
    id: `event-${++noted}`,
    deal: history.deal.id,
    prompt: id,
    signal,
    basis,
    kind,
    at,
    until: null,
  });
}

/** What breaks the budget or asks again, one line each. */
export function troubleIn({ days, asked }: Replayed, weekMost: number): string[] {
  const trouble: string[] = [];
  const weeks = new Map<Day, number>();
  for (const { day, proposed } of days) {
    if (proposed > 5) trouble.push(`${proposed} deals proposed on ${day}`);
    if (proposed > 0 && !isWorkday(day, MONDAY_TO_FRIDAY)) trouble.push(`${proposed} proposed on ${day}, a day off`);
    const monday = mondayOf(day);
    weeks.set(monday, (weeks.get(monday) ?? 0) + proposed);
  }
  for (const [monday, count] of weeks) if (count > weekMost) trouble.push(`${count} asked in the week of ${monday}`);
  const before = new Set<string>();
  for (const { day, deal, prompt } of asked) {
    if (prompt.askedOn !== null) trouble.push(`${deal} asked on ${day} what waits for its answer`);
    const key = `${deal} ${prompt.basis}`;
    if (before.has(key)) trouble.push(`${key} asked again on ${day}, and nothing had changed`);
    before.add(key);
  }
  return trouble;
}

function mondayOf(day: Day): Day {
  let at = day;
  while (new Date(`${at}T00:00:00Z`).getUTCDay() !== 1) at = addDays(at, -1);
  return at;
}
