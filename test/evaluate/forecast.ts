import { join } from 'node:path';
import { addDays, type Day, MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import { money } from '../../lib/deal/money.ts';
import { weekOf } from '../../lib/deal/week.ts';
import { learnFrom } from '../../lib/risk/learn/learn-from.ts';
import { DEFAULT_SETTINGS } from '../../lib/settings/settings.ts';
import { distributionOf } from '../../lib/team/forecast/distribution.ts';
import { isWonIn, type Period } from '../../lib/team/forecast/forecast.ts';
import { pastPeriod } from '../../lib/team/forecast/past-periods.ts';
import { conversionOf } from '../../lib/team/rests-on.ts';
import { type Team, teamAt } from '../../lib/team/team-deals.ts';
import { DATA } from './data.ts';
import { bpic2012 } from './sets/bpic2012.ts';

const UNIT = money(0, 'EUR');
/**
 * The log begins on 1 October 2011 with no offer out, and its last offers go out in the week before 23 January: of what lies
 * between, the weeks in which the pipeline is neither filling up (half of all offers take a fortnight) nor running dry.
 */
const FIRST: Day = '2011-10-24';
const END: Day = '2012-01-23';
/** Weeks before the first that is forecast. */
const TAUGHT = 4;
/** Where in the week it is looked at: before its first day, and after its second and fourth. */
const LOOKS = [0, 2, 4];

type Week = { from: Day; p10: number; p50: number; p90: number; won: number };

/** The loan offers of bpic2012 as a pipeline without close dates: each week forecast by those before it alone. */
export function printForecast(): void {
  const cases = bpic2012.read(join(DATA, bpic2012.name, bpic2012.file));
  const histories = cases.map(({ history }) => history);
  const teamOn = (at: number, learnt = DEFAULT_SETTINGS.learnt): Team =>
    teamAt(histories, { asOf: at, knownAt: at, timeZone: 'UTC' }, { ...DEFAULT_SETTINGS, homeCurrency: 'EUR', learnt });
  const end = teamOn(Date.parse('2012-04-01T00:00:00Z'));
  const weeks: Period[] = [];
  for (let from = FIRST; from < END; from = addDays(from, 7)) weeks.push(weekOf(from, 1));
  let held = 0;
  let all = 0;
  for (const days of LOOKS) {
    const found = weeks.slice(TAUGHT).map((week, index): Week => {
      const momentIn = ({ from }: Period) => Date.parse(`${from}T00:00:00Z`) + days * 86_400_000 - 1;
      const at = momentIn(week);
      const { model, shift } = learnFrom(histories, at, { calendar: MONDAY_TO_FRIDAY, timeZone: 'UTC' });
      const team = teamOn(at, { on: true, model, shift });
      const past = weeks
        .slice(0, TAUGHT + index)
        .map((one) => pastPeriod(histories, team, one, momentIn(one), () => true));
      const by = conversionOf(team.settings, team.today);
      const { p10, p50, p90 } = distributionOf({
        ...{ team, period: week, past, expects: () => true, isOurs: () => true, unit: UNIT, by, goal: null },
      });
      const won = end.deals.filter((deal) => isWonIn(deal, week));
      return { from: week.from, p10, p50, p90, won: won.reduce((sum, { amount }) => sum + (amount?.minor ?? 0), 0) };
    });
    console.log(`\nbpic2012 as a pipeline, ${days} days into each week; thousands of euros`);
    console.table(
      found.map(({ from, ...figures }) => ({
        week: from,
        ...Object.fromEntries(Object.entries(figures).map(([name, minor]) => [name, Math.round(minor / 100_000)])),
        inside: figures.won >= figures.p10 && figures.won <= figures.p90,
      })),
    );
    const inside = found.filter(({ p10, p90, won }) => won >= p10 && won <= p90).length;
    held += inside;
    all += found.length;
    const below = found.filter(({ p50, won }) => won < p50).length;
    console.log(
      `P10 to P90 held ${inside} of ${found.length} weeks (${Math.round((100 * inside) / found.length)} %; 80 % is meant); ${below} came in below P50`,
    );
  }
  console.log(`In all ${held} of ${all}, ${Math.round((100 * held) / all)} %`);
}
