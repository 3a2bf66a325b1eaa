import { readFileSync } from 'node:fs';
import { parseCatalogue } from '../../lib/coaching/catalogue/catalogue-schema.ts';
import type { Language } from '../../lib/coaching/catalogue/languages.ts';

/** The questions as they are shipped. */
export const promptsIn = (language: Language) =>
  parseCatalogue(JSON.parse(readFileSync(`public/prompts/${language}.json`, 'utf8')));

export const PROMPTS = promptsIn('en');
