import { shorten } from '../../coaching/words/clean-text.ts';
import type { Speaker } from '../../coaching/words/dates.ts';
import type { Words } from '../../coaching/words/english.ts';
import { formatMoney } from '../../deal/money.ts';
import type { Freshness } from '../../history/types.ts';
import type { PipelineEntry } from './entry.ts';
import type { DealMark } from './mark.ts';
import { pipelineWords } from './pipeline-words.ts';
import type { MarkKind } from './view.ts';

/** One deal of the table, ready to show. Null: not known. */
export type PipelineRow = {
  id: string;
  name: string;
  mark: { kind: MarkKind; text: string };
  owner: string | null;
  /** As the CRM shows it; `home` beside it where a rate says so. */
  amount: string | null;
  home: string | null;
  stage: string | null;
  age: string | null;
  close: string | null;
  /** The close date lies before today. */
  passed: boolean;
  pushed: string | null;
  next: string | null;
  due: string | null;
  seen: string;
  freshness: Freshness['level'];
};

/** Room of a cell's text: what does not fit is shown by the row's own page. */
const ROOM = 200;

export function sayRow(entry: PipelineEntry, words: Words, say: Speaker): PipelineRow {
  const { deal, inStage, pushed, next, amount } = entry;
  const cell = (text: string | null) => (text ? shorten(text, ROOM) || null : null);
  return {
    id: deal.id,
    name: cell(deal.name) ?? words.unnamed,
    mark: { kind: entry.mark.kind, text: sayMark(entry.mark, words, say) },
    owner: cell(deal.owner),
    amount: deal.amount && formatMoney(deal.amount, say.locale),
    home: amount && amount.currency !== deal.amount?.currency ? formatMoney(amount, say.locale) : null,
    stage: cell(deal.stage),
    // "At least 0 days" says nothing.
    age: inStage && (inStage.days > 0 || !inStage.atLeast) ? pipelineWords.days(inStage.days, inStage.atLeast) : null,
    close: deal.closeDate && say.day(deal.closeDate),
    passed: entry.period === 'passed',
    pushed: pushed.times > 0 ? pipelineWords.pushed(words.times(pushed.times), pushed.days) : null,
    next: next && (cell(next.text) ?? words.lines.unnamedStep),
    due: next?.due ? say.weekday(next.due) : null,
    seen: say.day(say.dayOf(deal.lastSeenAt)),
    freshness: deal.freshness.level,
  };
}

function sayMark({ kind, reasons, day }: DealMark, { pill, reasons: many }: Words, say: Speaker): string {
  const on = day === null ? '' : say.day(day);
  switch (kind) {
    case 'promise':
      return day === say.today ? pill.dueToday : pill.promise(on);
    case 'closer':
      return pill.closer(many(reasons));
    case 'look':
      return pill.look(many(reasons));
    case 'quiet':
      return reasons > 0 ? pill.mild(reasons) : pill.quiet;
    case 'parked':
      return pill.parked(on);
    case 'snoozed':
      return pill.snoozed(on);
    case 'again':
      return pill.again;
    case 'thin':
      return pill.thin;
  }
}
