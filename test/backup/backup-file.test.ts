import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BackupError } from '../../lib/backup/backup-error.ts';
import { type Bytes, joinBytes, readU32, sha256, u32 } from '../../lib/backup/bytes.ts';
import { MAGIC } from '../../lib/backup/header.ts';
import { makeKey } from '../../lib/backup/lock.ts';
import { openBackup } from '../../lib/backup/read-file.ts';
import { rowOf, rowText } from '../../lib/backup/row-text.ts';
import { backupFile } from '../../lib/backup/write-file.ts';

const PASSPHRASE = 'seven grey herons';
const key = makeKey(PASSPHRASE);
const about = { schema: 2, madeAt: 1, madeBy: '0.1.0', rows: { deals: 3 } };

const streamOf = (text: string) => new Blob([text]).stream() as ReadableStream<Bytes>;

/** Text that gzip cannot make small, so that several chunks come of it. */
function longText(chunks: number): string {
  const bytes = new Uint8Array(chunks * 200_000);
  for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return Array.from(bytes, (byte, at) => (at % 1000 === 999 ? '\n' : String.fromCharCode(0x100 + byte))).join('');
}

async function fileOf(text: string, isLocked: boolean): Promise<Bytes> {
  const stream = backupFile(about, streamOf(text), isLocked ? await key : null);
  return new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());
}

async function textOf(file: Uint8Array, passphrase: string | null = PASSPHRASE): Promise<string> {
  const reader = await openBackup(new Blob([file as Bytes]), 2);
  let text = '';
  for await (const line of reader.lines(passphrase)) text += `${line}\n`;
  return text;
}

const problemOf = (file: Uint8Array, passphrase: string | null = PASSPHRASE) =>
  textOf(file, passphrase).then(
    () => 'none',
    (error) => (error instanceof BackupError ? error.code : `${error}`),
  );

/** Where the chunks of a file begin and end. */
function chunksIn(file: Uint8Array): { from: number; to: number }[] {
  let at = MAGIC.length + 4 + readU32(file.subarray(MAGIC.length)) + 32;
  const chunks: { from: number; to: number }[] = [];
  while (at < file.length) {
    const to = at + 5 + readU32(file.subarray(at)) + 32;
    chunks.push({ from: at, to });
    at = to;
  }
  return chunks;
}

for (const isLocked of [false, true]) {
  const kind = isLocked ? 'locked' : 'open';

  test(`${kind}: what was written is read again, of one chunk and of many`, async () => {
    for (const text of ['', '{"a":1}\n', longText(4)]) {
      const file = await fileOf(text, isLocked);
      expect(await textOf(file)).toBe(text);
    }
  });

  test(`${kind}: any flipped bit is found`, async () => {
    const file = await fileOf('{"a":"a deal"}\n{"b":"another"}\n', isLocked);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: file.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const flipped = file.slice();
          flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
          expect(await problemOf(flipped)).toMatch(/^(no-backup|damaged|cut-off|newer)$/);
        },
      ),
      { numRuns: isLocked ? 60 : 300 },
    );
  });

  test(`${kind}: any cut is found, at the borders of chunks too`, async () => {
    const file = await fileOf(longText(3), isLocked);
    const chunks = chunksIn(file);
    expect(chunks.length).toBeGreaterThan(2);
    for (const { from } of chunks) expect(await problemOf(file.subarray(0, from))).toBe('cut-off');
    for (const at of [0, 5]) expect(await problemOf(file.subarray(0, at))).toBe('no-backup');
    for (const at of [10, 40, file.length - 1]) expect(await problemOf(file.subarray(0, at))).toBe('cut-off');
  });

  test(`${kind}: chunks in another order, twice, left out, or after the last are found`, async () => {
    const file = await fileOf(longText(3), isLocked);
    const chunks = chunksIn(file).map(({ from, to }) => file.subarray(from, to));
    const head = file.subarray(0, chunksIn(file)[0]?.from);
    const [one, two, ...rest] = chunks as [Bytes, Bytes, ...Bytes[]];
    for (const order of [
      [two, one, ...rest],
      [one, one, two, ...rest],
      [one, ...rest],
      [...chunks, one],
    ]) {
      expect(await problemOf(joinBytes(head, ...order))).toBe('damaged');
    }
  });
}

