import { columns, dayCell, dealCell, moneyCell, orDash, table, textCell } from '../cells.ts';
import type { ContentSpeech } from '../content-speech.ts';
import type { DealPart } from '../deal-part.ts';
import type { Cell, SheetSection } from '../document.ts';
import { sayReason } from '../say-reason.ts';

const ROOM = 60;

/** The five deals that decide the quarter: what each lacks, and who does what by when. */
export function decidingSection(speech: ContentSpeech): SheetSection {
  const { team } = speech;
  const title = 'What decides it';
  if (team.deciding.length === 0) {
    const text = 'No open deal with an amount is due by the quarter’s end.';
    return { id: 'deciding', title, blocks: [{ kind: 'sentence', text }] };
  }
  const heads = columns({
    Deal: 'link',
    Amount: 'money',
    'Close date': 'day',
    'Who said the date': 'text',
    'What is missing': 'text',
    Action: 'text',
    Who: 'text',
    By: 'day',
  });
  const note = 'Value times how open the end is.';
  const rows = team.deciding.map((id) => rowOf(id, speech));
  return { id: 'deciding', title, blocks: [{ kind: 'table', table: table('five-deals', title, note, heads, rows) }] };
}

function rowOf(id: string, speech: ContentSpeech): Cell[] {
  const deal = speech.deal(id);
  const line = speech.line(id);
  if (!deal) return [dealCell(id, speech), ...Array.from({ length: 7 }, () => null)];
  return [
    dealCell(id, speech, ROOM),
    moneyCell(deal.amount),
    dayCell(deal.closeDate),
    textCell(sayWhoseDate(deal, speech), ROOM),
    textCell(sayMissing(deal, speech), 110),
    orDash(textCell(line?.action ?? null, ROOM)),
    orDash(textCell(line?.owner ? speech.whom(line.owner) : null)),
    orDash(dayCell(line?.by ?? null)),
  ];
}

/** Whose word the close date is; where nobody's is on record, where it was read. */
export function sayWhoseDate({ id, evidence }: DealPart, { said, whom, say, words }: ContentSpeech): string {
  const word = said(id)?.dateSaidBy;
  if (word) return `${whom(word.who)}, ${say.day(word.on)}`;
  const read = evidence.closeDate;
  return read ? `nobody’s word; on the ${words.page(read.page as 'record')} ${say.on(read.lastSeenAt)}` : 'not known';
}

/** The strongest reason, and what was never seen. */
export function sayMissing(deal: DealPart, speech: ContentSpeech): string {
  const { words, say } = speech;
  if (deal.freshness === 'stale') return words.freshness.stale(say.on(deal.lastSeenAt));
  const [strongest] = deal.reasons.filter(({ points }) => points >= 0);
  const parts = [
    ...(deal.parkedUntil ? [`parked until ${say.day(deal.parkedUntil)}`] : []),
    ...(strongest ? [sayReason(deal.id, strongest, speech)] : []),
    ...(deal.neverSeen.length > 0
      ? [`never seen: ${words.list(deal.neverSeen.map((field) => words.field(field)))}`]
      : []),
  ];
  return parts.join('; ') || 'nothing speaks against it';
}
