/** The encodings that are told apart, as `TextDecoder` names them. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'shift_jis',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What all bytes of a file add up to: enough to name its encoding, or to say that it is no text. */
export type ByteLook = {
  head: Uint8Array;
  validUtf8: boolean;
  /** Stretches around bytes beyond ASCII, from anywhere in the file. */
  beyond: Uint8Array;
};

const HEAD = 256 * 1024;
const BEYOND = 32 * 1024;
/** Bytes to each side of one beyond ASCII, so that words stay whole. */
const AROUND = 12;

/** Looks at every byte once: an export may hold its first accent in its last row. */
export async function lookAtBytes(blob: Blob): Promise<ByteLook> {
  const head = new Uint8Array(await blob.slice(0, HEAD).arrayBuffer());
  const beyond: number[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let validUtf8 = true;
  for await (const chunk of chunksOf(blob)) {
    if (validUtf8) validUtf8 = decodes(decoder, chunk);
    if (!validUtf8) collectBeyond(chunk, beyond);
  }
  if (validUtf8) validUtf8 = decodes(decoder, null);
  // Cut off within its last character.
  if (!validUtf8 && beyond.length === 0) {
    for await (const chunk of chunksOf(blob)) collectBeyond(chunk, beyond);
  }
  return { head, validUtf8, beyond: Uint8Array.from(beyond) };
}

function decodes(decoder: TextDecoder, chunk: Uint8Array | null): boolean {
  try {
    decoder.decode(chunk ?? new Uint8Array(0), { stream: chunk !== null });
    return true;
  } catch {
    return false;
  }
}

function collectBeyond(chunk: Uint8Array, beyond: number[]): void {
  let taken = 0;
  for (let at = 0; at < chunk.length && beyond.length < BEYOND; at++) {
    if ((chunk[at] ?? 0) < 0x80) continue;
    const start = Math.max(taken, at - AROUND);
    const end = Math.min(chunk.length, at + AROUND);
    for (let each = start; each < end; each++) beyond.push(chunk[each] ?? 0);
    taken = Math.max(taken, end);
  }
}

/** The blob's bytes in pieces; jsdom's blobs have no stream. */
export async function* chunksOf(blob: Blob, size = 1 << 20): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < blob.size; at += size) {
    yield new Uint8Array(await blob.slice(at, at + size).arrayBuffer());
  }
}

/** The encoding of a text file; null where the bytes are no text at all. */
export function encodingOf({ head, validUtf8, beyond }: ByteLook): Encoding | null {
  const [a, b, c] = head;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const wide = wideOf(head);
  if (wide) return wide;
  if (isBinary(head)) return null;
  return validUtf8 ? 'utf-8' : legacyOf(beyond);
}

/** UTF-16 without a mark: in texts of our part of the world every second byte is zero. */
function wideOf(head: Uint8Array): Encoding | null {
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = head.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** Zeros, or more control characters than a slip. */
function isBinary(head: Uint8Array): boolean {
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) control++;
  }
  return control > head.length * 0.002 + 2;
}

function legacyOf(bytes: Uint8Array): Encoding {
  const scores: [Encoding, number][] = [
    ['windows-1252', likeness(bytes, 'windows-1252', /[ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜßàáâãäçèéêëìíîïñòóôõöùúûüœåæøÅÆØ€’“”–…°]/g)],
    ['windows-1250', likeness(bytes, 'windows-1250', /[ĄĆĘŁŃÓŚŹŻąćęłńóśźżáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰäöüßÄÖÜ€]/g)],
    ['windows-1251', likeness(bytes, 'windows-1251', /[А-Яа-яёЁ€№]/g) + (runs(bytes) > 0.6 ? 0.2 : -0.3)],
    ['shift_jis', likeness(bytes, 'shift_jis', /[\u3000-\u30ff\u4e00-\u9fff\uff66-\uff9f]/g) * 1.2],
  ];
  // In doubt the most common one.
  return scores.reduce((best, each) => (each[1] > best[1] + 0.02 ? each : best))[0];
}

/** Of the characters beyond ASCII, how many are at home in texts of this encoding; signs inside of words count against. */
function likeness(bytes: Uint8Array, encoding: Encoding, home: RegExp): number {
  const text = new TextDecoder(encoding).decode(bytes);
  const beyond = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  if (beyond === 0) return 0;
  const known = text.match(home)?.length ?? 0;
  const odd = text.match(/\uFFFD|[\u0080-\u009f]|(?<=\p{L})[¹²³¿£¼½¾](?=\p{L}|\b)/gu)?.length ?? 0;
  return (known - 2 * odd) / beyond;
}

/** The share of bytes beyond ASCII that stand three in a row: nearly all in Cyrillic words, next to none in Latin ones. */
function runs(bytes: Uint8Array): number {
  let all = 0;
  let inRuns = 0;
  let run = 0;
  for (let at = 0; at <= bytes.length; at++) {
    if ((bytes[at] ?? 0) >= 0x80) {
      run++;
      continue;
    }
    all += run;
    if (run >= 3) inRuns += run;
    run = 0;
  }
  return all === 0 ? 0 : inRuns / all;
}
