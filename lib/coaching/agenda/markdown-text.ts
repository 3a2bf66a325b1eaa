/** Everything that may mean something in Markdown, in any of its kinds, or in the HTML that it may hold. */
const MARKUP = /[\\`*_{}[\]()<>#+\-.!|~&$^=:@"']/g;
/** Of these a text may hold many and mean nothing by them, inside a line. */
const PLAIN_INSIDE = new Set(['(', ')', '.', '-', '+', '!', ':', "'", '"', '=', '$']);

/**
 * A text on one line of Markdown that is read as it stands. Marks that only count at the beginning of a line are left
 * alone elsewhere, so that the file can be read as it is.
 */
export function markdownText(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
  return line.replace(MARKUP, (mark, at: number) => {
    const beforeIsBracket = mark === '(' && line[at - 1] === ']';
    const isNumber = (mark === '.' || mark === ')') && /^\d+$/.test(line.slice(0, at));
    return PLAIN_INSIDE.has(mark) && at > 0 && !isNumber && !beforeIsBracket ? mark : `\\${mark}`;
  });
}
