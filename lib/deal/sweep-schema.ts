import * as v from 'valibot';
import { LIMITS } from './reading.ts';
import { moneySchema } from './reading-schema.ts';
import { day, listOf, strict, text } from './schema-parts.ts';

const at = v.pipe(v.number(), v.finite());
const id = text(LIMITS.id);

export const sweepSchema = strict({
  from: day,
  to: day,
  filtered: listOf(strict({ deal: id, at }), 5_000),
  whole: listOf(text(LIMITS.url), 50),
  closed: listOf(moneySchema, 20),
  closedOn: v.optional(day),
  completedAt: v.nullable(at),
  covered: listOf(id, 100_000),
});
