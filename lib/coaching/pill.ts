import type { CardContext } from './card-context.ts';
import type { Lead } from './lead.ts';

/** A word or two. What it stands for opens with the card; no percentage, and no colour is needed to read it. */
export function pillOf(lead: Lead, reasons: number, context: CardContext): string {
  const { words, say, assessment, outcome, wait, snooze } = context;
  const { pill } = words;
  switch (lead.kind) {
    case 'closed':
      return outcome === 'won' ? pill.won : pill.lost;
    case 'snoozed':
      return pill.snoozed(say.day(snooze?.until ?? say.today));
    case 'promise':
      return lead.promise && lead.promise.by < say.today ? pill.promise(say.day(lead.promise.by)) : pill.dueToday;
    case 'thin':
      return assessment.freshness.level === 'stale' ? pill.again : pill.thin;
    case 'healthy':
      return wait ? pill.parked(say.day(wait.until)) : pill.quiet;
    default:
      break;
  }
  if (reasons === 0) return pill.moved;
  const { band } = assessment.score;
  if (band === 'closer') return pill.closer(words.reasons(reasons));
  return band === 'look' ? pill.look(words.reasons(reasons)) : pill.mild(reasons);
}
