import type { TaughtMap } from '../teach/taught-map.ts';
import { checkTaughtMap } from '../teach/taught-schema.ts';
import type { Database } from './schema.ts';
import { StoreError } from './store-error.ts';

/** A row beside the settings' own for each site that was taught. */
const PREFIX = 'taught ';

/** Every map that is still understood; one that is not is left where it stands. */
export async function taughtMaps(db: Database): Promise<TaughtMap[]> {
  const rows = await db.settings.where('key').startsWith(PREFIX).toArray();
  return rows.flatMap(({ value }) => {
    const checked = checkTaughtMap(value);
    return 'map' in checked ? [checked.map] : [];
  });
}

/** In one step, so that what was taught in two tabs is kept of both. Null takes the map away. */
export function changeTaughtMap(
  db: Database,
  origin: string,
  change: (before: TaughtMap | null) => TaughtMap | null,
): Promise<void> {
  return db.transaction('rw', ['settings'], async () => {
    const key = PREFIX + origin;
    const stored = checkTaughtMap((await db.settings.get(key))?.value);
    const after = change('map' in stored ? stored.map : null);
    if (after === null) return db.settings.delete(key);
    const checked = checkTaughtMap(after);
    if ('problem' in checked) throw new StoreError('invalid', checked.problem);
    await db.settings.put({ key, value: checked.map });
  });
}
