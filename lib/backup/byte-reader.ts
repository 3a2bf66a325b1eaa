import { type Bytes, joinBytes } from './bytes.ts';

/** Takes bytes off a stream in the portions that a format asks for. */
export function byteReader(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader();
  let held: Uint8Array[] = [];
  let length = 0;
  let taken = 0;
  return {
    /** Null where the stream ends before so many. */
    async take(count: number): Promise<Bytes | null> {
      while (length < count) {
        const { done, value } = await reader.read();
        if (done) return null;
        held.push(value);
        length += value.length;
      }
      const all = held.length === 1 && held[0] ? held[0] : joinBytes(...held);
      held = [all.subarray(count)];
      length -= count;
      taken += count;
      return all.slice(0, count) as Bytes;
    },
    taken: () => taken,
    close: () => reader.cancel().catch(() => {}),
  };
}
