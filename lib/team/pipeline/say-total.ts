import type { Speaker } from '../../coaching/words/dates.ts';
import type { Words } from '../../coaching/words/english.ts';
import { formatMoney } from '../../deal/money.ts';
import { conversionOf, restsOn } from '../rests-on.ts';
import { sumsOf } from '../sums.ts';
import type { Team } from '../team-deals.ts';
import type { PipelineEntry } from './entry.ts';
import { pipelineWords } from './pipeline-words.ts';

/** A total with what it rests on, ready to show. `sums`: one per currency, "" where no amount is known. */
export type PipelineTotal = { deals: number; sums: string; without: string | null; rests: string };

export function sayTotal(entries: readonly PipelineEntry[], team: Team, words: Words, say: Speaker): PipelineTotal {
  const amounts = entries.flatMap(({ deal }) => deal.amount ?? []);
  const without = entries.length - amounts.length;
  const sums = sumsOf(amounts, conversionOf(team.settings, team.today));
  const list = (money: typeof sums) => words.list(money.map((sum) => formatMoney(sum, say.locale)));
  const { deals, seen, unseen, unseenSums, since } = restsOn(
    entries.map(({ deal }) => deal),
    team,
  );
  const rests = [
    pipelineWords.rests(seen, deals),
    since === null ? null : pipelineWords.unseen(unseen.length, list(unseenSums), say.day(since)),
    sums.some(({ halfStep }) => halfStep > 0) ? pipelineWords.rounded : null,
  ];
  return {
    deals: entries.length,
    sums: list(sums),
    without: without > 0 ? pipelineWords.noAmount(without) : null,
    rests: rests.filter(Boolean).join(' '),
  };
}
