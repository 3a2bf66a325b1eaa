import { columns, dealCell, instantCell, table, textCell } from '../cells.ts';
import type { ContentSpeech } from '../content-speech.ts';
import type { ChangePart } from '../deal-part.ts';
import type { Cell, DocumentTable } from '../document.ts';
import { sayPart } from '../say-part.ts';

const HEADS = columns({
  ...{ Deal: 'link', Field: 'text', From: 'text', To: 'text', 'Not before': 'instant', 'Seen at': 'instant' },
  ...{ 'Text on the page': 'text', 'By the rule': 'text', On: 'text', Note: 'text' },
});

/** Every change since the snapshot before, with the text and the rule that it was read by. */
export function changesTable(speech: ContentSpeech): DocumentTable {
  const { content, said } = speech;
  const note = 'It became so after the look in “Not before” and not later than “Seen at”.';
  const rows = content.deals.flatMap(({ id, changes }) =>
    [...changes, ...(said(id)?.changes ?? [])]
      .toSorted((a, b) => a.seenAt - b.seenAt)
      .map((change) => rowOf(id, change, speech)),
  );
  return table('changes', 'Changes', note, HEADS, rows);
}

function rowOf(deal: string, change: ChangePart, speech: ContentSpeech): Cell[] {
  const { words } = speech;
  const { field, from, to, after, seenAt, raw, rule, page, together, display } = change;
  const others = together ? `with ${words.count(together - 1, 'other deal')} at once` : '';
  return [
    dealCell(deal, speech),
    textCell(words.capital(words.field(field))),
    textCell(sayPart(field, from, speech)),
    textCell(sayPart(field, to, speech)),
    instantCell(after),
    instantCell(seenAt),
    textCell(raw),
    textCell(rule),
    textCell(words.page(page as 'record')),
    textCell(display ? 'shown in another currency' : others),
  ];
}
