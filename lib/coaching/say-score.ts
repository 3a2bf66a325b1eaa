import { chancesOf, hundredths } from '../risk/score.ts';
import type { DealCard } from './card.ts';
import type { CardContext } from './card-context.ts';
import type { Words } from './words/english.ts';

/** Log-odds from which one of the two is named: three to two. Judgement. */
const LEANS_FROM = 0.4;

/** The score in words, and as the sums that it is. Without a fit to own closed deals nothing is said as a chance. */
export function sayScore({ assessment, words }: CardContext, reasons: number, isOpen: boolean): DealCard['score'] {
  const { score, freshness } = assessment;
  const { base, logOdds, calibrated } = score;
  const isJudged = isOpen && freshness.level !== 'stale';
  return {
    text: words.score.text(reasons === 0 ? words.score.quiet : words.reasons(reasons), calibrated),
    base,
    logOdds,
    learnt: learntIn(score, words),
    note: calibrated ? words.score.calibratedNote : words.score.note,
    chances: calibrated && isJudged ? sayChances(score, words) : null,
    split: isJudged && reasons > 0 ? splitIn(score, words) : null,
  };
}

type Scored = CardContext['assessment']['score'];

function learntIn({ others }: Scored, words: Words): DealCard['score']['learnt'] {
  if (others.length === 0) return null;
  const sum = others.reduce((total, { counted }) => total + hundredths(counted), 0);
  return { title: words.score.learnt, counted: sum / 100 };
}

/** In tenths, of which the parts add up: no figure is better known than that. */
function sayChances(score: Scored, words: Words): string {
  const { notWon, lost } = chancesOf(score);
  const [most, ends] = [Math.round(notWon * 10), Math.round(lost * 10)];
  return words.score.chances(most, score.split && most > 0 ? { lost: ends, late: most - ends } : null);
}

function splitIn({ split }: Scored, words: Words): DealCard['score']['split'] {
  if (!split) return null;
  const { base, logOdds } = split;
  const { lost, late, even } = words.score.split;
  return {
    text: logOdds >= LEANS_FROM ? lost : logOdds <= -LEANS_FROM ? late : even,
    base,
    logOdds,
    addends: split.shares.map(({ signal, counted }) => ({ title: words.title(signal), counted })),
  };
}
