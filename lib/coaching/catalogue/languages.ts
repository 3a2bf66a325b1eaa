/** The languages that questions are packaged in: for each a file `public/prompts/<id>.json`. */
export const LANGUAGES = ['en', 'de', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];
