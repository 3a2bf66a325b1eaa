import type { ContentSpeech } from './content-speech.ts';
import { MOVE_WORDS } from './content-words.ts';
import { sayPart } from './say-part.ts';
import type { Move } from './team-part.ts';

/** A move's field from what to what; null where that was never seen, or there is none. */
export function moveParts(
  { field, from, to }: Move,
  speech: ContentSpeech,
): { from: string | null; to: string | null } {
  // What a deal was before it ended is its stage.
  const fromField = typeof from === 'string' && field === 'outcome' ? 'stage' : field;
  return {
    from: from === null ? null : sayPart(fromField, from, speech),
    to: field === null ? null : sayPart(field, to, speech),
  };
}

/** "put off: 14 Nov → 30 Jan". */
export function sayMove(move: Move, speech: ContentSpeech): string {
  const { from, to } = moveParts(move, speech);
  const course = [from, to].flatMap((part) => part ?? []).join(' → ');
  const kind = MOVE_WORDS[move.kind];
  return course === '' ? kind : `${kind}: ${course}`;
}
