import * as v from 'valibot';
import type { FIELD_NAMES } from './fields.ts';
import { LIMITS, MISSING_REASONS, type Reading } from './reading.ts';
import { day, instant, listOf, said, strict, tagged, text, whole } from './schema-parts.ts';

/** A reading comes from a page: every text is capped, every figure within reason, and nothing else is let in. */
const id = said(LIMITS.id);
/** A link is shown to be clicked: no `javascript:`. */
const webAddress = v.pipe(text(LIMITS.url), v.regex(/^https?:\/\/[^\s]+$/i));

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const timeZone = v.pipe(text(LIMITS.id), v.check(isTimeZone));

export const moneySchema = strict({
  minor: whole(-LIMITS.minor, LIMITS.minor),
  currency: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/))),
  symbol: v.optional(text(12)),
  halfStep: whole(0, LIMITS.minor),
});

const stageSchema = strict({
  id: v.nullable(id),
  label: said(LIMITS.name),
  order: v.nullable(whole(0, LIMITS.stages - 1)),
});

const missing = strict({
  ok: v.literal(false),
  reason: v.picklist(MISSING_REASONS),
  raw: v.optional(text(LIMITS.raw)),
  rule: v.optional(text(LIMITS.name)),
});

const saidOf = <T extends v.GenericSchema>(value: T) =>
  tagged('ok', [strict({ ok: v.literal(true), value, raw: text(LIMITS.raw), rule: text(LIMITS.name) }), missing]);

const fieldOf = <T extends v.GenericSchema>(value: T) => v.optional(saidOf(value));

const words = (longest: number) => fieldOf(said(longest));

const fieldsSchema = strict({
  name: words(LIMITS.name),
  amount: fieldOf(moneySchema),
  stage: fieldOf(stageSchema),
  pipeline: words(LIMITS.name),
  closeDate: fieldOf(day),
  owner: words(LIMITS.name),
  account: words(LIMITS.name),
  probability: fieldOf(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  forecastCategory: words(LIMITS.name),
  nextStep: words(LIMITS.text),
  nextStepDue: fieldOf(day),
  createdOn: fieldOf(day),
  lastActivity: fieldOf(day),
  outcome: fieldOf(v.picklist(['open', 'won', 'lost'])),
} satisfies Record<(typeof FIELD_NAMES)[number], unknown>);

const dealReadingSchema = strict({
  recordId: v.nullable(id),
  url: v.nullable(webAddress),
  fields: fieldsSchema,
});

const count = whole(0, LIMITS.rows);

const columnSum = strict({
  stage: v.nullable(stageSchema),
  count: v.nullable(count),
  amount: saidOf(moneySchema),
});
const sums = listOf(columnSum, LIMITS.stages);
export const rowsSchema = v.nullable(strict({ loaded: count, total: v.nullable(count), sums: v.optional(sums) }));

export const readingSchema = strict({
  id,
  crm: id,
  tenant: said(LIMITS.name),
  page: v.picklist(['record', 'list', 'board']),
  url: webAddress,
  at: instant,
  timeZone,
  locale: v.nullable(text(LIMITS.id)),
  deals: listOf(dealReadingSchema, LIMITS.deals),
  stages: listOf(stageSchema, LIMITS.stages),
  rows: rowsSchema,
});

export type ParsedReading =
  | { ok: true; reading: Reading }
  | { ok: false; code: 'too-large' | 'invalid-reading'; at: string };

/** `at` is the path of the first fault, for logs: never the page's text. */
export function parseReading(arrived: unknown): ParsedReading {
  const parsed = v.safeParse(readingSchema, arrived);
  if (parsed.success) return { ok: true, reading: parsed.output };
  const [issue] = parsed.issues;
  return { ok: false, code: isTooLarge(issue) ? 'too-large' : 'invalid-reading', at: v.getDotPath(issue) ?? '' };
}

/** More than may be kept, or than a double holds exactly. */
function isTooLarge({ type, input }: v.BaseIssue<unknown>): boolean {
  return (
    type === 'max_length' ||
    type === 'max_code_points' ||
    (type === 'safe_integer' && Number.isInteger(input) && Number(input) > 0)
  );
}
