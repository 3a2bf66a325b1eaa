import type { DealNow } from '../../coaching/deals-now.ts';
import { describeSignal } from '../../coaching/describe-signal.ts';
import { relativeValues } from '../../coaching/rank.ts';
import { restsOn } from '../rests-on.ts';
import type { TeamDeal } from '../team-deals.ts';
import { type Asked, dueIn } from './asked.ts';
import type { SentencePart } from './five-sentences.ts';
import { QUESTIONS } from './questions.ts';
import { sayRestsOn } from './say-rests-on.ts';

/** As many as a meeting talks about. */
const MOST = 5;

/** The open deals that move the quarter most: their value times how open their end is, with what each still lacks. */
export function sayDecides(asked: Asked): SentencePart {
  const { team, role, words, say, total, row } = asked;
  const due = dueIn(asked);
  const top = heaviest(due);
  const [first] = top;
  const what = total(top);
  return {
    id: 'decides',
    question: QUESTIONS[role].decides,
    sentence: !first
      ? `No open deal with an amount is due by ${say.day(asked.quarter.to)}.`
      : top.length === 1
        ? `${row(first, '').name}, ${what} of the ${total(due)} open and due.`
        : `${words.capital(words.deals(top.length))}, ${what} of the ${total(due)} open and due; first ${row(first, '').name}.`,
    emphasis: first ? what : null,
    rests: sayRestsOn(restsOn(due, team), words, say),
    groups:
      top.length === 0
        ? []
        : [
            {
              title: 'Value times how open the end is',
              note: '',
              rows: top.map((deal) => row(deal, lacks(deal, asked))),
            },
          ],
  };
}

export function heaviest(due: readonly TeamDeal[]): TeamDeal[] {
  const values = relativeValues(due.map(({ now }) => now));
  const weigh = ({ now }: TeamDeal) => (values.get(now) ?? 0) * openness(now);
  return due
    .map((deal) => ({ deal, weight: weigh(deal) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ deal }) => deal);
}

/** Spread of a deal that is won or not: largest where both are as likely. It orders, and is shown nowhere. */
function openness({ assessment }: DealNow): number {
  const chance = 1 / (1 + Math.exp(-assessment.score.logOdds));
  return Math.sqrt(chance * (1 - chance));
}

/** The date, the strongest reason to ask, and what was never seen or seen empty. */
export function lacks(deal: TeamDeal, { words, say }: Pick<Asked, 'words' | 'say'>): string {
  const { assessment, deal: known, wait } = deal.now;
  const [strongest] = assessment.on;
  const missing = (['nextStep', 'owner', 'forecastCategory'] as const).filter(
    (field) => known.fields[field]?.value == null,
  );
  return [
    ...(deal.closeDate ? [`Due ${say.day(deal.closeDate)}`] : []),
    ...(deal.stage ? [words.stage(deal.stage)] : []),
    ...(wait ? [words.lines.until(say.weekday(wait.until), wait.what)] : []),
    ...(strongest ? [describeSignal(strongest, words, say).fact] : []),
    ...(missing.length > 0 ? [`not seen: ${words.list(missing.map((field) => words.field(field)))}`] : []),
    ...(deal.freshness.level === 'stale' ? [words.freshness.stale(say.on(deal.lastSeenAt))] : []),
  ].join('; ');
}
