import type { Refusal } from '../../lib/messages/protocol.ts';
import { refuse } from '../../lib/messages/receive.ts';

export const DISK_FULL = refuse(
  'disk-full',
  'The disk is full, so nothing new is recorded. What was recorded before is safe; free some space and go on.',
);

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : null);

export const isDiskFull = (error: unknown): boolean => codeOf(error) === 'disk-full';

/** What went wrong, as one sentence: what happened, what is safe, what to do. */
export function explain(error: unknown): Refusal {
  if (isDiskFull(error)) return DISK_FULL;
  if (codeOf(error) === 'unknown-deal') {
    return refuse('unknown-deal', 'This deal is not on record in this browser yet. Open it in the CRM once.');
  }
  if (codeOf(error) === 'not-upgraded') {
    return refuse(
      'failed',
      'Sideline could not bring its records into their new form, so nothing new is recorded. They are safe: save them under “Your data”, then reload the extension.',
    );
  }
  if (codeOf(error) === 'newer') {
    return refuse('failed', 'These records were written by a newer Sideline. They are safe; update the extension.');
  }
  console.warn('Sideline:', error);
  return refuse('failed', 'That did not work. Nothing that was recorded is lost; try once more.');
}
