import type { ChecklistChoice } from '../process/checklists/checklist.ts';
import { checkChoice, isChoice } from '../process/checklists/checklists-schema.ts';
import { isRecord } from '../settings/settings-schema.ts';
import { connect } from './connection.ts';
import type { Database } from './schema.ts';
import { StoreError } from './store-error.ts';

/** A row beside the settings' own. Figures rest on the answers alone, so what was chosen before is not kept. */
const KEY = 'checklists';

/** Which checklist is asked where, and the user's own. For pages of our own: none of it is in the background. */
export type Checklists = {
  read(): Promise<ChecklistChoice>;
  /** Read, change, write in one step, so that two pages do not undo each other. */
  change(change: (before: ChecklistChoice) => ChecklistChoice): Promise<ChecklistChoice>;
  close(): void;
};

export function openChecklists(name = 'sideline'): Checklists {
  const { run, write, close } = connect(name);
  return {
    read: () => run(async (db) => checkChoice((await db.settings.get(KEY))?.value)),
    change: (change) => write((db) => changeChoice(db, change)),
    close,
  };
}

/** Writes the parts that changed; one that is not understood stays as it stands, it may be another version's. */
function changeChoice(db: Database, change: (before: ChecklistChoice) => ChecklistChoice): Promise<ChecklistChoice> {
  return db.transaction('rw', ['settings'], async () => {
    const stored = (await db.settings.get(KEY))?.value;
    const before = checkChoice(stored);
    const after = change(before);
    if (!isChoice(after))
      throw new StoreError('invalid', 'This is no checklist that can be kept. Nothing was changed.');
    const value: Record<string, unknown> = { ...(isRecord(stored) ? stored : before) };
    for (const part of ['own', 'everywhere', 'pipelines'] as const)
      if (JSON.stringify(after[part]) !== JSON.stringify(before[part])) value[part] = after[part];
    await db.settings.put({ key: KEY, value });
    return after;
  });
}
