import * as v from 'valibot';
import { recordOf, said, someOf, strict } from '../deal/schema-parts.ts';
import type { UserLimits } from './limit-in-force.ts';
import { SIGNAL_NAMES } from './types.ts';

/** What a limit may be at most: above ten years of days, and any share or count. */
const FIGURE_MOST = 10_000;
const PIPELINES_MOST = 100;
const PIPELINE_LONGEST = 300;

const figure = v.nullable(v.pipe(v.number(), v.minValue(-1), v.maxValue(FIGURE_MOST)));
const set = someOf(SIGNAL_NAMES, someOf(['early', 'mid', 'late'], figure));

export const userLimitsSchema = strict({
  everywhere: v.optional(set),
  pipelines: v.optional(
    v.pipe(
      recordOf(said(PIPELINE_LONGEST), set),
      v.check((sets) => Object.keys(sets).length <= PIPELINES_MOST),
    ),
  ),
  sizes: v.optional(someOf(['small', 'big'], set)),
});

const FORMAT = 'sideline-limits';
const VERSION = 1;
const TEXT_MOST = 200_000;

const fileSchema = strict({ format: v.literal(FORMAT), version: v.literal(VERSION), limits: userLimitsSchema });

/** The limits as the text of a file. */
export function limitsToText(limits: UserLimits): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, limits }, null, 2)}\n`;
}

/** The limits in a file's text, checked; null where it is anything else. */
export function limitsFromText(text: string): UserLimits | null {
  if (text.length > TEXT_MOST) return null;
  try {
    const read = v.safeParse(fileSchema, JSON.parse(text));
    return read.success ? read.output.limits : null;
  } catch {
    return null;
  }
}
