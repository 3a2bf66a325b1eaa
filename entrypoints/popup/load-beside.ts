import type { DealStepList } from '../../components/deal-steps.tsx';
import type { DealBeside } from '../../components/popup-state.ts';
import { dueSteps } from '../../lib/coaching/reminders/due-steps.ts';
import { stepLine } from '../../lib/coaching/reminders/list-steps.ts';
import { isPutOff } from '../../lib/coaching/reminders/reminder-plan.ts';
import { wordingNotes } from '../../lib/coaching/say-wording.ts';
import { speakerAt } from '../../lib/coaching/words/dates.ts';
import { wordsFor } from '../../lib/coaching/words/words-for.ts';
import { dealAsOf } from '../../lib/history/deal-as-of.ts';
import { pastAsOf } from '../../lib/history/past-as-of.ts';
import type { DealHistory, Moment } from '../../lib/history/types.ts';
import { allChecklists, checklistFor } from '../../lib/process/checklists/checklist.ts';
import { checklistAsOf } from '../../lib/process/checklists/checklist-as-of.ts';
import { namesOf } from '../../lib/settings/people.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { openChecklists } from '../../lib/store/checklists.ts';
import type { Reminders } from '../../lib/store/reminders.ts';
import { openStore } from '../../lib/store/store.ts';
import { momentNow } from '../background/coach.ts';
import { explain } from '../background/explain.ts';

// With the lists of words, which the popup does not wait for.
export { typedNotes } from '../../lib/coaching/say-wording.ts';

/**
 * A deal's checklist, the reader's own steps of it, and what concerns their wording: worked out in our own page, since the background has no
 * room for it. Null where the deal is not on record. Throws the sentence to show.
 */
export async function loadBeside(deal: string): Promise<DealBeside | null> {
  const [store, checklists] = [openStore(), openChecklists()];
  try {
    const [history, { settings }, reminders, choice] = await Promise.all([
      store.loadHistory(deal),
      store.readSettings(),
      store.reminders(),
      checklists.read(),
    ]);
    if (!history) return null;
    const moment = momentNow();
    const { role, me } = settings;
    const pipeline = dealAsOf(history, moment)?.fields.pipeline?.value ?? null;
    const list = checklistFor(choice, pipeline);
    return {
      wording: wordingNotes({ ...{ history, moment, role, me }, people: settings.people.map(({ name }) => name) }),
      steps: stepsOf(history, settings, reminders, moment),
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

function stepsOf(
  history: DealHistory,
  { calendar, me, people }: Settings,
  { settings: { morning }, log }: Reminders,
  moment: Moment,
): DealStepList {
  const say = speakerAt(moment.asOf, moment.timeZone, undefined);
  const steps = dueSteps([history], { me: namesOf(me, people), morning }, moment);
  const said = { calendar, words: wordsFor(undefined), say };
  const resting = steps.filter((step) => isPutOff(step.key, log, say.today)).map(({ key }) => key);
  return { today: say.today, lines: steps.map((step) => stepLine(step, said)), resting };
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
