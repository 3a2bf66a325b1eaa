/**
 * What the schemas of several rooms are made of. Valibot takes a list for an object and puts a key that it does not know
 * into the path of the fault; here a list is no object, and an unknown key, which is a stranger's text, is told by the
 * object that holds it.
 */
import * as v from 'valibot';
import { isDay } from './day.ts';

/** `longest` in characters as Unicode counts them: an emoji is one. */
export const text = (longest: number) => v.pipe(v.string(), v.maxCodePoints(longest));
export const said = (longest: number) => v.pipe(text(longest), v.minLength(1));

/** A list with too many items is refused before one of them is looked at. */
export const listOf = <S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.custom<v.InferInput<S>[]>(Array.isArray), v.maxLength(most), v.array(item));

export const day = v.pipe(v.string(), v.check(isDay));

/** An integer that a double holds exactly, both limits among them. */
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));

/** The last moment of 2199, as for days. */
export const instant = whole(1, Date.UTC(2200, 0, 1) - 1);

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Written as `{}`: no map, no date, nothing else with a class of its own. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.hasOwn(prototype as object, 'isPrototypeOf');
}

/** What the object holds is understood all the same. */
const noMore = v.check(() => false);

/** An object with these keys and no others. */
export function strict<const E extends v.ObjectEntries>(entries: E): v.ObjectSchema<E, undefined> {
  const schema = v.object(entries);
  const known = schema['~run'].bind(schema);
  const run: typeof known = (dataset, config) => {
    const { value } = dataset;
    if (!isObject(value)) return known({ value: null }, config);
    const checked = known(dataset, config);
    for (const key in value) if (!Object.hasOwn(entries, key)) return noMore['~run'](checked, config) as typeof checked;
    return checked;
  };
  return Object.assign(schema, { '~run': run });
}

const never = v.never();

/** One of several strict objects, told apart by the literal at `key`. */
export function tagged<const K extends string, const O extends v.VariantOptions<K>>(key: K, options: O) {
  const schema = v.variant(key, options);
  return v.lazy((value) => (Array.isArray(value) ? never : schema)) as unknown as typeof schema;
}

/** Values by keys that are not known beforehand, each fit for `key`. */
export function recordOf<S extends v.GenericSchema>(key: v.GenericSchema<string>, value: S) {
  const entry = (name: string) => [name, v.is(key, name) ? value : never] as const;
  return v.lazy((record) => {
    if (!isPlain(record)) return never;
    const keys = Object.keys(record).filter((name) => name !== '__proto__');
    return v.object(Object.fromEntries(keys.map(entry)));
  }) as v.GenericSchema<Record<string, v.InferInput<S>>, Record<string, v.InferOutput<S>>>;
}

/** Values by some of these keys. */
export function someOf<const K extends string, S extends v.GenericSchema>(keys: readonly K[], value: S) {
  return v.lazy((record) => {
    if (!isPlain(record)) return never;
    const named = Object.keys(record).filter((key) => (keys as readonly string[]).includes(key));
    return strict(v.entriesFromList(named, value));
  }) as v.GenericSchema<{ [P in K]?: v.InferInput<S> }, { [P in K]?: v.InferOutput<S> }>;
}
