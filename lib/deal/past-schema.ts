import * as z from 'zod/mini';
import { isDay } from './day.ts';
import { EVENT_KINDS, EVENT_SIDES, PAST_LIMITS, PAST_PARTS } from './past.ts';
import { LIMITS } from './reading.ts';

// The extension's pages forbid eval; zod would try it once and leave a report in the console.
z.config({ jitless: true });

const text = (longest: number) => z.string().check(z.maxLength(longest));
const said = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));
const name = said(PAST_LIMITS.name);
const day = z.string().check(z.refine(isDay));
const evidence = z.strictObject({ rule: text(LIMITS.name), raw: text(PAST_LIMITS.raw) });

/** As for readings: every text is capped, and nothing else is let in. */
export const pastEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stage'), day, from: z.nullable(name), to: name, evidence }),
  z.strictObject({
    kind: z.literal('event'),
    day,
    what: z.enum(EVENT_KINDS),
    side: z.enum(EVENT_SIDES),
    who: z.nullable(name),
    text: text(PAST_LIMITS.text),
    evidence,
  }),
  z.strictObject({
    kind: z.literal('planned'),
    what: said(PAST_LIMITS.text),
    due: z.nullable(day),
    owner: z.nullable(name),
    evidence,
  }),
  z.strictObject({ kind: z.literal('contact'), name, role: z.nullable(name), evidence }),
  z.strictObject({ kind: z.literal('modified'), day, evidence }),
]);

const id = said(LIMITS.id);

/** What stood still in one deal's page at one moment. `parts`: those that were read whole. */
export const pastLookSchema = z.strictObject({
  crm: id,
  tenant: said(LIMITS.name),
  recordId: id,
  at: z.int().check(z.positive(), z.lt(Date.UTC(2200, 0, 1))),
  entries: z.array(pastEntrySchema).check(z.maxLength(PAST_LIMITS.entries)),
  parts: z.array(z.enum(PAST_PARTS)).check(z.maxLength(PAST_PARTS.length)),
});
