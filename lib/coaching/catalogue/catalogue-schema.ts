import * as v from 'valibot';
import { LIMITS } from '../../deal/reading.ts';
import { listOf, said, strict, text } from '../../deal/schema-parts.ts';
import { figuresIn } from './fill.ts';
import { type Catalogue, FIGURES, OPEN_KINDS, SITUATIONS } from './types.ts';

const LONGEST = 400;
const MOST = 1_000;

/** A figure that is not known would keep a question from ever being asked; in a follow-up none is filled in. */
const filled = v.pipe(
  said(LONGEST),
  v.check((words) => figuresIn(words).every((name) => (FIGURES as readonly string[]).includes(name))),
);
const plain = v.pipe(
  text(LONGEST),
  v.check((words) => figuresIn(words).length === 0),
);

export const promptTexts = {
  question: filled,
  proof: filled,
  followUp: v.optional(plain, ''),
  purpose: said(LONGEST),
};

/** Where no stage or situation is named, the question fits any. */
export const promptSchema = strict({
  id: said(LIMITS.id),
  signal: said(LIMITS.id),
  role: v.picklist(['manager', 'rep']),
  stages: v.optional(listOf(v.picklist(OPEN_KINDS), OPEN_KINDS.length), []),
  situation: v.optional(v.nullable(v.picklist(SITUATIONS)), null),
  ...promptTexts,
});

const catalogueSchema = v.pipe(listOf(promptSchema, MOST), v.minLength(1));

/** The questions of a catalogue file. Throws where it is none, with the place of the first fault and none of its text. */
export function parseCatalogue(file: unknown): Catalogue {
  const parsed = v.safeParse(catalogueSchema, file);
  if (parsed.success) return parsed.output;
  throw new TypeError(`no catalogue of questions: see "${v.getDotPath(parsed.issues[0]) ?? ''}"`);
}
