import * as v from 'valibot';
import { LIMITS } from '../../deal/reading.ts';
import { listOf, recordOf, said, strict } from '../../deal/schema-parts.ts';
import { promptSchema, promptTexts } from './catalogue-schema.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { Catalogue, Prompt } from './types.ts';

export type PromptTexts = Pick<Prompt, 'question' | 'proof' | 'followUp' | 'purpose'>;

/** What the user made of the questions as shipped. */
export type OwnPrompts = {
  language: Language;
  /** Ids of those that are not asked. */
  off: string[];
  /** Other words for shipped ones, by id. */
  changed: Record<string, PromptTexts>;
  added: Prompt[];
};

export const NOTHING_OWN: OwnPrompts = { language: 'en', off: [], changed: {}, added: [] };

const MOST = 500;

const ownSchema = strict({
  language: v.picklist(LANGUAGES),
  off: listOf(said(LIMITS.id), MOST),
  changed: v.pipe(
    recordOf(said(LIMITS.id), strict(promptTexts)),
    v.check((all) => Object.keys(all).length <= MOST),
  ),
  added: listOf(promptSchema, MOST),
});

/** Stored or read in: whole or not at all. */
export function checkOwn(value: unknown): { own: OwnPrompts } | { place: string } {
  const read = v.safeParse(ownSchema, value);
  return read.success ? { own: read.output } : { place: v.getDotPath(read.issues[0]) ?? '' };
}

/** As a stored row says; what is not understood counts as nothing. */
export function ownOf(stored: unknown): OwnPrompts {
  const checked = checkOwn(stored);
  return 'own' in checked ? checked.own : NOTHING_OWN;
}

/** The questions as shipped, with the user's own words, without those switched off, and with the added ones. */
export function withOwn(catalogue: Catalogue, { off, changed, added }: OwnPrompts): Prompt[] {
  const isOff = new Set(off);
  return [...catalogue.map((prompt) => ({ ...prompt, ...changed[prompt.id] })), ...added].filter(
    ({ id }) => !isOff.has(id),
  );
}
