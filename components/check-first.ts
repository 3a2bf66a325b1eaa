import { CALIBRATED_DEALS } from '../lib/risk/learn/apply.ts';
import type { CheckFound } from './check-state.ts';
import { countOf } from './data-words.ts';

/** The page in one sentence. */
export function sayFirst({ deals, ended, onlyEnded, check }: CheckFound): string {
  const count = ended.length;
  if (deals === 0) return 'No deal is on record in this browser yet, so there is nothing to learn from.';
  if (count === 0 && onlyEnded > 0)
    return `None of the ${countOf(deals, 'deal')} on record was seen open and then ended, so there is nothing to learn from yet.`;
  if (count === 0) return `None of your ${countOf(deals, 'deal')} has ended yet, so there is nothing to learn from.`;
  const start = `${count.toLocaleString()} of your deals ${count === 1 ? 'has' : 'have'} ended`;
  if (count < CALIBRATED_DEALS)
    return `${start}: too few to say how often the score is right; ${CALIBRATED_DEALS} are needed for percentages.`;
  const said = new Map(check.bands.map((one) => [one.band, one]));
  const [closer, quiet] = [said.get('closer'), said.get('quiet')];
  if (!closer?.enough || !quiet?.enough)
    return `${start}; too few of them stood under “Look closer” or “Quiet” to say how often that was right.`;
  return `Of ${closer.notWon.of.toLocaleString()} deals under “Look closer” ${closer.notWon.count.toLocaleString()} were not won by their date; of ${quiet.notWon.of.toLocaleString()} quiet ones ${quiet.notWon.count.toLocaleString()}.`;
}
