import { addDays, type Instant } from '../../../lib/deal/day.ts';
import { momentOn } from '../../../lib/deal/local-time.ts';
import type { Money } from '../../../lib/deal/money.ts';
import { emptySweep } from '../../../lib/deal/sweep.ts';
import { weekOf } from '../../../lib/deal/week.ts';
import { openSweeps, type SeenView, type SweepStore } from '../../../lib/store/sweep-store.ts';
import { conversionOf } from '../../../lib/team/rests-on.ts';
import { sumsOf } from '../../../lib/team/sums.ts';
import { completed } from '../../../lib/team/sweep/complete-weeks.ts';
import { type SweepScreen, sweepScreen } from '../../../lib/team/sweep/sweep-screen.ts';
import type { SweepInput } from '../../../lib/team/sweep/sweep-state.ts';
import { amountsOf, noneOf } from '../../../lib/team/today/asked.ts';
import type { KnownTeam } from '../known-team.ts';

/** How far back looks tell what is gone from a view. */
const DAYS = 42;
/** Weeks before this one that are still completed, where their sweep ended with no dashboard open. */
const WEEKS_BEFORE = 3;

type Answer = { screen: SweepScreen; offered: SeenView[]; people: string[]; likes: Money[] };

/** This week's sweep. A week whose sweep is complete is put on record as such, this one and the last few. */
export async function sweep(known: KnownTeam, { locale }: { locale: string }): Promise<Answer> {
  const store = openSweeps();
  try {
    const { settings, moment } = known;
    const since = moment.asOf - DAYS * 86_400_000;
    const looks = new Map<string, Awaited<ReturnType<SweepStore['viewLooks']>>>();
    for (const view of settings.views) looks.set(view.url, await store.viewLooks(view, since));
    for (let weeks = WEEKS_BEFORE; weeks >= 0; weeks--) await complete(store, known, looks, weeks);
    const sweeps = await store.sweeps();
    const input = inputAt(known, looks, sweeps, 0);
    const done = sweeps.filter(({ completedAt }) => completedAt !== null).length;
    const pinned = new Set(settings.views.map(({ url }) => url));
    return {
      screen: sweepScreen(input, locale, done),
      offered: (await store.seenViews(since)).filter(({ url }) => !pinned.has(url)),
      people: input.team.people.map(({ name }) => name),
      likes: likesOf(input),
    };
  } finally {
    store.close();
  }
}

type Looks = SweepInput['looks'];

function inputAt(
  known: KnownTeam,
  looks: Looks,
  sweeps: Awaited<ReturnType<SweepStore['sweeps']>>,
  weeks: number,
): SweepInput {
  const { settings } = known;
  const { today, moment } = known.team();
  const week = weekOf(addDays(today, -7 * weeks), settings.weekStart);
  const end: Instant = momentOn(addDays(week.to, 1), '00:00', moment.timeZone) - 1;
  const until = weeks === 0 ? moment.asOf : end;
  return {
    team: weeks === 0 ? known.team() : known.teamAt({ ...moment, asOf: end }),
    views: settings.views,
    looks: new Map([...looks].map(([url, all]) => [url, all.filter(({ at }) => at <= until)])),
    said: sweeps.find(({ from }) => from === week.from) ?? emptySweep(week),
    before: sweeps.filter(({ from }) => from < week.from),
  };
}

async function complete(store: SweepStore, known: KnownTeam, looks: Looks, weeks: number): Promise<void> {
  if (known.settings.views.length === 0) return;
  const sweeps = await store.sweeps();
  const { today } = known.team();
  const week = weekOf(addDays(today, -7 * weeks), known.settings.weekStart);
  // A team as of a past week takes as long as one of today: worked out only where all views were opened in it.
  const from = momentOn(week.from, '00:00', known.moment.timeZone);
  const to = momentOn(addDays(week.to, 1), '00:00', known.moment.timeZone);
  const isOpened = [...looks.values()].every((all) => all.some(({ at }) => at >= from && at < to));
  if (!isOpened || sweeps.some((one) => one.from === week.from && one.completedAt !== null)) return;
  const done = completed(inputAt(known, looks, sweeps, weeks));
  if (done) await store.changeSweep(week, (before) => ({ ...before, ...done }));
}

/** Nothing, in each currency that a sum may be typed in: what most amounts are in first. */
function likesOf({ team }: SweepInput): Money[] {
  const most = noneOf(team.deals, team.settings.homeCurrency);
  const all = sumsOf(amountsOf(team.deals), conversionOf(team.settings, team.today));
  const others = all.filter((sum) => sum.currency !== most.currency || sum.symbol !== most.symbol);
  return [most, ...others.map((sum) => ({ ...sum, minor: 0, halfStep: 0 }))];
}
