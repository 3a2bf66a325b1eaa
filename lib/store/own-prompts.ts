import type { Database } from './schema.ts';

/** A row beside the settings' own. What stands in it is for the coaching room to understand. */
const KEY = 'prompts';

export async function readOwnPrompts(db: Database): Promise<unknown> {
  return (await db.settings.get(KEY))?.value;
}

/** In one step, so that what was changed in two tabs is kept of both. */
export function changeOwnPrompts(db: Database, change: (stored: unknown) => unknown): Promise<void> {
  return db.transaction('rw', ['settings'], async () => {
    await db.settings.put({ key: KEY, value: change(await readOwnPrompts(db)) });
  });
}
