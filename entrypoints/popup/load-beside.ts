import type { DealBeside } from '../../components/popup-state.ts';
import { wordingNotes } from '../../lib/coaching/say-wording.ts';
import { dealAsOf } from '../../lib/history/deal-as-of.ts';
import { pastAsOf } from '../../lib/history/past-as-of.ts';
import { allChecklists, checklistFor } from '../../lib/process/checklists/checklist.ts';
import { checklistAsOf } from '../../lib/process/checklists/checklist-as-of.ts';
import { openChecklists } from '../../lib/store/checklists.ts';
import { openStore } from '../../lib/store/store.ts';
import { momentNow } from '../background/coach.ts';
import { explain } from '../background/explain.ts';

// With the lists of words, which the popup does not wait for.
export { typedNotes } from '../../lib/coaching/say-wording.ts';

/**
 * A deal's checklist, and what concerns the reader's own wording: worked out in our own page, since the background has no
 * room for it. Null where the deal is not on record. Throws the sentence to show.
 */
export async function loadBeside(deal: string): Promise<DealBeside | null> {
  const [store, checklists] = [openStore(), openChecklists()];
  try {
    const [history, { settings }, choice] = await Promise.all([
      store.loadHistory(deal),
      store.readSettings(),
      checklists.read(),
    ]);
    if (!history) return null;
    const moment = momentNow();
    const { role, me } = settings;
    const pipeline = dealAsOf(history, moment)?.fields.pipeline?.value ?? null;
    const list = checklistFor(choice, pipeline);
    return {
      wording: wordingNotes({ ...{ history, moment, role, me }, people: settings.people.map(({ name }) => name) }),
      checklist: {
        list: list && { id: list.id, name: list.name, lines: checklistAsOf(history, list, moment) },
        choices: allChecklists(choice).map(({ id, name }) => ({ id, name })),
        pipeline,
        people: pastAsOf(history, moment).contacts?.standing.map(({ entry }) => entry.name) ?? [],
      },
    };
  } catch (error) {
    throw new Error(explain(error).sentence);
  } finally {
    store.close();
    checklists.close();
  }
}

/** For this pipeline; for all where the deal's pipeline is not known. */
export async function chooseChecklist(id: string, pipeline: string | null): Promise<void> {
  const checklists = openChecklists();
  try {
    await checklists.change((before) =>
      pipeline === null
        ? { ...before, everywhere: id }
        : { ...before, pipelines: { ...before.pipelines, [pipeline]: id } },
    );
  } catch (error) {
    throw new Error(explain(error).sentence);
  } finally {
    checklists.close();
  }
}
