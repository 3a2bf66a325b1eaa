import * as v from 'valibot';
import { LIMITS } from '../deal/reading.ts';
import { listOf, recordOf, someOf, strict, text, whole } from '../deal/schema-parts.ts';
import { TAUGHT_FIELDS, type TaughtColumn, type TaughtField, type TaughtMap } from './taught-map.ts';

/**
 * A map may come from somebody else's file. It holds no patterns and no code; a selector that looks around for every
 * element of a page would make each reading of it slow.
 */
const source = v.pipe(
  text(400),
  v.check((css) => !/:has\(|:is\(|:where\(|:not\(|\{|\}/i.test(css)),
);
const sources = listOf(source, 6);
const step = whole(0, 50);

const label = strict({
  text: v.pipe(text(80), v.minLength(1)),
  tag: v.pipe(v.string(), v.regex(/^[a-z][\w-]{0,40}$/)),
  up: step,
  over: step,
  down: source,
});

const field = strict({
  from: sources,
  label: v.optional(label),
  input: v.optional(v.literal(true)),
  afterColon: v.optional(v.literal(true)),
}) satisfies v.GenericSchema<TaughtField>;

const column = strict({
  head: v.optional(text(LIMITS.name)),
  within: sources,
  input: v.optional(v.literal(true)),
}) satisfies v.GenericSchema<TaughtColumn>;

const fields = someOf(TAUGHT_FIELDS, field);
const address = v.pipe(text(LIMITS.url), v.startsWith('/'));
const recordAddress = v.pipe(address, v.regex(/\{(?:id|key)\}/));

const rows = {
  cells: v.nullable(strict({ cell: source, table: source, head: source })),
  columns: someOf(TAUGHT_FIELDS, column),
};
const corrected = v.optional(strict(rows));

const list = strict({
  address,
  row: v.pipe(source, v.minLength(1)),
  ...rows,
  id: v.nullable(
    v.union([
      strict({ from: source, link: recordAddress }),
      strict({ attribute: v.pipe(v.string(), v.regex(/^data-[\w-]{1,60}$/)) }),
    ]),
  ),
  stages: v.optional(
    strict({ of: v.pipe(source, v.minLength(1)), within: sources, counted: v.optional(v.literal(true)) }),
  ),
});

export const taughtMapSchema = strict({
  version: v.literal(1),
  origin: v.pipe(
    text(LIMITS.url),
    v.check((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
  ),
  record: v.nullable(strict({ address: recordAddress, fields })),
  list: v.nullable(list),
  corrections: recordOf(text(LIMITS.id), fields),
  rows: v.optional(recordOf(text(LIMITS.id), strict({ list: corrected, board: corrected }))),
}) as v.GenericSchema<TaughtMap>;

/** A map as it stands in a file or a stored row; a sentence that says what is wrong with it where it is none. */
export function checkTaughtMap(said: unknown): { map: TaughtMap } | { problem: string } {
  const parsed = v.safeParse(taughtMapSchema, said);
  if (parsed.success) return { map: parsed.output };
  const at = parsed.issues[0].path?.map(({ key }) => key).join(' › ');
  return { problem: at ? `This is no map of a site: ${at} is not as it should be.` : 'This is no map of a site.' };
}
