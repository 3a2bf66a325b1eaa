import * as v from 'valibot';
import { PERSON_PAGE_LIMITS } from './person-page.ts';
import { LIMITS } from './reading.ts';
import { day, instant, listOf, said, strict, text, whole } from './schema-parts.ts';
import { TALK_LIMITS } from './talk.ts';
import { talkSchema } from './talk-schema.ts';

const place = whole(0, PERSON_PAGE_LIMITS.deals - 1);

const sharedDeal = strict({
  crm: said(LIMITS.id),
  tenant: text(LIMITS.url),
  recordId: said(LIMITS.id),
  name: text(LIMITS.name),
  url: text(LIMITS.url),
  about: text(LIMITS.text),
  nextStep: v.nullable(text(LIMITS.text)),
});

const sharedPromise = strict({
  id: said(LIMITS.id),
  deal: place,
  what: text(LIMITS.name),
  who: text(LIMITS.name),
  side: v.picklist(['ours', 'theirs']),
  by: day,
  proof: v.nullable(text(LIMITS.name)),
  madeAt: instant,
  movedFrom: listOf(day, PERSON_PAGE_LIMITS.moves),
  settled: v.nullable(
    strict({ as: v.picklist(['kept', 'missed', 'dropped']), at: instant, reason: v.nullable(text(LIMITS.name)) }),
  ),
  courier: text(LIMITS.text),
});

const namesItsDeals = v.check<v.InferOutput<typeof page>>(
  ({ deals, promises, talk }) =>
    promises.every(({ deal }) => deal < deals.length) && (talk?.picked ?? -1) < deals.length,
);

const page = strict({
  person: said(TALK_LIMITS.person),
  madeAt: instant,
  deals: listOf(sharedDeal, PERSON_PAGE_LIMITS.deals),
  promises: listOf(sharedPromise, PERSON_PAGE_LIMITS.promises),
  talk: v.nullable(strict({ ...talkSchema.entries, picked: v.nullable(place) })),
});

/** Every promise and the picked deal are on a deal of the page; the talk is with its person. */
export const personPageSchema = v.pipe(
  page,
  namesItsDeals,
  v.check(({ person, talk }) => talk === null || talk.person === person),
);
