/** Longer than any text we keep; the rest of a hostile megabyte is never looked at. */
const LONGEST = 8_000;
/** No amount, date or share is longer than this; a longer text is prose. */
const LONGEST_VALUE = 100;

// Zero-width characters, joiners, soft hyphen, BOM, bidi marks, embeddings and isolates.
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const BLANK = /[\u0000-\u0020\u007F-\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g;

/** The text as a person sees it: no invisible characters, every run of white space one space. */
export function cleanText(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(INVISIBLE, '')
    .replace(BLANK, ' ')
    .trim()
    .replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * True for a text that says "nothing here": no character at all, dashes of any kind, or "n/a". Words such as "none" are
 * left to the reader of the CRM that shows them (`extra`), because a deal or a person may be called so.
 */
export function isEmptyMark(text: string, extra: readonly string[] = []): boolean {
  // What lies beyond the cut is unknown.
  if (text.length > LONGEST) return false;
  const shown = cleanText(text);
  return (
    /^[-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D ]*$/.test(shown) ||
    /^n ?\/ ?a\.?$/i.test(shown) ||
    extra.some((mark) => cleanText(mark).toLowerCase() === shown.toLowerCase())
  );
}

/** A short text ready for reading a value: clean, with ASCII digits and marks. Null where it is too long for a value. */
export function valueText(text: string): string | null {
  const shown = cleanText(text);
  if (shown.length > LONGEST_VALUE || text.length > LONGEST) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: most values are ASCII and need no more
  if (/^[\u0000-\u007F]*$/.test(shown)) return shown;
  return shown
    .replace(/[\uFF01-\uFF5E]/g, (full) => String.fromCharCode(full.charCodeAt(0) - 0xfee0))
    .replace(/[\u0080-\uFFFF]/g, (char) => (/\p{Nd}/u.test(char) ? asciiDigit(char) : (MARKS[char] ?? char)));
}

const MARKS: Record<string, string> = {
  '\u2212': '-',
  '\uFE63': '-',
  '\u2010': '-',
  '\u2011': '-',
  '\u2019': "'",
  '\u02BC': "'",
  '\u066C': "'",
  '\u066A': '%',
  '\uFE6A': '%',
  '\u060C': ',',
  '\u3001': ',',
  '\uFFE1': '£',
  '\uFFE5': '¥',
  '\uFFE6': '₩',
};

/** Unicode keeps the ten digits of a script together, from a code point that ends in 0 or in 6. */
function asciiDigit(char: string): string {
  const code = char.charCodeAt(0);
  const startsAt0 = /\p{Nd}/u.test(String.fromCharCode(code & ~15));
  return String((code & 15) - (startsAt0 ? 0 : 6));
}
