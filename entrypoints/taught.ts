import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offeredReaders, offerOnly } from '../lib/crm/offered-readers.ts';
import { isAlive, send } from '../lib/messages/send.ts';
import { correctionsOf, correctReader } from '../lib/teach/correct-reader.ts';
import { readerOf } from '../lib/teach/reader-of.ts';
import { TAUGHT, type TaughtMap } from '../lib/teach/taught-map.ts';

const RETRY_MS = 1_000;
const RETRY_MOST_MS = 15_000;

/**
 * Stands before the content script in the pages of sites that were taught. No reader is offered until what was taught is
 * known: a field that was corrected must never be read once more as it was.
 */
export default defineUnlistedScript({
  async main() {
    const known = offeredReaders().filter(({ id }) => id !== TAUGHT);
    offerOnly([]);
    const map = await askMap();
    if (map === undefined) return;
    offerOnly([
      ...(map && (map.record || map.list) ? [readerOf(map)] : []),
      ...known.map((reader) => {
        const corrections = correctionsOf(map, reader.id);
        return corrections ? correctReader(reader, corrections) : reader;
      }),
    ]);
    await send('taught.ready', {});
  },
});

/** Undefined where nobody answers: then nothing is read here, rather than something wrong. */
async function askMap(): Promise<TaughtMap | null | undefined> {
  for (let wait = RETRY_MS; ; wait *= 2) {
    const reply = await send('taught.get', {});
    if (reply.ok) return reply.map;
    if (!isAlive() || wait > RETRY_MOST_MS) return undefined;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
