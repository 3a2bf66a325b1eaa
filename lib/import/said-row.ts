import type { RefusedRow } from '../deal/imported.ts';

/** What a row of a file says in the store's terms, or why it is not stored. */
export type Said<T> = { said: T } | { refused: RefusedRow };
