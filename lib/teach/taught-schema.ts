import * as z from 'zod/mini';
import { LIMITS } from '../deal/reading.ts';
import { TAUGHT_FIELDS, type TaughtColumn, type TaughtField, type TaughtMap } from './taught-map.ts';

// The extension's pages forbid eval; zod would try it once and leave a report in the console.
z.config({ jitless: true });

const text = (longest: number) => z.string().check(z.maxLength(longest));

/**
 * A map may come from somebody else's file. It holds no patterns and no code; a selector that looks around for every
 * element of a page would make each reading of it slow.
 */
const source = text(400).check(z.refine((css) => !/:has\(|:is\(|:where\(|:not\(|\{|\}/i.test(css)));
const sources = z.array(source).check(z.maxLength(6));
const step = z.int().check(z.minimum(0), z.maximum(50));

const label = z.strictObject({
  text: text(80).check(z.minLength(1)),
  tag: z.string().check(z.regex(/^[a-z][\w-]{0,40}$/)),
  up: step,
  over: step,
  down: source,
});

const field = z.strictObject({
  from: sources,
  label: z.optional(label),
  input: z.optional(z.literal(true)),
  afterColon: z.optional(z.literal(true)),
}) satisfies z.ZodMiniType<TaughtField>;

const column = z.strictObject({
  head: z.optional(text(LIMITS.name)),
  within: sources,
  input: z.optional(z.literal(true)),
}) satisfies z.ZodMiniType<TaughtColumn>;

const name = z.enum(TAUGHT_FIELDS as [string, ...string[]]);
const fields = z.partialRecord(name, field);
const address = text(LIMITS.url).check(z.startsWith('/'));
const recordAddress = address.check(z.regex(/\{(?:id|key)\}/));

const rows = {
  cells: z.nullable(z.strictObject({ cell: source, table: source, head: source })),
  columns: z.partialRecord(name, column),
};
const corrected = z.optional(z.strictObject(rows));

const list = z.strictObject({
  address,
  row: source.check(z.minLength(1)),
  ...rows,
  id: z.nullable(
    z.union([
      z.strictObject({ from: source, link: recordAddress }),
      z.strictObject({ attribute: z.string().check(z.regex(/^data-[\w-]{1,60}$/)) }),
    ]),
  ),
  stages: z.optional(
    z.strictObject({ of: source.check(z.minLength(1)), within: sources, counted: z.optional(z.literal(true)) }),
  ),
});

export const taughtMapSchema = z.strictObject({
  version: z.literal(1),
  origin: text(LIMITS.url).check(z.refine((origin) => URL.canParse(origin) && new URL(origin).origin === origin)),
  record: z.nullable(z.strictObject({ address: recordAddress, fields })),
  list: z.nullable(list),
  corrections: z.record(text(LIMITS.id), fields),
  rows: z.optional(z.record(text(LIMITS.id), z.strictObject({ list: corrected, board: corrected }))),
}) as z.ZodMiniType<TaughtMap>;

/** A map as it stands in a file or a stored row; a sentence that says what is wrong with it where it is none. */
export function checkTaughtMap(said: unknown): { map: TaughtMap } | { problem: string } {
  const parsed = taughtMapSchema.safeParse(said);
  if (parsed.success) return { map: parsed.data };
  const at = parsed.error.issues[0]?.path.join(' › ');
  return { problem: at ? `This is no map of a site: ${at} is not as it should be.` : 'This is no map of a site.' };
}
