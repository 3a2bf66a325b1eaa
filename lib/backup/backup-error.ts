/** Why a file cannot be restored. Whatever the code, nothing that was on record was touched. */
export type BackupProblem =
  | 'no-backup'
  | 'newer'
  | 'damaged'
  | 'cut-off'
  | 'needs-passphrase'
  | 'wrong-passphrase'
  | 'unreadable';

const SENTENCES: Record<BackupProblem, string> = {
  'no-backup': 'This file is no backup of Sideline.',
  newer: 'This backup was made by a newer Sideline than this one. Update Sideline, then restore it.',
  damaged: 'This backup is damaged: part of it is not what was written. Try another copy of it.',
  'cut-off': 'This backup ends too early: it was not copied whole. Copy it once more, or try another.',
  'needs-passphrase': 'This backup is locked with a passphrase. Type it, then check again.',
  'wrong-passphrase': 'This passphrase does not open this backup.',
  unreadable: 'This backup holds rows that Sideline does not understand.',
};

/** `message` is the one sentence to show. */
export class BackupError extends Error {
  readonly code: BackupProblem;

  constructor(code: BackupProblem, cause?: unknown) {
    super(`${SENTENCES[code]} Nothing was changed.`, { cause });
    this.code = code;
  }
}
