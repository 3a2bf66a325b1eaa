import type { Instant } from '../../deal/day.ts';
import { DEFAULT_EXITS } from '../../process/stage-exits.ts';
import { shorten } from '../words/clean-text.ts';
import type { Agenda } from './agenda.ts';
import { changesSince } from './agenda-changes.ts';
import { dealsToTalk } from './agenda-deals.ts';
import { isTheirPromise, promisesBefore, promisesMade } from './agenda-promises.ts';
import { agendaWords } from './agenda-words.ts';
import { provenMoments } from './moments.ts';
import { type AgendaInput, personContext } from './person-context.ts';
import { suggestionsFor } from './suggestions.ts';
import { goesThroughAll } from './whole-portfolio.ts';

const MOST_MOMENTS = 3;

/** One person's agenda as of a moment, in the order of the talk. Pure: same input, same agenda. */
export function buildAgenda(input: AgendaInput): Agenda {
  const context = personContext(input);
  const { person, moment, by, locale, talk, manager, catalogue, words, say, own, before, since } = context;
  const last = before.at(-1) ?? null;
  const [begun, ended] = [talk?.startedAt ?? null, talk?.endedAt ?? null];
  const moments = provenMoments({
    ...{ own, moment, words, say },
    exits: by.exits ?? DEFAULT_EXITS,
    isTheirs: (who) => isTheirPromise(who, context),
  });
  const settings = { calendar: by.calendar, me: manager, locale, fiscalYearStart: input.fiscalYearStart };
  const firstSeen = own.map(({ deal }) => deal.record.firstSeenAt).reduce<Instant | null>(earlier, null);
  return {
    person: shorten(person, 120),
    onText: say.weekday(talk?.on ?? say.today),
    basis: agendaWords.basis(firstSeen === null ? null : say.on(firstSeen)),
    notes: talk?.notes ?? {},
    promises: promisesBefore(context, since, begun),
    changes: {
      since: last ? agendaWords.sinceTalk(say.on(since)) : agendaWords.sinceDay(say.on(since)),
      ...changesSince(own, since, moment, words, say),
    },
    deals: dealsToTalk({
      own,
      picked: talk?.picked ?? null,
      whole: talk?.whole ?? goesThroughAll(own, before, moment),
      parts: { catalogue, moment, settings },
      words,
      say,
    }),
    skill: {
      last: last?.practice || null,
      moments: moments.slice(0, MOST_MOMENTS),
      suggestions: suggestionsFor(own, moments, words),
      practice: talk?.practice ?? '',
    },
    next: {
      promises: promisesMade(context, begun, ended),
      onText: talk?.nextOn ? say.weekday(talk.nextOn) : null,
    },
  };
}

const earlier = (a: Instant | null, b: Instant) => (a === null || b < a ? b : a);
