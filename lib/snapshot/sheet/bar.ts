import { isSameCurrency, type Money } from '../../deal/money.ts';
import type { ContentSpeech } from '../content-speech.ts';
import type { SheetBlock, SheetSection } from '../document.ts';

/** Amounts in more currencies stand in the tables alone. */
const MOST_BARS = 2;

/** Closed, commit, best case and gap on one scale; how far the quarter is, and the same day of the one before. */
export function barSection(speech: ContentSpeech): SheetSection {
  const { content, team, words, total, hasAmounts } = speech;
  const { gap, undated } = team;
  const byStage = content.deals.filter((deal) => deal.byStage && deal.counted !== null).length;
  const without = content.deals.filter(({ place }) => place === 'undated').length;
  const sentences = [
    sayDay(speech),
    ...(gap && gap.apart.length > 0 ? [`Not held against the goal, in other currencies: ${total(gap.apart)}.`] : []),
    ...(byStage > 0 ? [`${words.deals(byStage)} without a forecast category on record: the stage stands for it.`] : []),
    ...(without > 0
      ? [`${words.deals(without)} without a close date${undated.length > 0 ? `, ${total(undated)},` : ''} in no sum.`]
      : []),
  ];
  const blocks: SheetBlock[] = hasAmounts ? barsOf(speech) : [];
  return {
    id: 'bar',
    title: 'Where the quarter stands',
    blocks: [...blocks, ...sentences.map((text) => ({ kind: 'sentence' as const, text }))],
  };
}

function barsOf({ team, quarter, usualFirst }: ContentSpeech): SheetBlock[] {
  const { gap, sums } = team;
  const bars: SheetBlock[] = [];
  if (gap) {
    const left = { ...gap.gap, minor: gap.gap.minor - gap.bestCase.minor };
    const parts = partsOf(gap.closed, gap.commit, gap.bestCase);
    const open = left.minor > 0 ? [{ label: 'In none of these', money: left }] : [];
    bars.push({ kind: 'bar', label: `${quarter} against its goal`, parts: [...parts, ...open], goal: gap.goal });
  }
  const all = usualFirst(gap ? gap.apart : [...sums.closed, ...sums.commit, ...sums.bestCase]);
  const others = all.filter((sum, at) => all.findIndex((one) => isSameCurrency(one, sum)) === at);
  for (const like of others.slice(0, MOST_BARS - bars.length)) {
    const of = (sums: readonly Money[]) =>
      sums.find((sum) => isSameCurrency(sum, like)) ?? { ...like, minor: 0, halfStep: 0 };
    const parts = partsOf(of(sums.closed), of(sums.commit), of(sums.bestCase));
    bars.push({ kind: 'bar', label: gap ? `${quarter}, beside the goal` : quarter, parts, goal: null });
  }
  return bars;
}

const partsOf = (closed: Money, commit: Money, bestCase: Money) => [
  { label: 'Closed', money: closed },
  { label: 'Commit', money: commit },
  { label: 'Best case', money: bestCase },
];

function sayDay({ team, say, total, hasAmounts }: ContentSpeech): string {
  const { day, lastQuarter } = team;
  const head = `Day ${day.number} of ${day.of}.`;
  if (!hasAmounts) return head;
  if (!lastQuarter) return `${head} The same day last quarter is not on record.`;
  const { closed, commit, bestCase } = lastQuarter.sums;
  return `${head} The same day last quarter, ${say.day(lastQuarter.day)}: ${total(closed)} closed, ${total(commit)} commit, ${total(bestCase)} best case.`;
}
