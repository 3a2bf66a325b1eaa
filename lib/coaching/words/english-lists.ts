import type { Role } from '../../deal/role.ts';
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
    nameYourself: 'Say in the options who you are, and only your own deals stand here.',
    lookAgain: (n: number) => `${count(n, 'deal')} to look at again`,
    rest: {
      'day-off': 'No working day by your calendar, so nothing is proposed.',
      day: 'Those were the five deals of today. The next ones come on the next working day.',
      week: 'Those were the twelve questions of this week. The next ones come on Monday.',
    },
    waiting: (n: number) => `${count(n, 'deal')} parked on an agreed wait`,
  },

  inList: {
    pill: (n: number) => (n === 0 ? 'Quiet' : `${plain(n)} to look at`),
    noIds: 'The rows here show no record id, so none is marked in the list itself.',
    marked: (n: number, open: number, together: string) =>
      `${plain(n)} of ${count(open, 'open deal')} here ${n === 1 ? 'calls' : 'call'} for a look${together ? `, ${together} together` : ''}.`,
    none: (open: number, role: Role) =>
      open === 0
        ? `No open deal${role === 'rep' ? ' of yours' : ''} stands in this view.`
        : `${count(open, 'open deal')} here; none calls for a look.`,
    unknown: 'None of the rows here could be told to be a deal on record.',
    unknownPill: 'Not known yet',
    sumApart: (said: string, stage: string, cards: number, ours: string, others: number) => {
      const read = cards === 1 ? 'the 1 card read comes' : `the ${count(cards, 'card')} read come`;
      const more = others > 0 ? ` ${count(others, 'other column')} ${others === 1 ? 'differs' : 'differ'} too.` : '';
      return `The page says ${said} in ${stage}; ${read} to ${ours}.${more}`;
    },
    listSumApart: (said: string, rows: number, ours: string) =>
      `The page says ${said} beneath this list; the ${rows === 1 ? '1 row read comes' : `${count(rows, 'row')} read come`} to ${ours}.`,
    listSumPartial: 'The page’s own total was not checked: rows that are not loaded hold the rest of it.',
    sumsPartial: 'Totals of the page were checked only where all cards of a column are loaded.',
    rest: (n: number) =>
      `Only the largest are marked in the list; ${count(n, 'more deal')} ${n === 1 ? 'stands' : 'stand'} here.`,
    promise: (by: string, what: string) => `Promised for ${by}: ${what}`,
    promiseDue: 'promise due',
    gone: (n: number, day: string) =>
      `${count(n, 'deal')} that stood here ${day} ${n === 1 ? 'is' : 'are'} gone from this view: won, lost or filtered out?`,
    unmatched: (n: number) =>
      n === 1
        ? '1 row shows no record id and agrees with no single deal on record. Open that deal once.'
        : `${plain(n)} rows show no record id and agree with no single deal on record. Open those deals once.`,
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
