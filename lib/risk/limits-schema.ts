import * as z from 'zod/mini';
import type { UserLimits } from './limits.ts';
import { SIGNAL_NAMES } from './types.ts';

/** What a limit may be at most: above ten years of days, and any share or count. */
const FIGURE_MOST = 10_000;
const PIPELINES_MOST = 100;

// The extension's pages forbid eval; zod would try it once and leave a report in the console.
z.config({ jitless: true });

const figure = z.nullable(z.number().check(z.minimum(-1), z.maximum(FIGURE_MOST)));
const kinds = z.strictObject({ early: z.optional(figure), mid: z.optional(figure), late: z.optional(figure) });
const set = z.partialRecord(z.enum(SIGNAL_NAMES), kinds);

export const userLimitsSchema = z.strictObject({
  everywhere: z.optional(set),
  pipelines: z.optional(
    z
      .record(z.string().check(z.minLength(1), z.maxLength(300)), set)
      .check(z.refine((value) => Object.keys(value).length <= PIPELINES_MOST)),
  ),
  sizes: z.optional(z.strictObject({ small: z.optional(set), big: z.optional(set) })),
});

const FORMAT = 'sideline-limits';
const VERSION = 1;
const TEXT_MOST = 200_000;

const fileSchema = z.strictObject({ format: z.literal(FORMAT), version: z.literal(VERSION), limits: userLimitsSchema });

/** The limits as the text of a file. */
export function limitsToText(limits: UserLimits): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, limits }, null, 2)}\n`;
}

/** The limits in a file's text, checked; null where it is anything else. */
export function limitsFromText(text: string): UserLimits | null {
  if (text.length > TEXT_MOST) return null;
  try {
    const read = fileSchema.safeParse(JSON.parse(text));
    return read.success ? read.data.limits : null;
  } catch {
    return null;
  }
}
