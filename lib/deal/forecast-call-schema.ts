import * as v from 'valibot';
import { LIMITS } from './reading.ts';
import { moneySchema } from './reading-schema.ts';
import { instant, said, strict } from './schema-parts.ts';

export const callSchema = strict({
  id: said(LIMITS.id),
  quarter: v.pipe(v.string(), v.regex(/^\d{4}-Q[1-4]$/)),
  by: v.picklist(['manager', 'rep']),
  person: v.nullable(said(LIMITS.name)),
  amount: moneySchema,
  saidAt: instant,
});
