import type { Refusal } from '../../lib/messages/protocol.ts';
import { refuse } from '../../lib/messages/receive.ts';

const DISK_FULL = refuse(
  'disk-full',
  'The disk is full, so nothing new is recorded. What was recorded before is safe; free some space and go on.',
);

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : null);

export const isDiskFull = (error: unknown): boolean => codeOf(error) === 'disk-full';

/** The database is of another version: nothing is recorded as long as this one runs. */
const isOtherForm = (error: unknown): error is Error => ['not-upgraded', 'newer'].includes(String(codeOf(error)));

/** What a page has to be told, since nothing of it is recorded; null where one more try may help. */
export const stopsRecording = (error: unknown): string | null =>
  isDiskFull(error) || isOtherForm(error) ? explain(error).sentence : null;

/** What went wrong, as one sentence: what happened, what is safe, what to do. */
export function explain(error: unknown): Refusal {
  if (isDiskFull(error)) return DISK_FULL;
  if (codeOf(error) === 'unknown-deal') {
    return refuse('unknown-deal', 'This deal is not on record in this browser yet. Open it in the CRM once.');
  }
  if (isOtherForm(error)) return refuse('failed', error.message);
  console.warn('Sideline:', error);
  return refuse('failed', 'That did not work. Nothing that was recorded is lost; try once more.');
}
