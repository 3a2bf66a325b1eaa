import * as v from 'valibot';
import { LIMITS } from './reading.ts';
import { moneySchema, timeZone } from './reading-schema.ts';
import { day, instant, listOf, said, strict, text } from './schema-parts.ts';

/** `leaf` in UTF-16 units: the team's part lists every deal by id, several times. */
export const FROZEN_LIMITS = { leaf: 20_000_000, leaves: 100_000, lines: 500, line: 2_000, key: 330 } as const;

const id = said(LIMITS.id);
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const key = said(FROZEN_LIMITS.key);
const line = text(FROZEN_LIMITS.line);

export const leafSchema = v.union([
  strict({ key, hash, salt: hash, text: v.pipe(v.string(), v.maxLength(FROZEN_LIMITS.leaf)) }),
  strict({ key, hash, erasedAt: instant }),
]);

const headEntries = {
  id,
  from: day,
  to: day,
  asOf: instant,
  knownAt: instant,
  timeZone,
  frozenAt: instant,
  engine: said(60),
  reviewed: v.boolean(),
  corrects: v.nullable(id),
  before: v.nullable(hash),
  root: hash,
};

export const headSchema = strict(headEntries);

export const frozenSchema = strict({ ...headEntries, leaves: listOf(leafSchema, FROZEN_LIMITS.leaves) });

const action = { deal: id, action: line };

export const draftSchema = strict({
  from: day,
  call: v.nullable(moneySchema),
  sentence: line,
  lines: listOf(strict({ ...action, why: line, owner: text(LIMITS.name), by: v.nullable(day) }), FROZEN_LIMITS.lines),
  done: listOf(strict({ ...action, done: v.boolean() }), FROZEN_LIMITS.lines),
  changedAt: instant,
});
