import { lineTo } from '../../../lib/messages/worker-line.ts';
import type { WeeksFrozen } from '../../../lib/snapshot/say-freezing.ts';
import type { FileForm, SnapshotFile } from '../../../lib/snapshot/write/write-file.ts';
import type { SheetChoice } from './document.ts';

const LOST = 'The file could not be written. The snapshot itself is safe. Try again.';

/** Weeks that are frozen before the last of them is written, or the share of the file that is written, 0 to 1. */
export type SheetTold = { frozen: WeeksFrozen } | { share: number };

/**
 * Writes one sheet as a file, in a worker of its own. Null where it was stopped;
 * rejected with the sentence to show.
 */
export async function writeSheet(
  choice: SheetChoice,
  kind: FileForm,
  signal: AbortSignal,
  told: (told: SheetTold) => void,
): Promise<SnapshotFile | null> {
  const worker = new Worker(new URL('./write-sheet.worker.ts', import.meta.url), { type: 'module' });
  const stopped = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));
  try {
    const line = lineTo<SheetTold>(worker, LOST) as (
      question: object,
      told: (told: SheetTold) => void,
    ) => Promise<SnapshotFile>;
    return await Promise.race([line({ choice, kind }, told), stopped]);
  } finally {
    worker.terminate();
  }
}
