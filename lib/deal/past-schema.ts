import * as v from 'valibot';
import { EVENT_KINDS, EVENT_SIDES, PAST_LIMITS, PAST_PARTS } from './past.ts';
import { LIMITS } from './reading.ts';
import { day, instant, listOf, said, strict, tagged, text } from './schema-parts.ts';

const name = said(PAST_LIMITS.name);
const evidence = strict({ rule: text(LIMITS.name), raw: text(PAST_LIMITS.raw) });

/** As for readings: every text is capped, and nothing else is let in. */
export const pastEntrySchema = tagged('kind', [
  strict({ kind: v.literal('stage'), day, from: v.nullable(name), to: name, evidence }),
  strict({
    kind: v.literal('event'),
    day,
    what: v.picklist(EVENT_KINDS),
    side: v.picklist(EVENT_SIDES),
    who: v.nullable(name),
    text: text(PAST_LIMITS.text),
    evidence,
  }),
  strict({
    kind: v.literal('planned'),
    what: said(PAST_LIMITS.text),
    due: v.nullable(day),
    owner: v.nullable(name),
    evidence,
  }),
  strict({ kind: v.literal('contact'), name, role: v.nullable(name), evidence }),
  strict({ kind: v.literal('modified'), day, evidence }),
]);

const id = said(LIMITS.id);

/** What stood still in one deal's page at one moment. `parts`: those that were read whole. */
export const pastLookSchema = strict({
  crm: id,
  tenant: said(LIMITS.name),
  recordId: id,
  at: instant,
  entries: listOf(pastEntrySchema, PAST_LIMITS.entries),
  parts: listOf(v.picklist(PAST_PARTS), PAST_PARTS.length),
});
