import { type Bytes, joinBytes, sha256, u32 } from './bytes.ts';
import { type BackupHeader, MAGIC } from './header.ts';
import { type BackupKey, lockChunk, newLock } from './lock.ts';

/** Bytes of a chunk before it is locked. */
const CHUNK = 256 * 1024;

/**
 * The file of a backup, made as it is read: no more than a chunk or two of it is in memory. `lines` are the bytes that
 * `header.ts` describes; `key` null: not locked.
 */
export function backupFile(
  about: Omit<BackupHeader, 'lock' | 'format'>,
  lines: ReadableStream<Bytes>,
  key: BackupKey | null,
): ReadableStream<Bytes> {
  const parts = fileParts(about, lines, key);
  return new ReadableStream<Bytes>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}

async function* fileParts(
  about: Omit<BackupHeader, 'lock' | 'format'>,
  lines: ReadableStream<Bytes>,
  key: BackupKey | null,
): AsyncGenerator<Bytes, void> {
  const header: BackupHeader = { format: 1, ...about, lock: key && newLock(key) };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const head = joinBytes(MAGIC, u32(text.length), text);
  const headerSum = await sha256(head);
  yield joinBytes(head, headerSum);
  let sum = headerSum;
  let number = 0;
  for await (const { bytes, final } of chunksOf(lines.pipeThrough(new CompressionStream('gzip')))) {
    const place = header.lock && { lock: header.lock, headerSum, number: number++, final };
    const body = key && place ? await lockChunk(key.key, place, bytes) : bytes;
    const chunk = joinBytes(u32(body.length), new Uint8Array([final ? 1 : 0]), body);
    sum = await sha256(sum, chunk);
    yield joinBytes(chunk, sum);
  }
}

/** Pieces of any size as chunks of one size; the last is known to be the last. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<{ bytes: Bytes; final: boolean }> {
  const reader = stream.getReader();
  let parts: Uint8Array[] = [];
  let held = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      held += value.length;
      while (held > CHUNK) {
        const all = joinBytes(...parts);
        yield { bytes: all.slice(0, CHUNK), final: false };
        parts = [all.subarray(CHUNK)];
        held -= CHUNK;
      }
    }
    yield { bytes: joinBytes(...parts), final: true };
  } finally {
    await reader.cancel().catch(() => {});
  }
}
