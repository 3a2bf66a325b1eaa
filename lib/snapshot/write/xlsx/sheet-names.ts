/** Excel's bound. */
const MOST = 31;

/**
 * Names for sheets: no mark that Excel forbids, not longer than it allows, none an apostrophe at an end or the name that
 * Excel keeps for itself, and no two alike in other letters of the same.
 */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set(['history']);
  return titles.map((title) => {
    const plain = title
      .replace(/[[\]:*?/\\\p{Cc}\p{Cs}\p{Bidi_Control}\ufffe\uffff]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s']+|[\s']+$/g, '');
    const base = plain || 'Sheet';
    let name = cut(base, MOST);
    for (let again = 2; taken.has(name.toLowerCase()); again++) {
      const mark = ` (${again})`;
      name = cut(base, MOST - mark.length) + mark;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Counted as Excel does, in UTF-16 units, and cut at a whole character. */
function cut(text: string, most: number): string {
  let room = '';
  for (const letter of text) {
    if (room.length + letter.length > most) break;
    room += letter;
  }
  return room.replace(/[\s']+$/, '');
}
