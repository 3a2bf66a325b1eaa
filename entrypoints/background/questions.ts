import { parseCatalogue } from '../../lib/coaching/catalogue/catalogue-schema.ts';
import type { Language } from '../../lib/coaching/catalogue/languages.ts';
import { ownOf, withOwn } from '../../lib/coaching/catalogue/own-prompts.ts';
import type { Catalogue } from '../../lib/coaching/catalogue/types.ts';

/** `problem`: why there are none, as a sentence for the user. */
type Known = { catalogue: Catalogue; problem: string | null };

const UNREADABLE: Known = {
  catalogue: [],
  problem:
    'Sideline’s file of questions could not be read, so no card asks one and no deal is picked for today. The facts stand; install Sideline anew to mend it.',
};

/**
 * The questions in the user's language and with the user's own, read when a card is first due and kept for as long as the
 * worker lives. They never fail: where they cannot be read there are none, and the next card tries again.
 */
export type Questions = ReturnType<typeof questionsFrom>;

export function questionsFrom(load: (language: Language) => Promise<unknown>, stored: () => Promise<unknown>) {
  let known: Promise<Known> | null = null;

  const readAll = async (): Promise<Known> => {
    // Without what the user made of them, those that are shipped can still be asked.
    const own = ownOf(await stored().catch(() => null));
    return { catalogue: withOwn(parseCatalogue(await load(own.language)), own), problem: null };
  };

  const read = (): Promise<Known> => {
    known ??= readAll().catch((error) => {
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
    /** The user has changed them. */
    forget: () => {
      known = null;
    },
  };
}
