import type { Quarter } from '../../../lib/deal/quarter.ts';
import { openCalls } from '../../../lib/store/call-store.ts';
import {
  type ForecastChoice,
  type ForecastScreen,
  forecastScreen,
} from '../../../lib/team/forecast/forecast-screen.ts';
import { type Past, pastOf } from '../../../lib/team/forecast/ours.ts';
import type { KnownTeam } from '../known-team.ts';

/** How past quarters went on takes as long as several teams: worked out once per quarter for what is known. */
const kept = new WeakMap<KnownTeam, Map<string, Past>>();

function pastIn(known: KnownTeam, quarter: Quarter): Past {
  const all = kept.get(known) ?? new Map<string, Past>();
  kept.set(known, all);
  const past = all.get(quarter.id) ?? pastOf(known.histories, known.team(), quarter);
  all.set(quarter.id, past);
  return past;
}

/** One quarter's forecast, with what was called. */
export async function forecast(
  known: KnownTeam,
  { choice, locale }: { choice: ForecastChoice; locale: string },
): Promise<ForecastScreen> {
  const store = openCalls();
  try {
    const calls = await store.calls();
    const past = (quarter: Quarter) => pastIn(known, quarter);
    return forecastScreen({ team: known.team(), calls, past, choice }, known.settings.role, locale);
  } finally {
    store.close();
  }
}
