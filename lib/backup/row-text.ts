import { type Bytes, fromBase64, toBase64 } from './bytes.ts';

/**
 * A row as one line of JSON that gives back the very same row: what JSON cannot say stands as `{"$": kind, …}`, and an
 * object of ours that has a key `$` stands in such an envelope too.
 */
export function rowText(row: unknown): string {
  return JSON.stringify(row, function (this: Record<string, unknown>, key) {
    // What the row holds, before `toJSON` of a date had its way.
    return inJson(this[key]);
  });
}

function inJson(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'number') return numberInJson(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return { $: 'date', at: value.getTime() };
  if (value instanceof ArrayBuffer) return { $: 'buffer', bytes: toBase64(new Uint8Array(value)) };
  if (ArrayBuffer.isView(value)) return viewInJson(value);
  if ('$' in value) return { $: 'object', entries: Object.entries(value) };
  return value;
}

function numberInJson(value: number): unknown {
  return Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : { $: 'number', as: Object.is(value, -0) ? '-0' : String(value) };
}

const VIEWS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;
type ViewName = keyof typeof VIEWS;

function viewInJson(view: ArrayBufferView): object {
  const name = view.constructor.name;
  // A row of a kind that no table has: better no backup than one that loses it.
  if (!(name in VIEWS)) throw new Error(`A backup cannot hold a ${name}.`);
  return { $: name, bytes: toBase64(new Uint8Array(view.buffer, view.byteOffset, view.byteLength)) };
}

/** Throws where the text is no row. */
export function rowOf(text: string): Record<string, unknown> {
  const row = opened(JSON.parse(text));
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw new Error('This is no row.');
  return row as Record<string, unknown>;
}

function opened(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$' in value) return fromEnvelope(value as { $: unknown } & Record<string, unknown>);
  const parts = value as Record<string, unknown>;
  for (const key of Object.keys(parts)) {
    const part = parts[key];
    if (typeof part === 'object' && part !== null) parts[key] = opened(part);
  }
  return value;
}

function fromEnvelope({ $, at, as, bytes, entries }: Record<string, unknown>): unknown {
  if ($ === 'undefined') return undefined;
  if ($ === 'date') return new Date(Number(at));
  if ($ === 'number') return Number(as);
  if ($ === 'object' && Array.isArray(entries)) {
    return Object.fromEntries(entries.map(([key, value]: [string, unknown]) => [key, opened(value)]));
  }
  if (typeof bytes === 'string') {
    const raw: Bytes = fromBase64(bytes);
    if ($ === 'buffer') return raw.buffer;
    if (typeof $ === 'string' && $ in VIEWS) return new VIEWS[$ as ViewName](raw.buffer);
  }
  throw new Error('This is no value of a row.');
}
