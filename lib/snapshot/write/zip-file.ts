import { UNIT_MOST, utf8Into } from '../utf8.ts';

/** A part of an archive to write piece by piece; it is whole after `end`, and only then may the next begin. */
export type ZipPart = { write(text: string): Promise<void>; end(): Promise<void> };

/** A packed part. Sizes in bytes; `at`: of its first byte in the archive. */
type Entry = { name: Uint8Array<ArrayBuffer>; packed: Uint8Array<ArrayBuffer>; sum: number; size: number; at: number };

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const VERSION = 20;
const NAMES_IN_UTF8 = 0x0800;
const DEFLATED = 8;
/** 1980-01-01: the same document makes the same bytes, and an archive's own clock is no part of it. */
const NO_DATE = 0x21;
/** What stands around the packed bytes in gzip: a head without options, then checksum and size (RFC 1952). */
const GZIP = { head: 10, tail: 8 };

/**
 * An archive (APPNOTE 6.3.10 without its 64-bit fields) that grows piece by piece, so that its maker can stop between two.
 * Packed by the browser: its gzip comes with the checksum that an archive asks for.
 */
export class ZipFile {
  private readonly entries: Entry[] = [];
  private room = new Uint8Array();
  private length = 0;

  begin(path: string): ZipPart {
    const gzip = new CompressionStream('gzip');
    const writer = gzip.writable.getWriter();
    const packed = new Response(gzip.readable).arrayBuffer();
    // Whatever fails in it is told where the next piece is written.
    packed.catch(() => undefined);
    return {
      write: (text) => writer.write(this.utf8(text)),
      end: async () => {
        await writer.close();
        this.put(path, new Uint8Array(await packed));
      },
    };
  }

  async add(path: string, text: string): Promise<void> {
    const part = this.begin(path);
    await part.write(text);
    await part.end();
  }

  private utf8(text: string): Uint8Array<ArrayBuffer> {
    const most = text.length * UNIT_MOST;
    if (this.room.length < most) this.room = new Uint8Array(most);
    return this.room.slice(0, utf8Into(text, this.room, 0));
  }

  private put(path: string, gzip: Uint8Array<ArrayBuffer>): void {
    const end = gzip.length - GZIP.tail;
    const tail = new DataView(gzip.buffer, end);
    const entry: Entry = {
      name: this.utf8(path),
      packed: gzip.subarray(GZIP.head, end),
      ...{ sum: tail.getUint32(0, true), size: tail.getUint32(4, true), at: this.length },
    };
    this.entries.push(entry);
    this.length += localHead(entry).length + entry.name.length + entry.packed.length;
  }

  close(type: string): Blob {
    const parts = this.entries.flatMap((entry) => [localHead(entry), entry.name, entry.packed]);
    const index = this.entries.flatMap((entry) => [centralHead(entry), entry.name]);
    const count = this.entries.length;
    const size = index.reduce((sum, { length }) => sum + length, 0);
    const end = little([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, this.length], [2, 0]);
    return new Blob([...parts, ...index, end], { type });
  }
}

type Field = readonly [bytes: 2 | 4, value: number];

const packedAs = ({ name, packed, sum, size }: Entry): Field[] => [
  ...([
    [2, NAMES_IN_UTF8],
    [2, DEFLATED],
    [2, 0],
    [2, NO_DATE],
  ] as const),
  ...([
    [4, sum],
    [4, packed.length],
    [4, size],
    [2, name.length],
    [2, 0],
  ] as const),
];

const localHead = (entry: Entry) => little([4, LOCAL], [2, VERSION], ...packedAs(entry));

const centralHead = (entry: Entry) =>
  little([4, CENTRAL], [2, VERSION], [2, VERSION], ...packedAs(entry), [2, 0], [2, 0], [2, 0], [4, 0], [4, entry.at]);

/** Numbers one behind the other, the lowest byte first. */
function little(...fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    bytes === 2 ? view.setUint16(at, value, true) : view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}
