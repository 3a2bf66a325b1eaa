import type { TalkPart } from '../../deal/talk.ts';
import type { PromiseLine } from '../card.ts';
import { count, plain } from '../words/english-count.ts';

// Every sentence of ours on an agenda. All of it is read by the person it is about.

const named = (n: number, of: number, names: string) => `${plain(n)} of ${count(of, 'open deal')}: ${names}`;

export const agendaWords = {
  title: (person: string) => `1:1 with ${person}`,
  parts: {
    topic: 'Your topic first',
    promises: 'What was promised',
    changes: 'What changed in your pipeline',
    deals: 'Two deals',
    skill: 'One skill',
    next: 'New promises',
  } satisfies Record<TalkPart, string>,
  wholePipeline: 'All your open deals',
  minutes: (n: number) => `${plain(n)} min`,
  basis: (since: string | null) =>
    since === null ? 'No deal of yours was seen from this browser yet.' : `As seen from this browser, since ${since}.`,
  about: (parts: readonly string[]) => parts.join(' · '),
  closes: (day: string) => `closes ${day}`,
  states: {
    open: () => 'open',
    due: () => 'its day has come, not seen yet',
    'due-not-checked': () => 'its day has come, not looked at since',
    kept: (how: string) => (how ? `kept, ${how}` : 'kept'),
    missed: () => 'not seen by its day',
    dropped: () => 'dropped',
  } satisfies Record<PromiseLine['state'], (how: string) => string>,
  seenOn: (day: string) => `seen ${day}`,
  saidOn: (day: string) => `said ${day}`,
  sinceTalk: (day: string) => `Since our last talk, ${day}`,
  sinceDay: (day: string) => `Since ${day}`,
  stays: 'Nothing speaks against it; it is the largest of those that are open.',
  others: (n: number) => count(n, 'other'),
  nothingChanged: 'Nothing that weighs was seen to change.',
  noPromises: 'No promise stands open.',
  ofManager: 'From whoever leads',
  morePromises: (n: number) => `${count(n, 'more promise')} on the deals themselves.`,
  promise: (who: string, what: string, by: string, proof: string | null, state: string, deal: string) =>
    `${who}: ${what} by ${by}${proof ? `; proof: ${proof}` : ''} (${state}; ${deal})`,
  proof: (proof: string) => `What would prove it: ${proof}`,
  noDeals: 'No open deal of yours was seen in the last two weeks.',
  moreDeals: (n: number) => `${count(n, 'more deal')}, later in the year.`,
  unseen: (names: readonly string[]) => `Not looked at for two weeks, so nothing is said of them: ${names.join(', ')}.`,
  lastPractice: (practice: string) => `To try since last time: ${practice} How did it go?`,
  trying: (practice: string) => `To try until next time: ${practice}`,
  suggested: (practice: string) => `One thing to try: ${practice}`,
  nextOn: (day: string) => `We talk again on ${day}.`,
  help: 'Where help is worth most',
  pick: 'The one that you pick',

  moments: {
    'promise-kept': (what: string) => `A promise was kept, with its proof: ${what}`,
    'offer-answered': () => 'The offer was made anew, and they answered',
    'decider-met': (who: string) => `Whoever decides was met while it was early: ${who}`,
    'stage-proven': (proof: string) => `The proof of a stage was shown: ${proof}`,
    'date-held': (from: string, to: string) => `The date was pulled in from ${from} to ${to}, and it held`,
  },
  evidence: {
    promise: (proof: string, how: string) => `Proof: ${proof}; ${how}`,
    answer: (offeredOn: string, answeredOn: string, text: string) =>
      `Offer of ${offeredOn}, their answer ${answeredOn}${text ? `: ${text}` : ''}`,
    met: (what: string, stage: string | null) => `${what}${stage ? `, in ${stage}` : ''}`,
    stage: (stage: string, on: string) => `${stage}: said ${on}`,
    dateWon: (on: string) => `Won, seen ${on}`,
    dateHeld: (on: string) => `Unchanged at the last look, ${on}`,
  },
  met: { meeting: 'A meeting', call: 'A call', email: 'Their mail', other: 'On its page' },

  tries: {
    date: 'Before a date is set, ask what on their side makes that the day and who said so; if nothing does, take the date off together.',
    step: 'End each call with one thing that they will do, and its day.',
    people: 'Ask who has to live with it once it is in, and how to meet whoever signs.',
    quiet:
      'In place of a reminder, ask something that only they can answer: what would have to be true for this to be worth doing?',
    proof: 'Before a deal moves on, name what would prove that its stage is over, and ask for it.',
    early:
      'Write down the steps to a signature together with them; where they do not fit before the date, move the date first.',
  },
  found: {
    date: (n: number, of: number, names: string) => `The close date moved or went by on ${named(n, of, names)}.`,
    dateUnmoved: (n: number, of: number, names: string) =>
      `The close date moved with nothing new on their side on ${named(n, of, names)}.`,
    step: (n: number, of: number, names: string) => `No step with a day near ahead on ${named(n, of, names)}.`,
    people: (n: number, of: number, names: string) =>
      `Known here through one person, or without whoever decides, on ${named(n, of, names)}.`,
    quiet: (n: number, of: number, names: string) => `Nothing new for a while on ${named(n, of, names)}.`,
    proof: (n: number, of: number, names: string) => `A stage was left without its proof on ${named(n, of, names)}.`,
    early: (n: number, of: number, names: string) =>
      `Days and steps to the close date do not fit yet on ${named(n, of, names)}.`,
  },
  again: {
    'promise-kept': 'When a promise is made, agree at once on what will prove it; on which deal next?',
    'offer-answered':
      'Offer anew with one thing that they asked for changed, and ask for their comment by a day; on which deal next?',
    'decider-met': 'Meet whoever decides while a deal is still early; on which deal next?',
    'stage-proven': 'Ask for what proves a stage before the deal moves on; on which deal next?',
    'date-held': 'Work out the date from their steps, not from our calendar; on which deal next?',
  },
  worked: (day: string, deal: string) => `It went well on ${deal}, ${day}.`,

  spread: {
    talks: (n: number, isFirst: boolean) => (n > 0 ? count(n, 'talk') : isFirst ? 'no talk yet' : 'no talk in 90 days'),
    last: (day: string) => `last ${day}`,
    next: (day: string) => `next ${day}`,
    goesOn: 'one goes on',
    basis: 'Talks of the last 90 days, as seen from this browser; what was said elsewhere is not known here.',
  },
};
