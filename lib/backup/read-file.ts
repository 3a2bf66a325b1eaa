import { BackupError } from './backup-error.ts';
import { byteReader } from './byte-reader.ts';
import { type Bytes, isSame, readU32, sha256 } from './bytes.ts';
import { type BackupHeader, LONGEST_HEADER, MAGIC, parseHeader, SUM_BYTES } from './header.ts';
import { keyFor, unlockChunk } from './lock.ts';

/** Ours are a quarter of this; what claims more is not to be held in memory. */
const LONGEST_CHUNK = 1024 * 1024 + 16;
/** The longest row, in letters. */
const LONGEST_LINE = 64 * 1024 * 1024;

export type BackupReader = {
  header: BackupHeader;
  /**
   * The lines of all rows. Each piece was checked before it is given; that the file is whole is known once the last was.
   * Throws a `BackupError`. `told` hears how many bytes of the file were read.
   */
  lines(passphrase: string | null, told?: (bytes: number) => void): AsyncGenerator<string, void>;
};

/** Reads the header alone. Throws a `BackupError` where this is no backup that can be read here. */
export async function openBackup(file: Blob, schema: number): Promise<BackupReader> {
  const { header } = await readHeader(file, schema).then(async (read) => {
    await read.bytes.close();
    return read;
  });
  return { header, lines: (passphrase, told) => linesOf(file, schema, passphrase, told) };
}

async function readHeader(file: Blob, schema: number) {
  const bytes = byteReader(file.stream());
  const magic = await bytes.take(MAGIC.length);
  if (!magic || !isSame(magic, MAGIC)) {
    await bytes.close();
    throw new BackupError('no-backup');
  }
  try {
    const length = await takeAll(bytes, 4);
    if (readU32(length) > LONGEST_HEADER) throw new BackupError('damaged');
    const text = await takeAll(bytes, readU32(length));
    const headerSum = await takeAll(bytes, SUM_BYTES);
    if (!isSame(headerSum, await sha256(magic, length, text))) throw new BackupError('damaged');
    return { bytes, header: parseHeader(new TextDecoder().decode(text), schema), headerSum };
  } catch (error) {
    await bytes.close();
    throw error;
  }
}

type ByteReader = ReturnType<typeof byteReader>;

async function takeAll(bytes: ByteReader, count: number): Promise<Bytes> {
  const taken = await bytes.take(count);
  if (!taken) throw new BackupError('cut-off');
  return taken;
}

async function* linesOf(
  file: Blob,
  schema: number,
  passphrase: string | null,
  told?: (bytes: number) => void,
): AsyncGenerator<string, void> {
  const { bytes, header, headerSum } = await readHeader(file, schema);
  const { lock } = header;
  if (lock && !passphrase) {
    await bytes.close();
    throw new BackupError('needs-passphrase');
  }
  const key = lock && passphrase ? await keyFor(lock, passphrase) : null;
  let sum = headerSum;
  let number = 0;
  // Streams give their own errors on: ours is kept beside them.
  let problem: unknown = null;

  async function nextChunk(): Promise<{ body: Bytes; final: boolean }> {
    const head = await takeAll(bytes, 5);
    const length = readU32(head);
    if (length > LONGEST_CHUNK || (head[4] ?? 0) > 1) throw new BackupError('damaged');
    const body = await takeAll(bytes, length);
    const expected = await takeAll(bytes, SUM_BYTES);
    sum = await sha256(sum, head, body);
    if (!isSame(sum, expected)) throw new BackupError('damaged');
    const final = head[4] === 1;
    if (final && (await bytes.take(1))) throw new BackupError('damaged');
    told?.(bytes.taken());
    if (!lock || !key) return { body, final };
    const place = { lock, headerSum, number: number++, final };
    const opened = await unlockChunk(key, place, body).catch((error) => {
      // What the file holds is what was written, so it is the passphrase.
      throw new BackupError(number === 1 ? 'wrong-passphrase' : 'damaged', error);
    });
    return { body: opened, final };
  }

  const chunks = new ReadableStream<Bytes>({
    async pull(controller) {
      try {
        const { body, final } = await nextChunk();
        if (body.length > 0) controller.enqueue(body);
        if (final) controller.close();
      } catch (error) {
        problem = error;
        controller.error(error);
      }
    },
  });
  try {
    yield* splitLines(chunks.pipeThrough(new DecompressionStream('gzip')));
  } catch (error) {
    throw problem ?? (error instanceof BackupError ? error : new BackupError('damaged', error));
  } finally {
    await bytes.close();
  }
}

async function* splitLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest: string[] = [];
  let held = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = text.split('\n');
      for (const line of lines.slice(0, -1)) {
        yield rest.length > 0 ? rest.join('') + line : line;
        rest = [];
        held = 0;
      }
      const tail = lines.at(-1) ?? '';
      rest.push(tail);
      held += tail.length;
      if (held > LONGEST_LINE) throw new BackupError('damaged');
      if (done) break;
    }
    // Each line ends with its mark.
    if (held > 0) throw new BackupError('damaged');
  } finally {
    await reader.cancel().catch(() => {});
  }
}
