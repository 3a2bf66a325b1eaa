import type { FromWorker } from '../../../lib/messages/worker-line.ts';
import { asJson } from '../../../lib/snapshot/leaves.ts';
import { type FileForm, type SnapshotFile, writeFile } from '../../../lib/snapshot/write/write-file.ts';
import { readKnown } from '../known-team.ts';
import { sentenceOf } from '../sentence-of.ts';
import { documentOf, type SheetChoice } from './document.ts';
import { freezeFallen } from './fallen.ts';
import { recordsOf } from './records.ts';
import type { SheetTold } from './write-sheet.ts';

type ToWorker = { id: number; choice: SheetChoice; kind: FileForm };

async function write({ choice, kind }: ToWorker, told: (told: SheetTold) => void): Promise<SnapshotFile> {
  // What was frozen holds all that its files need: no deal is read for it.
  const known = await readKnown(typeof choice.of === 'object' && 'id' in choice.of ? 'settings' : 'all');
  const records =
    choice.of === 'last'
      ? await freezeFallen(
          async () => known,
          (frozen) => told({ frozen }),
        )
      : await recordsOf(known);
  const found = await documentOf(known, records, choice);
  if (!found)
    throw new Error('No snapshot stands there. The first stands ready on the last working day of the first week.');
  return writeFile(
    kind,
    { document: found.document, content: asJson(found.content) },
    { told: (share) => told({ share }) },
  );
}

self.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  const post = (message: FromWorker<SheetTold>) => self.postMessage(message);
  try {
    post({ id: data.id, answer: await write(data, (told) => post({ id: data.id, told })) });
  } catch (error) {
    post({ id: data.id, problem: sentenceOf(error) });
  }
});
