import type { SignalName } from '../../risk/types.ts';
import { columns, dayCell, dealCell, table, textCell } from '../cells.ts';
import type { ContentSpeech } from '../content-speech.ts';
import type { Cell, DocumentTable } from '../document.ts';

const HEADS = columns({ Day: 'day', What: 'text', With: 'text', Deal: 'link', About: 'text', 'Next talk': 'day' });
const KINDS = { asked: 'Question asked', 'proof-seen': 'Proof seen', snoozed: 'Set aside' } as const;

/** Talks, and questions that were asked, since the snapshot before. What was written down in a talk stays between the two. */
export function coachingTable(speech: ContentSpeech): DocumentTable {
  const { content, words, say, personName, deal: dealOf } = speech;
  const talks = content.people.flatMap(({ id, talks, nextTalk }) =>
    talks.map(({ on, deal }): [string, Cell[]] => {
      const about = deal === null ? null : dealCell(deal, speech);
      return [on, [dayCell(on), textCell('1:1'), textCell(personName(id)), about, null, dayCell(nextTalk)]];
    }),
  );
  const asked = content.said.flatMap(({ id, prompts }) =>
    prompts.map(({ signal, kind, at }): [string, Cell[]] => {
      const owner = dealOf(id)?.owner ?? null;
      const about = words.capital(words.title(signal as SignalName) ?? '');
      const day = say.dayOf(at);
      return [
        day,
        [dayCell(day), textCell(KINDS[kind]), textCell(personName(owner)), dealCell(id, speech), textCell(about), null],
      ];
    }),
  );
  const rows = [...talks, ...asked].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, row]) => row);
  const note = 'As seen from this browser; what was said elsewhere is not known here.';
  return table('coaching', 'Coaching', note, HEADS, rows);
}
