import type { FieldName } from '../../deal/fields.ts';
import type { Side } from '../../deal/promise.ts';
import type { MissingReason, SourceKind } from '../../deal/reading.ts';
import type { Role } from '../../deal/role.ts';
import { factsOf, type LimitSource } from '../../risk/facts.ts';
import type { InputPart, SignalName, SignalOn } from '../../risk/types.ts';
import type { OpenKind } from '../catalogue/types.ts';
import { shorten } from './clean-text.ts';
import { count, plain } from './english-count.ts';
import { englishLists } from './english-lists.ts';
import { FIELD_WORDS, KIND_WORDS, PAGE_WORDS, PART_WORDS, SOURCES, TITLES, UNREAD } from './english-names.ts';
import { englishSteps } from './english-steps.ts';

// Every sentence of ours on a card, as functions of figures. Days and money arrive written in the reader's way.
// A second language is a second file of this shape. No word here may accuse: reps read all of it.

const days = (n: number) => count(n, 'day');
const workingDays = (n: number) => count(n, 'working day');
const deals = (n: number) => count(n, 'deal');
const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : count(n, 'time'));

/** "a, b and c". */
function list(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const english = {
  count,
  days,
  workingDays,
  deals,
  times,
  list,
  capital,
  field: (field: FieldName) => FIELD_WORDS[field],
  part: (part: InputPart) => PART_WORDS[part],
  page: (page: SourceKind) => PAGE_WORDS[page],
  title: (signal: SignalName) => TITLES[signal],
  /** The same beside a name in a list, with the figure where it is short. */
  mark: (signal: SignalOn) => {
    const pushes = factsOf(signal, 'pushed')?.pushes ?? 0;
    return pushes > 1 ? `moved ${plain(pushes)}×` : TITLES[signal.signal];
  },
  none: 'nothing',
  unnamed: 'A deal whose name was not seen',
  earlierToday: 'earlier today',
  onDay: (day: string) => `on ${day}`,
  dates: (dates: readonly string[]) => `${dates.slice(0, -1).join(', ')}, now ${dates.at(-1)}`,
  stages: (n: number) => count(n, 'stage'),
  ratio: (n: number) => `${plain(n)} times`,
  people: (n: number) => (n === 1 ? '1 person' : `${plain(n)} people`),
  questions: (n: number) => count(n, 'question'),
  kinds: (n: number) => `${plain(n)} kind${n === 1 ? '' : 's'} of sign`,
  percent: (n: number) => `${plain(n)} %`,
  lastLook: (fact: string, on: string) => `${fact}; last look ${on}`,
  /** A stage called "Decision maker bought in" would swallow the sentence it stands in. */
  stage: (label: string) => (label.trim().split(/\s+/).length > 1 ? `“${label}”` : label),
  sentence: (text: string) => (/[.?:]$/.test(text) ? text : `${text}.`),

  facts: {
    closeDatePast: (closeDate: string, days: string, look: string | null) =>
      look === null
        ? `The close date, ${closeDate}, was ${days} ago`
        : `The close date, ${closeDate}, lay ${days} back at the last look, ${look}`,
    pushed: (times: string, days: string | null, to: string) =>
      `Close date put off ${times}${days ? `, ${days} in all` : ''}; now ${to}`,
    stalled: (days: string, stage: string | null, atLeast: boolean) =>
      `${stage ? `In ${stage}` : 'In this stage'} for ${atLeast ? 'at least ' : ''}${days}`,
    stageBack: (from: string, to: string, on: string, told: boolean) =>
      `Went back from ${from} to ${to}${told ? ' on' : ', seen'} ${on}`,
    noNextStep: (on: string) => `No next step: the field was empty on ${on}`,
    nextStepPast: (step: string | null, due: string, days: string, look: string | null) =>
      `${step ? `Next step “${step}”` : 'The next step'} was due ${due}, ${days} ${look === null ? 'ago' : `before the last look, ${look}`}`,
    noActivity: (days: string, since: string | null) =>
      since ? `Nothing on record since ${since}, ${days}` : `Nothing on record for ${days}`,
    dateTooEarly: (days: string, closeDate: string, stage: string | null, look: string | null) => {
      const where = stage ? `, in ${stage}` : '';
      return look === null
        ? `${capital(days)} left to ${closeDate}${where}`
        : `${capital(days)} were left to ${closeDate} at the last look, ${look}${where}`;
    },
    amountCut: (from: string, to: string, percent: string, on: string) =>
      `Amount went from ${from} to ${to}, ${percent} less, seen ${on}`,
    unusualSize: (ratio: string, deals: string) => `${capital(ratio)} what is usually won here (${deals} won)`,
    buyerSilent: (days: string, since: string | null) =>
      since ? `Nothing seen from them since ${since}, ${days}` : `Nothing seen from them in ${days}`,
    sellerAlone: (tries: string, since: string | null) =>
      `We wrote or called on ${tries} ${since ? `since their last sign, ${since}` : 'without a sign of them'}`,
    dueThisPeriod: (closeDate: string, stage: string | null) =>
      `Due ${closeDate}, before the period ends${stage ? `, and still in ${stage}` : ''}`,
    olderThanWon: (days: string, usual: string) => `${capital(days)} old; won deals here took about ${usual}`,
    stageSkipped: (from: string, to: string, skipped: string, on: string) =>
      `Went from ${from} to ${to} without ${skipped}, seen ${on}`,
    stageUnproven: (left: string, proof: string) => `Left ${left} without its proof: “${proof}”`,
    vagueStep: (step: string) => `The next step, “${step}”, says neither who does what nor when`,
    stepUnchanged: (step: string, days: string, atLeast: boolean) =>
      `Next step “${step}” unchanged for ${atLeast ? 'at least ' : ''}${days}`,
    stepTooFar: (due: string, days: string) => `The next step is on ${due}, ${days} off`,
    amountUnrefined: (on: string) => `Still the round figure of ${on}`,
    fewContacts: (people: string, only: string | null) =>
      only ? `It all runs through ${only}` : `${capital(people)} on their side seen here`,
    noDecisionMaker: (people: string | null) =>
      people ? `None of the ${people} named here decides` : 'Nobody who decides is in it yet',
    gaps: (gaps: string, first: string, second: string | null) =>
      `${capital(gaps)} answered with less than yes: ${list(second ? [first, second] : [first])}`,
    competitor: (on: string) => `Somebody else is in it, as noted ${on}`,
    ownerChanged: (to: string, on: string) => `Handed over to ${to}, seen ${on}`,
    reopened: (on: string) => `Closed before, opened again, seen ${on}`,
    commitUnproven: (category: string, families: string) => `Counted as ${category}, with ${families} against it`,
    buyerActed: (on: string) => `They did something on ${on}`,
    movedOn: (to: string, on: string) => `Went on to ${to}, seen ${on}`,
    offerRevised: (times: string, on: string) => `Offer made ${times}, last on ${on}`,
    promiseKept: (on: string) => `They kept a promise, seen ${on}`,
    /** A signal whose figures are not known here still has its name and its two figures. */
    plain: (title: string) => capital(title),
  },

  reasons: (n: number) => count(n, 'reason'),
  pill: {
    closer: (reasons: string) => `Look closer · ${reasons}`,
    look: (reasons: string) => `Worth a look · ${reasons}`,
    mild: (reasons: number) => count(reasons, 'mild reason'),
    quiet: 'Quiet',
    promise: (by: string) => `Was due · ${by}`,
    dueToday: 'Due today',
    moved: 'Moved',
    again: 'Look again',
    thin: 'To fill in',
    snoozed: (until: string) => `Quiet until ${until}`,
    parked: (until: string) => `Parked until ${until}`,
    won: 'Won',
    lost: 'Lost',
  },

  lines: {
    promise: (who: string, madeOn: string, what: string, by: string) => `${who}, ${madeOn}: ${what} by ${by}.`,
    promiseDue: (lastLook: string) => `Not seen yet; last look ${lastLook}.`,
    promiseNotChecked: (lastLook: string) => `Not looked at since; last look ${lastLook}.`,
    since: (since: string, moves: string) => `Since ${since}: ${moves}.`,
    stale: (on: string, page: string | null) => `Last seen ${page ? `on a ${page} ` : ''}${on}; look again.`,
    thin: (on: string, page: string, missing: string) => `Seen on a ${page} ${on}; not seen yet: ${missing}.`,
    completeIt: 'Open the deal and scroll through its details to complete this.',
    completeHere: 'Scroll through the details on this page to complete this.',
    lookAgain: 'Open it once to see what is true today.',
    nothingMoved: (since: string) => `Nothing moved since ${since}.`,
    firstLook: 'First look at this deal; from here on changes will show.',
    moved: (moves: string, when: string) => `${moves}, ${when}.`,
    step: (who: string, what: string) => `${who}: ${what}`,
    until: (until: string, what: string) => `Until ${until}: ${shorten(what, 90)}`,
    unnamedStep: 'a step with a day, not named',
    next: (step: string, due: string | null) => `Next: ${step}${due ? `, ${due}` : ''}.`,
    parked: (until: string, what: string, saidBy: string) =>
      `Parked until ${until}: ${what}${saidBy ? ` (${saidBy} said so)` : ''}.`,
    parkedNext: (until: string) => `Nothing to ask before ${until}.`,
    snoozed: (until: string) => `Quiet until ${until}, as you asked.`,
    snoozedNext: 'A promise that falls due or a move the wrong way will still show.',
    won: (on: string | null) => `Won${on ? `, seen ${on}` : ''}.`,
    lost: (on: string | null) => `Lost${on ? `, seen ${on}` : ''}.`,
    wonNext: {
      manager: 'What did they do that decided it, and who else should hear how it went?',
      rep: 'Ask them what decided it, while they remember.',
    } satisfies Record<Role, string>,
    lostNext: {
      manager: 'What did we learn first, and on which day could we have known it?',
      rep: 'Ask them what decided it, and when it may come up again.',
    } satisfies Record<Role, string>,
    addNext: 'Set the next step, with a day.',
    nothingToAsk: 'Nothing here calls for a question today.',
    awaiting: {
      manager: (on: string) => `Asked ${on}; the answer is still to come.`,
      rep: (on: string) => `On it since ${on}; the answer is still to come.`,
    } satisfies Record<Role, (on: string) => string>,
    wait: (what: string, saidBy: string) => `${what}${saidBy ? ` (${saidBy} said so)` : ''}`,
  },

  moves: {
    from: (from: string, to: string) => `${from} → ${to}`,
    named: (field: string, from: string, to: string) => `${capital(field)}: ${from} → ${to}`,
    filled: (field: string, to: string) => `${capital(field)} filled in: ${to}`,
    emptied: (field: string) => `${capital(field)} is empty now`,
    closeDate: (from: string, to: string) => `date ${from} → ${to}`,
    probability: (from: string, to: string) => `probability ${from} → ${to}`,
    stepEmptied: 'next step emptied',
    together: (move: string, others: number) => `${move}, with ${count(others, 'other deal')} at once`,
    display: (move: string) => `${move}, as all amounts here: another display currency`,
    on: (day: string) => `seen ${day}`,
    within: (from: string, to: string) => `between ${from} and ${to}`,
    sinceLook: (on: string) => `Since your last look, ${on}`,
    sinceFirst: 'First look: nothing to compare with yet',
    none: (on: string) => `Nothing moved since your last look, ${on}`,
  },

  proof: (answer: 'yes' | 'no' | null, on: string) =>
    answer === null ? 'Nobody said yet.' : answer === 'yes' ? `Seen, said ${on}.` : `Not yet, said ${on}.`,
  heard: (on: string, what: string) => `Last seen from them, ${on}${what ? `: ${what}` : ''}`,

  why: {
    strongest: (reasons: number) => (reasons === 1 ? 'The one reason here' : `The strongest of ${reasons} reasons`),
    nextStrongest: (reasons: number) => `Next of ${reasons} reasons, as a stronger one was asked already`,
    likelier: (reasons: number) => `Of ${reasons} reasons, the one whose questions led to a proof most often`,
    now: (why: string, on: string, purpose: string) => `${why}, seen ${on}. ${purpose}.`,
    plain: (why: string, purpose: string) => `${why}. ${purpose}.`,
    asked: (on: string) => `Asked ${on}; nothing has changed since, so it is not asked again.`,
    promise: 'Its day has come',
    moved: 'It moved since the last look',
    stale: 'It was not looked at for a while',
    thin: 'Much of it was never seen here',
    healthy: 'No reason to worry, a good time to learn',
  },

  source: (source: LimitSource) => SOURCES[source] ?? SOURCES['expert judgement'],
  reason: {
    limit: (figure: string, kind: OpenKind | null, source: string) =>
      `Limit ${figure}${kind ? ` in ${KIND_WORDS[kind]} stage` : ''} (${source})`,
    noLimit: (source: string) => `Counts as soon as it is seen (${source})`,
    strongest: 'strongest of its family, counted in full',
    quarter: 'same family as a stronger one, counted a quarter',
    uncounted: 'shown, not counted',
  },

  score: {
    text: (reasons: string, calibrated: boolean) =>
      `${reasons}${calibrated ? '' : '; not calibrated on your own deals yet'}`,
    quiet: 'No reasons to look closer',
    note: 'The points order deals by how much speaks against them; they are no chance of winning.',
    learnt: 'As your closed deals went',
    calibratedNote: 'The points are fitted to your own closed deals.',
    chances: (notWon: number, ends: { lost: number; late: number } | null) =>
      `Of ten deals that looked like this about ${plain(notWon)} ${notWon === 1 ? 'was' : 'were'} not won by ${ends ? `the date: ${plain(ends.lost)} lost, ${plain(ends.late)} later` : 'then'}`,
    split: { lost: 'sooner lost than late', late: 'sooner late than lost', even: 'either' },
  },

  confidence: {
    text: (known: number, of: number, stale: boolean) =>
      `Rests on ${plain(known)} of ${plain(of)} things to know${stale ? '; last seen over two weeks ago' : ''}`,
  },

  lost: (fields: string) =>
    `On the last three deals opened here the page no longer showed ${fields}. What was known is kept; “What was read” in the popup tells what was looked for, and lets you point at where it stands now.`,

  unread: (field: string, reason: MissingReason) => `${capital(field)}: ${UNREAD[reason]}.`,
  freshness: {
    today: 'Seen today',
    yesterday: 'Seen yesterday',
    fresh: (on: string) => `Seen ${on}`,
    ageing: (on: string) => `Last seen ${on}`,
    stale: (on: string) => `Last seen ${on}; look again`,
  },
  basis: (on: string) => `First seen ${on}; everything as seen from this browser.`,

  promise: {
    today: 'today',
    someone: (side: Side) => (side === 'ours' ? 'We' : 'They'),
  },

  steps: englishSteps,

  ...englishLists,
};

export type Words = typeof english;
