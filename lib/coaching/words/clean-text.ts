/** Room that a name or a stage gets inside one of our sentences. */
const ROOM = 60;

/**
 * A text from a page, fit to stand inside a sentence of ours: on one line, without control and direction marks that
 * would turn the sentence around, cut at a whole character. It stays text: nothing is escaped here and nothing is markup.
 */
export function shorten(text: string, room = ROOM): string {
  const plain = text
    .slice(0, room * 8)
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replace(/[\p{Cs}\p{Bidi_Control}\u200b\u2060\ufeff]/gu, '')
    .trim();
  const letters = [...plain];
  return letters.length <= room
    ? plain
    : `${letters
        .slice(0, room - 1)
        .join('')
        .trimEnd()}…`;
}
