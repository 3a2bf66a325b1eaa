import { columns, dealCell, instantCell, moneyCell, table, textCell } from '../cells.ts';
import type { ContentSpeech } from '../content-speech.ts';
import type { Cell, DocumentTable } from '../document.ts';

const HEADS = columns({ What: 'text', Deal: 'link', Owner: 'text', Amount: 'money', 'Last seen': 'instant' });

/** Deal by deal what was not looked at, and what was never seen of those that were. */
export function unknownTable(speech: ContentSpeech): DocumentTable {
  const { team, words, personName } = speech;
  const { unseen, lacking, gone } = team.unknown;
  const row = (what: string, id: string): Cell[] => {
    const deal = speech.deal(id);
    return [
      textCell(what),
      dealCell(id, speech),
      deal && textCell(personName(deal.owner)),
      moneyCell(deal?.amount),
      instantCell(deal?.lastSeenAt ?? null),
    ];
  };
  const rows = [
    ...unseen.map((id) => row('Not seen this week', id)),
    ...gone.map((id) => row('Gone from its view, not said why', id)),
    ...lacking.flatMap(({ field, neverSeen, empty }) => [
      ...neverSeen.map((id) => row(`${words.capital(words.field(field))} never seen`, id)),
      ...empty.map((id) => row(`${words.capital(words.field(field))} empty`, id)),
    ]),
  ];
  return table('unknown', 'Unknown', 'Open deals alone.', HEADS, rows);
}
