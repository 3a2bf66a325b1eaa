import { BackupError } from './backup-error.ts';
import { type Bytes, fromBase64, joinBytes, randomBytes, toBase64, u32 } from './bytes.ts';
import type { Lock } from './header.ts';

const ITERATIONS = 600_000;
const SALT_BYTES = 16;
const PREFIX_BYTES = 8;

/**
 * What a passphrase became. The key cannot be read out of the browser again, and may be kept in its database for
 * copies that are made without asking.
 */
export type BackupKey = { key: CryptoKey; iterations: number; salt: string };

/** A key of its own for this passphrase, with a new salt. Takes about a third of a second, on purpose. */
export async function makeKey(passphrase: string): Promise<BackupKey> {
  const salt = toBase64(randomBytes(SALT_BYTES));
  return { key: await derive(passphrase, salt, ITERATIONS), iterations: ITERATIONS, salt };
}

/** The lock of one more file under a key: no two files may share their nonces. */
export function newLock({ iterations, salt }: BackupKey): Lock {
  const prefix = toBase64(randomBytes(PREFIX_BYTES));
  return { kdf: 'PBKDF2-HMAC-SHA-256', iterations, salt, cipher: 'AES-256-GCM', prefix };
}

export function keyFor(lock: Lock, passphrase: string): Promise<CryptoKey> {
  return derive(passphrase, lock.salt, lock.iterations);
}

/** One passphrase typed on two keyboards is one passphrase. */
async function derive(passphrase: string, salt: string, iterations: number): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: saltOf(salt, SALT_BYTES), iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function saltOf(text: string, bytes: number): Bytes {
  const salt = fromBase64(text);
  if (salt.length !== bytes) throw new BackupError('damaged');
  return salt;
}

export type ChunkPlace = { lock: Lock; headerSum: Bytes; number: number; final: boolean };

function paramsOf({ lock, headerSum, number, final }: ChunkPlace): AesGcmParams {
  return {
    name: 'AES-GCM',
    iv: joinBytes(saltOf(lock.prefix, PREFIX_BYTES), u32(number)),
    additionalData: joinBytes(headerSum, new Uint8Array([final ? 1 : 0])),
    tagLength: 128,
  };
}

export async function lockChunk(key: CryptoKey, place: ChunkPlace, body: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt(paramsOf(place), key, body));
}

/** Rejects with the browser's own error where key, place or bytes are not those it was locked with. */
export async function unlockChunk(key: CryptoKey, place: ChunkPlace, body: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.decrypt(paramsOf(place), key, body));
}
