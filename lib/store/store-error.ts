export type StoreErrorCode = 'disk-full' | 'closed' | 'not-upgraded' | 'newer' | 'unknown-deal' | 'invalid' | 'failed';

/** What the database could not do. Whatever the code, nothing of the failed step was stored. */
export class StoreError extends Error {
  override name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** For what only another version of the extension can help with. The message is the sentence to show. */
export function formError(code: 'not-upgraded' | 'newer', cause?: unknown): StoreError {
  const sentence =
    code === 'newer'
      ? 'These records were written by a newer Sideline. They are safe; update the extension.'
      : 'Sideline could not bring its records into their new form, so nothing new is recorded. They are safe: save them under “Your data”, then reload the extension.';
  return new StoreError(code, sentence, cause);
}

export type Fault = 'quota' | 'unknown' | 'closed' | 'other';

const FAULTS: Record<string, Fault> = {
  QuotaExceededError: 'quota',
  UnknownError: 'unknown',
  // A transaction that the browser ended by itself; ours end by an error of their own.
  AbortError: 'unknown',
  DatabaseClosedError: 'closed',
  InvalidStateError: 'closed',
  InvalidState: 'closed',
};

/** Dexie wraps what the browser threw, sometimes twice (an abort that holds the quota error): the innermost says why. */
export function faultOf(error: unknown): Fault {
  let found: Fault = 'other';
  const queue: unknown[] = [error];
  for (let seen = 0; queue.length > 0 && seen < 20; seen++) {
    const one = queue.shift();
    if (typeof one !== 'object' || one === null) continue;
    const name = 'name' in one && typeof one.name === 'string' ? one.name : '';
    const fault = FAULTS[name] ?? 'other';
    if (fault === 'quota') return 'quota';
    if (found === 'other') found = fault;
    if ('inner' in one) queue.push(one.inner);
    if ('cause' in one) queue.push(one.cause);
    if ('failures' in one && Array.isArray(one.failures)) queue.push(one.failures[0]);
  }
  return found;
}
