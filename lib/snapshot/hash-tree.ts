/**
 * The hash tree of a snapshot: SHA-256, shaped as the Merkle tree of RFC 9162, section 2.1: leaves, inner nodes and the
 * head are told apart by their first byte. Leaves are salted, so that the hash of an erased one tells nothing.
 */
import type { FrozenSnapshot } from '../deal/frozen-snapshot.ts';
import { canonical } from './canonical.ts';

/** What the root is worked out from besides the leaves. */
export type FrozenBasis = Omit<FrozenSnapshot, 'root' | 'leaves'>;

/** What a leaf's hash is worked out from. */
export type SaltedLeaf = { salt: string; key: string; text: string };

type Bytes = Uint8Array<ArrayBuffer>;

const [LEAF, INNER, HEAD] = [0, 1, 2];
/** A key and a JSON text hold no such byte: nothing can move from the one to the other. */
const BETWEEN = Uint8Array.of(0);
/** Hashes under way at once: enough to keep the browser's hashing busy, and no more bytes in memory than these need. */
const AT_ONCE = 500;

const utf8 = new TextEncoder();

async function digest(...parts: readonly Uint8Array[]): Promise<Bytes> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

async function eachHash<T>(items: readonly T[], hash: (item: T) => Promise<Bytes>): Promise<Bytes[]> {
  const hashes: Bytes[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    hashes.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(hash))));
  }
  return hashes;
}

/** H(0 ‖ salt ‖ key ‖ 0 ‖ text) of each, in hex. */
export async function leafHashes(leaves: readonly SaltedLeaf[]): Promise<string[]> {
  const hashes = await eachHash(leaves, ({ salt, key, text }) =>
    digest(Uint8Array.of(LEAF), fromHex(salt), utf8.encode(key), BETWEEN, utf8.encode(text)),
  );
  return hashes.map(toHex);
}

/** H(2 ‖ head ‖ 0 ‖ root of the leaves), in hex. The head is written as canonical JSON. */
export async function rootOf(basis: FrozenBasis, hashes: readonly string[]): Promise<string> {
  const tree = await treeRoot(hashes.map(fromHex));
  return toHex(await digest(Uint8Array.of(HEAD), utf8.encode(canonical(basis)), BETWEEN, tree));
}

/** Pairs, level by level: H(1 ‖ left ‖ right); the last of an odd number goes up as it is. */
async function treeRoot(level: readonly Bytes[]): Promise<Bytes> {
  if (level.length === 0) return digest();
  if (level.length === 1) return level[0] as Bytes;
  const pairs = Array.from({ length: Math.floor(level.length / 2) }, (_, at) => level.slice(2 * at, 2 * at + 2));
  const above = await eachHash(pairs, (pair) => digest(Uint8Array.of(INNER), ...pair));
  return treeRoot(level.length % 2 === 1 ? [...above, level[level.length - 1] as Bytes] : above);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** Two digits a byte, of either case. What is no digit counts as some digit: the hash is another then. */
function fromHex(text: string): Bytes {
  const bytes = new Uint8Array(text.length >> 1);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = (digitAt(text, 2 * at) << 4) | digitAt(text, 2 * at + 1);
  }
  return bytes;
}

/** 0 to 9 stand at 0x30 and on, A at 0x41, a at 0x61. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 0x40 ? code - 0x30 : (code & 0x0f) + 9;
}
