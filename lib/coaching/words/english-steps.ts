import { count } from './english-count.ts';

/** What is said of the user's own steps: in the digest, in the popup, and in what the browser shows when one is due. */
export const englishSteps = {
  title: (n: number) => `${count(n, 'step')} today`,
  /** Beside one step alone. */
  buttons: ['Done', 'Tomorrow'],
  more: (n: number) => `and ${n} more`,
  today: (at: string | null) => (at === null ? 'today' : `today, ${at}`),
  on: (day: string, at: string | null) => (at === null ? day : `${day}, ${at}`),
  wasDue: (day: string, lastLook: string | null) =>
    lastLook === null ? `was due ${day}` : `was due ${day}; last look ${lastLook}`,
};
