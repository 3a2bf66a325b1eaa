import type { SnapshotDocument } from '../../lib/snapshot/document.ts';
import { xlsxOf } from '../../lib/snapshot/write/xlsx.ts';
import { sampleDocument } from '../snapshot/write/sample-document.ts';

/** What one step leaves for the next. */
type Made = { document: SnapshotDocument; file: Blob | null };
export type Timed = { steps: { name: string; ms: number }[]; floorMs: number; bytes: number };

/** What is measured, in order: one line for each step. */
const STEPS: Record<string, (made: Made) => Promise<void> | void> = {
  'written as XLSX': async (made) => {
    made.file = await xlsxOf(made.document);
  },
};

/** The least that the same cells cost here: as JSON text, packed by the browser itself. */
async function floorOf(document: SnapshotDocument): Promise<number> {
  const began = performance.now();
  const packed = new Blob([JSON.stringify(document)]).stream().pipeThrough(new CompressionStream('gzip'));
  await new Response(packed).arrayBuffer();
  return performance.now() - began;
}

async function timeSteps(deals: number): Promise<Timed> {
  const made: Made = { document: sampleDocument(deals), file: null };
  const steps: Timed['steps'] = [];
  for (const [name, step] of Object.entries(STEPS)) {
    const began = performance.now();
    await step(made);
    steps.push({ name, ms: performance.now() - began });
  }
  return { steps, floorMs: await floorOf(made.document), bytes: made.file?.size ?? 0 };
}

/** Stands in a worker of an extension page: a number of deals in, the times out. */
self.addEventListener('message', async ({ data }: MessageEvent<number>) => {
  self.postMessage(await timeSteps(data));
});
