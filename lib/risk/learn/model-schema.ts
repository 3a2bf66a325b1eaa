import * as z from 'zod/mini';
import { SIGNAL_NAMES } from '../types.ts';
import { MEASURE_NAMES, type MeasureName } from './measures.ts';
import { MODEL_VERSION, type Model } from './model.ts';

// The extension's pages forbid eval; zod would try it once and leave a report in the console.
z.config({ jitless: true });

/** No sign turns even chances into one in ten thousand. */
const WEIGHT_MOST = 10;
const TRAITS_MOST = 200;
const TRAIT_LONGEST = 400;

const weight = z.number().check(z.minimum(-WEIGHT_MOST), z.maximum(WEIGHT_MOST));
const figure = z.number().check(z.minimum(-1e6), z.maximum(1e6));
const instant = z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER));
const count = z.int().check(z.minimum(0), z.maximum(1e7));
const signals = z.record(z.enum(SIGNAL_NAMES), weight);
const loss = z.number().check(z.minimum(0), z.maximum(100));

/** A model that was stored or brought: whatever does not fit this version is learnt anew rather than guessed at. */
const modelSchema = z.strictObject({
  version: z.literal(MODEL_VERSION),
  kind: z.enum(['base-rate', 'defaults', 'learned']),
  madeAt: instant,
  deals: count,
  intercept: weight,
  signals,
  measures: z
    .array(
      z.strictObject({
        measure: z.enum(MEASURE_NAMES as [MeasureName, ...MeasureName[]]),
        mean: figure,
        sd: z.number().check(z.minimum(1e-9), z.maximum(1e6)),
        weight,
      }),
    )
    .check(z.maxLength(MEASURE_NAMES.length)),
  traits: z
    .array(z.strictObject({ trait: z.string().check(z.maxLength(TRAIT_LONGEST)), weight }))
    .check(z.maxLength(TRAITS_MOST)),
  leans: z.strictObject({ base: weight, signals }),
  trial: z.nullable(
    z.strictObject({ deals: count, from: instant, to: instant, baseRate: loss, defaults: loss, learned: loss }),
  ),
  bandFrom: z.strictObject({ look: weight, closer: weight }),
  follows: z.boolean(),
});

/** A stored model, checked; null where it is of another version, or anything else. */
export function readModel(stored: unknown): Model | null {
  const read = modelSchema.safeParse(stored);
  return read.success ? read.data : null;
}
