import { english, type Words } from './english.ts';

/** The sentences in the reader's language; English where we have no other. */
const LANGUAGES: Record<string, Words> = { en: english };

export function wordsFor(locale: string | undefined): Words {
  return LANGUAGES[(locale ?? 'en').slice(0, 2).toLowerCase()] ?? english;
}
