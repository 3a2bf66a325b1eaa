import { addDays, type Day } from '../../../lib/deal/day.ts';

/**
 * How a seller works. The figures describe people, after what sales managers tell of their teams: dates that move
 * month by month, dead deals that nobody closes, discounts in the last week. None was taken from a rule that looks
 * for them.
 */
export type Habit = {
  /** Added to the share of healthy deals. */
  skill: number;
  /** Multiplies the time a stage takes. */
  pace: number;
  /** The first close date, as a share of the time the deal will need if all goes well. */
  dateHope: number;
  /** Chance per workday to move a date that is about to pass or has passed. */
  movesDate: number;
  moveDays: readonly [number, number];
  /** Chance per workday to write a next step where there is none, and to renew one that has passed. */
  setsStep: number;
  renewsStep: number;
  /** Chance that the price falls before the end, and by which share. */
  cuts: number;
  cutShare: readonly [number, number];
  /** Days a dead deal stays open. */
  keepsDead: readonly [number, number];
  /** Chance per stage that it has to be taken back. */
  stepsBack: number;
  /** Mails and calls of the seller per workday. */
  contact: number;
  /** Share of the team's deals. */
  load: number;
  /** Multiplies the size of a deal. */
  size: number;
};

export type HabitName = 'optimist' | 'quiet' | 'steady' | 'discounter' | 'hoarder' | 'newcomer' | 'sprinter' | 'farmer';

const USUAL: Habit = {
  skill: 0,
  pace: 1,
  dateHope: 0.9,
  movesDate: 0.16,
  moveDays: [10, 30],
  setsStep: 0.5,
  renewsStep: 0.35,
  cuts: 0.15,
  cutShare: [0.05, 0.15],
  keepsDead: [12, 35],
  stepsBack: 0.05,
  contact: 0.28,
  load: 1,
  size: 1,
};

export const HABITS: Record<HabitName, Habit> = {
  optimist: { ...USUAL, dateHope: 0.5, movesDate: 0.45, moveDays: [7, 25], keepsDead: [25, 60], load: 1.2 },
  quiet: { ...USUAL, setsStep: 0.04, renewsStep: 0.06, contact: 0.16, movesDate: 0.07 },
  steady: { ...USUAL, skill: 0.16, setsStep: 0.9, renewsStep: 0.8, stepsBack: 0.02, keepsDead: [6, 14], size: 1.3 },
  discounter: { ...USUAL, cuts: 0.75, cutShare: [0.12, 0.34], pace: 0.9 },
  hoarder: { ...USUAL, keepsDead: [80, 190], movesDate: 0.03, renewsStep: 0.05, pace: 1.2 },
  newcomer: { ...USUAL, skill: -0.1, pace: 1.15, stepsBack: 0.22, dateHope: 0.8, load: 0.55, size: 0.7 },
  sprinter: { ...USUAL, contact: 0.5, pace: 0.8, dateHope: 0.75, movesDate: 0.3, setsStep: 0.6 },
  farmer: { ...USUAL, skill: 0.1, pace: 0.7, size: 0.45, keepsDead: [10, 20], setsStep: 0.65 },
};

export type SimPerson = { id: string; name: string; login: string; habit: HabitName; joinedOn: Day };

const TEAM: readonly (readonly [string, HabitName])[] = [
  ['Ben Okafor', 'optimist'],
  ['Clara Lindqvist', 'quiet'],
  ['Dana Whitfield', 'steady'],
  ['Jonas Krüger', 'discounter'],
  ['Marguerite O’Shea', 'hoarder'],
  ['Tomás Ibarra', 'newcomer'],
  ['Aiko Tanabe', 'sprinter'],
  ['Ruth Adeyemi', 'farmer'],
];

export const MANAGER = 'Nora Bellweather';

export function peopleOf(count: number, startDay: Day, endDay: Day): SimPerson[] {
  return Array.from({ length: count }, (_, at) => {
    const [name, habit] = TEAM[at % TEAM.length] ?? ['Ben Okafor', 'optimist'];
    const round = Math.floor(at / TEAM.length);
    const login = name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]+/g, '.');
    return {
      id: `P${at + 1}`,
      name: round === 0 ? name : `${name} ${'I'.repeat(round + 1)}`,
      login: `${login}${round || ''}@example.com`,
      habit,
      // The new hire began ten weeks ago; the others were there before the half year.
      joinedOn: habit === 'newcomer' ? addDays(endDay, -70) : addDays(startDay, -400),
    };
  });
}
