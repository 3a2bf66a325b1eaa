import { parseCatalogue } from '../../lib/coaching/catalogue/catalogue-schema.ts';
import type { Catalogue } from '../../lib/coaching/catalogue/types.ts';

/** `problem`: why there are none, as a sentence for the user. */
type Known = { catalogue: Catalogue; problem: string | null };

const UNREADABLE: Known = {
  catalogue: [],
  problem:
    'Sideline’s file of questions could not be read, so no card asks one and no deal is picked for today. The facts stand; install Sideline anew to mend it.',
};

/**
 * The questions, read when a card is first due and kept for as long as the worker lives. They never fail: where they
 * cannot be read there are none, and the next card tries again.
 */
export type Questions = ReturnType<typeof questionsFrom>;

export function questionsFrom(load: () => Promise<unknown>) {
  let known: Promise<Known> | null = null;

  const read = (): Promise<Known> => {
    known ??= load()
      .then((file) => ({ catalogue: parseCatalogue(file), problem: null }))
      .catch((error) => {
        console.warn('Sideline could not read its questions:', error);
        known = null;
        return UNREADABLE;
      });
    return known;
  };

  return {
    /** Begins to read them, beside whatever else a card needs. */
    prepare: () => void read(),
    read,
  };
}
