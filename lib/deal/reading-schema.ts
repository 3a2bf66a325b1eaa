import * as z from 'zod/mini';
import { isDay } from './day.ts';
import type { FIELD_NAMES } from './fields.ts';
import { LIMITS, MISSING_REASONS, type Reading } from './reading.ts';

// The extension's pages forbid eval; zod would try it once and leave a report in the console.
z.config({ jitless: true });

/** A reading comes from a page: every text is capped, every figure within reason, and nothing else is let in. */
const text = (longest: number) => z.string().check(z.maxLength(longest));
const id = z.string().check(z.minLength(1), z.maxLength(LIMITS.id));
/** A link is shown to be clicked: no `javascript:`. */
const webAddress = text(LIMITS.url).check(z.regex(/^https?:\/\/[^\s]+$/i));
const day = z.string().check(z.refine(isDay));

/** The last moment of 2199, as for days. */
const instant = z.int().check(z.positive(), z.lt(Date.UTC(2200, 0, 1)));

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const moneySchema = z.strictObject({
  minor: z.int().check(z.gte(-LIMITS.minor), z.lte(LIMITS.minor)),
  currency: z.nullable(z.string().check(z.regex(/^[A-Z]{3}$/))),
  symbol: z.optional(text(12)),
  halfStep: z.int().check(z.nonnegative(), z.lte(LIMITS.minor)),
});

const stageSchema = z.strictObject({
  id: z.nullable(id),
  label: z.string().check(z.minLength(1), z.maxLength(LIMITS.name)),
  order: z.nullable(z.int().check(z.gte(0), z.lt(LIMITS.stages))),
});

const missing = z.strictObject({
  ok: z.literal(false),
  reason: z.enum(MISSING_REASONS),
  raw: z.optional(text(LIMITS.raw)),
  rule: z.optional(text(LIMITS.name)),
});

const saidOf = <T extends z.core.SomeType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value, raw: text(LIMITS.raw), rule: text(LIMITS.name) }),
    missing,
  ]);

const fieldOf = <T extends z.core.SomeType>(value: T) => z.optional(saidOf(value));

const words = (longest: number) => fieldOf(z.string().check(z.minLength(1), z.maxLength(longest)));

const fieldsSchema = z.strictObject({
  name: words(LIMITS.name),
  amount: fieldOf(moneySchema),
  stage: fieldOf(stageSchema),
  pipeline: words(LIMITS.name),
  closeDate: fieldOf(day),
  owner: words(LIMITS.name),
  account: words(LIMITS.name),
  probability: fieldOf(z.number().check(z.gte(0), z.lte(100))),
  forecastCategory: words(LIMITS.name),
  nextStep: words(LIMITS.text),
  nextStepDue: fieldOf(day),
  createdOn: fieldOf(day),
  lastActivity: fieldOf(day),
  outcome: fieldOf(z.enum(['open', 'won', 'lost'])),
} satisfies Record<(typeof FIELD_NAMES)[number], unknown>);

const dealReadingSchema = z.strictObject({
  recordId: z.nullable(id),
  url: z.nullable(webAddress),
  fields: fieldsSchema,
});

const count = z.int().check(z.gte(0), z.lte(LIMITS.rows));

const columnSum = z.strictObject({
  stage: z.nullable(stageSchema),
  count: z.nullable(count),
  amount: saidOf(moneySchema),
});
const sums = z.array(columnSum).check(z.maxLength(LIMITS.stages));

export const readingSchema = z.strictObject({
  id,
  crm: id,
  tenant: z.string().check(z.minLength(1), z.maxLength(LIMITS.name)),
  page: z.enum(['record', 'list', 'board']),
  url: webAddress,
  at: instant,
  timeZone: text(LIMITS.id).check(z.refine(isTimeZone)),
  locale: z.nullable(text(LIMITS.id)),
  deals: z.array(dealReadingSchema).check(z.maxLength(LIMITS.deals)),
  stages: z.array(stageSchema).check(z.maxLength(LIMITS.stages)),
  rows: z.nullable(z.strictObject({ loaded: count, total: z.nullable(count), sums: z.optional(sums) })),
});

export type ParsedReading =
  | { ok: true; reading: Reading }
  | { ok: false; code: 'too-large' | 'invalid-reading'; at: string };

/** `at` is the path of the first fault, for logs: never the page's text. */
export function parseReading(said: unknown): ParsedReading {
  const parsed = readingSchema.safeParse(said);
  if (parsed.success) return { ok: true, reading: parsed.data };
  const issue = parsed.error.issues[0];
  const code = issue?.code === 'too_big' && issue.origin !== 'number' ? 'too-large' : 'invalid-reading';
  return { ok: false, code, at: issue?.path.join('.') ?? '' };
}
