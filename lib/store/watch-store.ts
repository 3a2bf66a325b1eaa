import { Dexie } from 'dexie';

/**
 * Tells of what was written to the database by any part of the extension, once it is on record. The database passes that
 * on among our pages and the worker by itself, so that nobody has to be told by a message.
 */
export function watchStore(tell: () => void): () => void {
  Dexie.on('storagemutated', tell);
  return () => Dexie.on.storagemutated.unsubscribe(tell);
}
