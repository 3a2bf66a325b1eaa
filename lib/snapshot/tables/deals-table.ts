import { columns, countCell, dayCell, dealCell, instantCell, moneyCell, table, textCell } from '../cells.ts';
import type { ContentSpeech } from '../content-speech.ts';
import { PLACE_WORDS } from '../content-words.ts';
import type { DealPart } from '../deal-part.ts';
import type { Cell, DocumentTable } from '../document.ts';
import { sayMissing, sayWhoseDate } from '../sheet/deciding.ts';

const HEADS = columns({
  ...{ Deal: 'link', Account: 'text', Owner: 'text', Stage: 'text', Amount: 'money', 'Close date': 'day' },
  ...{
    'Who said the date': 'text',
    Forecast: 'text',
    'Category from': 'text',
    Reasons: 'count',
    'What is missing': 'text',
  },
  ...{ 'Next step': 'text', 'Its day': 'day', 'First seen': 'instant', 'Last seen': 'instant' },
  ...{ 'Amount read as': 'text', 'Date read as': 'text', 'By the rule': 'text' },
});

/** State, next step and evidence of every deal that the snapshot tells of. */
export function dealsTable(speech: ContentSpeech): DocumentTable {
  const note = 'Open deals, those that ended in the quarter, and those that left since the snapshot before.';
  return table(
    'deals',
    'Deals',
    note,
    HEADS,
    speech.content.deals.map((deal) => rowOf(deal, speech)),
  );
}

function rowOf(deal: DealPart, speech: ContentSpeech): Cell[] {
  const { said, personName } = speech;
  const step = said(deal.id)?.nextStep;
  const { amount, closeDate } = deal.evidence;
  const isOpen = deal.outcome === 'open';
  const place = deal.handedOut ? 'handed out' : deal.place === 'ended' ? deal.outcome : PLACE_WORDS[deal.place];
  return [
    dealCell(deal.id, speech),
    textCell(deal.account),
    textCell(personName(deal.owner)),
    textCell(deal.stage),
    moneyCell(deal.amount),
    dayCell(isOpen ? deal.closeDate : deal.closedOn),
    isOpen && deal.closeDate ? textCell(sayWhoseDate(deal, speech)) : null,
    textCell(place),
    isOpen ? textCell(deal.byStage ? 'the stage' : 'the CRM') : null,
    deal.score ? countCell(deal.reasons.filter(({ points }) => points >= 0).length) : null,
    isOpen ? textCell(sayMissing(deal, speech)) : null,
    textCell(step?.text ?? null),
    dayCell(step?.due ?? null),
    instantCell(deal.firstSeenAt),
    instantCell(deal.lastSeenAt),
    textCell(amount?.raw ?? null),
    textCell(closeDate?.raw ?? null),
    textCell([amount?.rule, closeDate?.rule].filter(Boolean).join(' · ')),
  ];
}
