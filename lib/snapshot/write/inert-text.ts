/** What a spreadsheet takes for the beginning of a formula, with its full-width, small and mathematical kin. */
const SIGNS = '=+\\-@＝＋－＠﹦﹢﹣﹫−';
/** What one may overlook before it: blanks, marks without width, controls, quotes. */
const BEFORE = '[\\s\\p{Cc}\\p{Cf}"`]*';
const FORMULA = new RegExp(`^(?:[\\t\\r\\n]|${BEFORE}[${SIGNS}])`, 'u');
/** Where a reader that parts columns otherwise, or knows no quotes, would begin a cell of its own. */
const INSIDE = new RegExp(`([;\\t\\r\\n]${BEFORE})(?=[${SIGNS}])`, 'gu');

/** Whether a spreadsheet might work the text out. */
export const isLikeFormula = (text: string): boolean => FORMULA.test(text);

/**
 * A text that no spreadsheet works out: an apostrophe before what might begin a formula, at the beginning and behind each
 * mark that some reader parts cells by.
 */
export function inertText(text: string): string {
  const inside = text.replace(INSIDE, "$1'");
  return isLikeFormula(text) ? `'${inside}` : inside;
}
