import type { Json } from './leaf.ts';

/**
 * The one text of a JSON value, for hashing: the JSON Canonicalization Scheme of RFC 8785, which is what `JSON.stringify`
 * writes, with the keys of objects in the order of their UTF-16 code units. Throws a `TypeError` for what is no JSON.
 */
export function canonical(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value);
  // JavaScript writes these as JSON does; of its numbers there are some that JSON has not.
  if (value === null || typeof value === 'boolean' || Number.isFinite(value)) return String(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError('This is no JSON value.');
  const parts = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] as Json)}`);
  return `{${parts.join(',')}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
