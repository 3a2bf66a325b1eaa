import type { CheckedBackup, Keeping } from '../../lib/store/keeping.ts';

/** What a backup is and would change, without the steps that can be taken with it. */
export type BackupFound = Omit<CheckedBackup, 'merge' | 'replace' | 'drop'>;

/** All that the page asks of its worker: what is kept, and the backup that is being looked through, one at a time. */
export type Requests = Omit<Keeping, 'check' | 'close'> & {
  check(file: Blob, passphrase: string | null): Promise<BackupFound>;
  restore(how: 'merge' | 'replace'): Promise<void>;
  dropCheck(): Promise<void>;
};

export type RequestName = keyof Requests;

export type ToWorker = { id: number; name: RequestName; args: unknown[] };

/** The share of a backup that was read, 0 to 1. */
export type Told = number;
