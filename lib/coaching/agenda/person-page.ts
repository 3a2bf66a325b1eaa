import { PERSON_PAGE_LIMITS, type PersonPage } from '../../deal/person-page.ts';
import type { DealPromise } from '../../deal/promise.ts';
import { courierLine } from '../../process/courier-line.ts';
import { shorten } from '../words/clean-text.ts';
import { aboutOf } from './agenda-deals.ts';
import { whosePromise } from './agenda-promises.ts';
import { nameOf, type OwnDeal } from './own-deals.ts';
import { type AgendaInput, type PersonContext, personContext } from './person-context.ts';

/** The record of a deal in its CRM; a deal that only a file told of has none and stays here. */
export type RecordOf = ReadonlyMap<string, { crm: string; tenant: string; recordId: string }>;

const STEP = 300;

/** What a person's agenda shows, as it can be handed over: their deals by name and record, promises, the notes. */
export function personPage(input: AgendaInput, records: RecordOf): PersonPage {
  const context = personContext(input);
  const { own, words, say, moment, person, talk } = context;
  const shared = own
    .flatMap((deal) => {
      const record = records.get(deal.history.deal.id);
      const promises = promisesOn(deal, context);
      return record && (deal.outcome === 'open' || promises.length > 0) ? [{ deal, record, promises }] : [];
    })
    .slice(0, PERSON_PAGE_LIMITS.deals);
  const picked = shared.findIndex(({ deal }) => deal.history.deal.id === talk?.picked);
  return {
    person,
    madeAt: moment.asOf,
    deals: shared.map(({ deal, record: { crm, tenant, recordId } }) => {
      const { name, url } = nameOf(deal, words);
      const step = deal.deal.fields.nextStep?.value;
      const nextStep = step ? shorten(step, STEP) : null;
      return { crm, tenant, recordId, name, url, about: aboutOf(deal, words, say), nextStep };
    }),
    promises: shared
      .flatMap(({ promises }, at) =>
        promises.map(({ deal: _, ...promise }) => ({
          ...promise,
          deal: at,
          courier: courierLine(promise, say.locale),
        })),
      )
      .slice(0, PERSON_PAGE_LIMITS.promises),
    talk: talk && { ...talk, person, picked: picked < 0 ? null : picked },
  };
}

/** The buyer's as well: they are what the deal waits for. */
function promisesOn(deal: OwnDeal, context: PersonContext): DealPromise[] {
  const { moment, since } = context;
  const until = Math.min(moment.asOf, moment.knownAt);
  return deal.history.promises.filter(({ madeAt, side, who, settled }) => {
    const isShown = side === 'theirs' || whosePromise(who, context) !== null;
    return isShown && madeAt <= until && madeAt >= deal.since && (settled === null || settled.at >= since);
  });
}
