import { count, plain } from './english-count.ts';

/** The sentences of today's answer and of the first list. */
export const englishLists = {
  today: {
    period: (number: number, year: number) => `Q${number} ${year}`,
    behind: (closed: string, open: string, by: string) => `${closed} closed, ${open} open and due by ${by}`,
    short: (base: string, goal: string, gap: string, left: string) =>
      `${base}. Goal ${goal}: ${gap} to go, ${left} of it in no deal yet.`,
    within: (base: string, goal: string, gap: string) =>
      `${base}. Goal ${goal}: ${gap} to go, all of it in open deals.`,
    reached: (base: string, goal: string) => `${base}. Goal ${goal}: reached.`,
    nothingYet: (by: string) =>
      `No amounts seen yet for this quarter, which ends ${by}. Open a list of deals in the CRM.`,
    seen: (fresh: number, of: number) => `${plain(fresh)} of ${count(of, 'open deal')} seen this week.`,
    unseen: (what: string, since: string) => `${what} not seen since ${since} or longer.`,
    nameYourself: 'Say in the options who you are, and only your own deals stand here.',
    lookAgain: (n: number) => `${count(n, 'deal')} to look at again`,
    waiting: (n: number) => `${count(n, 'deal')} parked on an agreed wait`,
  },

  first: {
    open: (n: number) => `${plain(n)} open`,
    datePast: (n: number) => `${plain(n)} dated in the past`,
    dueEarly: (n: number) => `${plain(n)} due this month in the first stages`,
    dueUnlikely: (n: number, percent: string) => `${plain(n)} due this month with a probability under ${percent}`,
    noNextStep: (n: number) => `${plain(n)} with an empty next step`,
    noCloseDate: (n: number) => `${plain(n)} with no close date`,
    biggest: (n: number, together: string) => `${plain(n)} biggest, ${together} together`,
    rows: (n: number) => count(n, 'row'),
    rowsOf: (loaded: number, total: number) =>
      `${plain(loaded)} of ${count(total, 'row')} loaded; scroll on for the others`,
    order: 'The order of the stages is not shown here, so deals due this month in early stages are left out.',
    advice: (columns: string, n: number) =>
      `This view does not show ${columns}. Add ${n === 1 ? 'that column' : n === 2 ? 'both' : 'them'}, and one list says it all.`,
  },
};
