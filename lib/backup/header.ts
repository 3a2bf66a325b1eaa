/**
 * A backup is one file, written and read from front to back:
 *
 *     file   = magic (8 bytes) · length (u32) · header (that many bytes of JSON) · sum (32) · chunk …
 *     chunk  = length (u32) · final (0 or 1) · body (that many bytes) · sum (32)
 *
 * Numbers are big-endian. `sum` is SHA-256 over the sum before it and all bytes since: each chunk has its checksum, and the
 * last one covers the whole file in its order. The bodies, opened and joined, are one gzip stream of lines: a JSON string
 * names the table whose rows follow, one JSON object each (`row-text.ts`). The last chunk is marked `final`; nothing
 * follows it.
 *
 * Locked with a passphrase, each body is AES-256-GCM under a key that PBKDF2-HMAC-SHA-256 made of it. The nonce is the
 * header's random prefix (8 bytes) and the chunk's number (u32); the additional data are the header's sum, which binds
 * the parameters, and the final mark. The sums are of what stands in the file, so that damage and a wrong passphrase are
 * told apart. A passphrase that is forgotten cannot be found out again.
 */
import * as v from 'valibot';
import { BackupError } from './backup-error.ts';

/** The form of the file; the form of the rows is `schema`, the version of the database they were read from. */
export const FORMAT = 1;
export const MAGIC = new TextEncoder().encode('SIDELINE');
export const SUM_BYTES = 32;
export const LONGEST_HEADER = 64 * 1024;

/** More would be somebody's way to keep this computer busy for hours. */
const MOST_ITERATIONS = 20_000_000;
export const LEAST_ITERATIONS = 600_000;

const base64 = v.pipe(v.string(), v.maxLength(64), v.regex(/^[A-Za-z0-9+/]+=*$/));
const whole = v.pipe(v.number(), v.safeInteger());
const count = v.pipe(whole, v.minValue(0));
const short = v.pipe(v.string(), v.maxLength(40));

const lockSchema = v.strictObject({
  kdf: v.literal('PBKDF2-HMAC-SHA-256'),
  iterations: v.pipe(whole, v.minValue(LEAST_ITERATIONS), v.maxValue(MOST_ITERATIONS)),
  salt: base64,
  cipher: v.literal('AES-256-GCM'),
  /** The first 8 bytes of every nonce. */
  prefix: base64,
});

const headerSchema = v.strictObject({
  format: v.literal(FORMAT),
  schema: v.pipe(whole, v.minValue(1)),
  madeAt: count,
  madeBy: short,
  /** Rows by table. */
  rows: v.record(short, count),
  lock: v.nullable(lockSchema),
});

export type Lock = v.InferOutput<typeof lockSchema>;
export type BackupHeader = v.InferOutput<typeof headerSchema>;

/** Throws a `BackupError`. `schema` is the newest version of the database that is understood here. */
export function parseHeader(text: string, schema: number): BackupHeader {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch (error) {
    throw new BackupError('damaged', error);
  }
  const versions = v.safeParse(v.object({ format: whole, schema: v.optional(whole) }), said);
  if (!versions.success) throw new BackupError('damaged');
  if (versions.output.format > FORMAT || (versions.output.schema ?? 0) > schema) throw new BackupError('newer');
  const parsed = v.safeParse(headerSchema, said);
  if (!parsed.success) throw new BackupError('damaged', parsed.issues);
  return parsed.output;
}
