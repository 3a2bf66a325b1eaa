/**
 * The hash tree of a snapshot: SHA-256, shaped as the Merkle tree of RFC 9162, section 2.1: leaves, inner nodes and the
 * head are told apart by their first byte. Leaves are salted, so that the hash of an erased one tells nothing.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { FrozenSnapshot } from '../deal/frozen-snapshot.ts';
import { canonical } from './canonical.ts';
import { UNIT_MOST, utf8Into } from './utf8.ts';

/** What the root is worked out from besides the leaves. */
export type FrozenBasis = Omit<FrozenSnapshot, 'root' | 'leaves'>;

/** What a leaf's hash is worked out from. */
export type SaltedLeaf = { salt: string; key: string; text: string };

const [LEAF, INNER, HEAD] = [0, 1, 2];
/** A key and a JSON text hold no such byte: nothing can move from the one to the other. */
const BETWEEN = 0;
/**
 * What is hashed next, piece by piece. The browser's own hashing is asked for each of tens of thousands of short texts and
 * takes several times as long to answer as the hashing itself takes here.
 */
class Hashed {
  private readonly begun = sha256.create();
  private readonly under = sha256.create();
  private bytes = new Uint8Array(1 << 16);
  private length = 0;

  private roomFor(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const wider = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    wider.set(this.bytes);
    this.bytes = wider;
  }

  byte(byte: number): this {
    this.roomFor(1);
    this.bytes[this.length++] = byte;
    return this;
  }

  text(text: string): this {
    this.roomFor(text.length * UNIT_MOST);
    this.length = utf8Into(text, this.bytes, this.length);
    return this;
  }

  all(bytes: Uint8Array): this {
    this.roomFor(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
    return this;
  }

  /** The hash of all since the last end. */
  end(): Uint8Array {
    const hash = new Uint8Array(this.begun.outputLen);
    // To begin anew is to copy a beginning: a hash of its own for each text takes as long to make as to work out.
    this.begun._cloneInto(this.under).update(this.bytes.subarray(0, this.length)).digestInto(hash);
    this.length = 0;
    return hash;
  }
}

/** H(0 ‖ salt ‖ key ‖ 0 ‖ text) of each, in hex. */
export function leafHashes(leaves: readonly SaltedLeaf[]): string[] {
  const next = new Hashed();
  return leaves.map(({ salt, key, text }) =>
    bytesToHex(next.byte(LEAF).all(fromHex(salt)).text(key).byte(BETWEEN).text(text).end()),
  );
}

/** H(2 ‖ head ‖ 0 ‖ root of the leaves), in hex. The head is written as canonical JSON. */
export function rootOf(basis: FrozenBasis, hashes: readonly string[]): string {
  const next = new Hashed();
  const tree = treeRoot(hashes.map(fromHex), next);
  return bytesToHex(next.byte(HEAD).text(canonical(basis)).byte(BETWEEN).all(tree).end());
}

/** Pairs, level by level: H(1 ‖ left ‖ right); the last of an odd number goes up as it is. */
function treeRoot(level: readonly Uint8Array[], next: Hashed): Uint8Array {
  const [only = next.end(), second] = level;
  if (second === undefined) return only;
  const above: Uint8Array[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at] as Uint8Array, level[at + 1]];
    above.push(right === undefined ? left : next.byte(INNER).all(left).all(right).end());
  }
  return treeRoot(above, next);
}

/** Two digits a byte, of either case. What is no digit counts as some digit: the hash is another then. */
function fromHex(text: string): Uint8Array {
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
