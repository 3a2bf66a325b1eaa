import { readFileSync } from 'node:fs';
import { parseCatalogue } from '../../lib/coaching/catalogue/catalogue-schema.ts';

/** The questions as they are shipped. */
export const PROMPTS = parseCatalogue(
  JSON.parse(readFileSync(new URL('../../public/prompts/en.json', import.meta.url), 'utf8')),
);
