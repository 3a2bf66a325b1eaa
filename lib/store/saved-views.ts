import * as v from 'valibot';
import { checkViews, type SavedView, savedViews } from '../settings/saved-views.ts';
import { connect } from './connection.ts';
import { StoreError } from './store-error.ts';

/** A row beside the settings' own. */
const KEY = 'pipeline-views';

/** The views that the user named. For pages of our own: none of it is in the background. */
export type SavedViews = {
  read(): Promise<SavedView[]>;
  /** Read, change, write in one step, so that two pages do not undo each other. */
  change(change: (before: SavedView[]) => SavedView[]): Promise<SavedView[]>;
  close(): void;
};

export function openSavedViews(name = 'sideline'): SavedViews {
  const { run, write, close } = connect(name);
  return {
    read: () => run(async (db) => checkViews((await db.settings.get(KEY))?.value)),
    change: (change) =>
      write((db) =>
        db.transaction('rw', ['settings'], async () => {
          const after = change(checkViews((await db.settings.get(KEY))?.value));
          if (!v.is(savedViews, after))
            throw new StoreError('invalid', 'No more views can be kept. Nothing was changed.');
          await db.settings.put({ key: KEY, value: after });
          return after;
        }),
      ),
    close,
  };
}
