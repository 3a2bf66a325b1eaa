import * as v from 'valibot';
import { listOf, strict, text, whole } from '../../deal/schema-parts.ts';
import { SIGNAL_NAMES } from '../types.ts';
import { MEASURE_NAMES } from './measures.ts';
import { MODEL_VERSION, type Model } from './model.ts';

/** No sign turns even chances into one in ten thousand. */
const WEIGHT_MOST = 10;
const TRAITS_MOST = 200;
const TRAIT_LONGEST = 400;

const between = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const weight = between(-WEIGHT_MOST, WEIGHT_MOST);
const moment = whole(0, Number.MAX_SAFE_INTEGER);
const count = whole(0, 1e7);
const signals = strict(v.entriesFromList(SIGNAL_NAMES, weight));
const loss = between(0, 100);

/** A model that was stored. */
export const modelSchema: v.GenericSchema<Model> = strict({
  version: v.literal(MODEL_VERSION),
  kind: v.picklist(['base-rate', 'defaults', 'learned']),
  madeAt: moment,
  deals: count,
  intercept: weight,
  signals,
  measures: listOf(
    strict({ measure: v.picklist(MEASURE_NAMES), mean: between(-1e6, 1e6), sd: between(1e-9, 1e6), weight }),
    MEASURE_NAMES.length,
  ),
  traits: listOf(strict({ trait: text(TRAIT_LONGEST), weight }), TRAITS_MOST),
  leans: strict({ base: weight, signals }),
  trial: v.nullable(strict({ deals: count, from: moment, to: moment, baseRate: loss, defaults: loss, learned: loss })),
  bandFrom: strict({ look: weight, closer: weight }),
  follows: v.boolean(),
});