/** The same chunks with sums that fit: somebody who knows the form, but not the passphrase. */
async function resummed(file: Uint8Array, chunks: readonly Uint8Array[]): Promise<Bytes> {
  const head = file.subarray(0, chunksIn(file)[0]?.from);
  let sum: Uint8Array = head.subarray(-32);
  const parts: Uint8Array[] = [head];
  for (const chunk of chunks) {
    const body = chunk.subarray(0, -32);
    sum = await sha256(sum, body);
    parts.push(body, sum);
  }
  return joinBytes(...parts);
}

test('locked: chunks in another order or left out are found where their sums were made to fit', async () => {
  const file = await fileOf(longText(3), true);
  const [one, two, ...rest] = chunksIn(file).map(({ from, to }) => file.subarray(from, to)) as [
    Bytes,
    Bytes,
    ...Bytes[],
  ];
  expect(await problemOf(await resummed(file, [one, two, ...rest]))).toBe('none');
  const swapped = await problemOf(await resummed(file, [two, one, ...rest]));
  expect(swapped).toBe('wrong-passphrase');
  expect(await problemOf(await resummed(file, [one, ...rest]))).toBe('damaged');
  const early = one.slice();
  early[4] = 1;
  expect(await problemOf(await resummed(file, [early]))).toBe('wrong-passphrase');
});

test('locked: parameters that were changed do not open it, whatever their sum', async () => {
  const file = await fileOf('{"a":1}\n', true);
  const length = readU32(file.subarray(MAGIC.length));
  const text = new TextDecoder().decode(file.subarray(12, 12 + length));
  for (const [from, to] of [
    ['"madeBy":"0.1.0"', '"madeBy":"0.1.1"'],
    ['"iterations":600000', '"iterations":600001'],
    ['"deals":3', '"deals":4'],
  ] as const) {
    const changed = new TextEncoder().encode(text.replace(from, to));
    const head = joinBytes(MAGIC, u32(changed.length), changed);
    const sum = await sha256(head);
    const body = file.subarray(12 + length + 32, -32);
    expect(await problemOf(joinBytes(head, sum, body, await sha256(sum, body)))).toBe('wrong-passphrase');
  }
});

test('a wrong passphrase, none, and a file that is no backup each have a sentence', async () => {
  const locked = await fileOf('{"a":1}\n', true);
  expect(await problemOf(locked, 'eight grey herons')).toBe('wrong-passphrase');
  expect(await problemOf(locked, null)).toBe('needs-passphrase');
  expect(await problemOf(new TextEncoder().encode('{"origin":"https://crm.example"}'))).toBe('no-backup');
  expect(await problemOf(new Uint8Array(0))).toBe('no-backup');
  await expect(textOf(locked, 'no')).rejects.toThrow('This passphrase does not open this backup. Nothing was changed.');
});

async function headed(header: unknown): Promise<Bytes> {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const head = joinBytes(MAGIC, u32(text.length), text);
  return joinBytes(head, await sha256(head));
}

test('a backup of a newer version, of file or of rows, says so', async () => {
  expect(await problemOf(await headed({ format: 2, anything: true }))).toBe('newer');
  expect(await problemOf(await headed({ format: 1, ...about, schema: 3, lock: null }))).toBe('newer');
  expect(await problemOf(await headed({ format: 1, ...about, schema: 2, lock: null }))).toBe('cut-off');
});

test('a header that asks for weak or endless work is refused', async () => {
  const lock = { kdf: 'PBKDF2-HMAC-SHA-256', iterations: 1000, salt: 'AAAA', cipher: 'AES-256-GCM', prefix: 'AAAA' };
  expect(await problemOf(await headed({ format: 1, ...about, lock }))).toBe('damaged');
  expect(await problemOf(await headed({ format: 1, ...about, lock: { ...lock, iterations: 1e9 } }))).toBe('damaged');
});

test('no two files under one key share their nonces', async () => {
  const prefixOf = async () => (await openBackup(new Blob([await fileOf('', true)]), 2)).header.lock?.prefix;
  expect(await prefixOf()).not.toBe(await prefixOf());
});

test('a row is given back as it was, whatever it holds', () => {
  const bytes = fc.uint8Array({ maxLength: 20 }).map((array) => new Uint8Array(array));
  const leaf = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    bytes,
    fc.date(),
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(leaf, fc.array(tie('any'), { maxLength: 3 }), tie('object')),
    object: fc.dictionary(fc.oneof(fc.string(), fc.constant('$')), tie('any'), { maxKeys: 4 }),
  }));
  fc.assert(
    fc.property(value.object, (row) => {
      const text = rowText(row);
      expect(text).not.toContain('\n');
      expect(rowOf(text)).toEqual(structuredClone(row));
    }),
    { numRuns: 500 },
  );
});
