import { columns, countCell, dayCell, dealCell, instantCell, table, textCell } from '../cells.ts';
import type { ContentSpeech } from '../content-speech.ts';
import { PROMISE_WORDS } from '../content-words.ts';
import type { Cell, DocumentTable } from '../document.ts';
import type { PromisePart } from '../said-part.ts';

const HEADS = columns({
  ...{ Deal: 'link', Who: 'text', Side: 'text', What: 'text', By: 'day', State: 'text', 'Times moved': 'count' },
  ...{ Proof: 'text', 'Made at': 'instant', 'Known at': 'instant', Reason: 'text', 'News since the last': 'text' },
});

/** What stands promised, and what was made, moved or settled since the snapshot before. */
export function promisesTable(speech: ContentSpeech): DocumentTable {
  const note = 'Not looking is not silence: what was not looked at after its day says so.';
  const rows = speech.content.said.flatMap(({ id, promises }) => promises.map((one) => rowOf(id, one, speech)));
  return table('promises', 'Promises', note, HEADS, rows);
}

function rowOf(deal: string, promise: PromisePart, speech: ContentSpeech): Cell[] {
  const { who, side, what, by, state, movedFrom, proof, madeAt, settledAt, reason, isNews } = promise;
  return [
    dealCell(deal, speech),
    textCell(speech.whom(who)),
    textCell(side === 'ours' ? 'ours' : 'buyer'),
    textCell(what),
    dayCell(by),
    textCell(PROMISE_WORDS[state]),
    countCell(movedFrom.length),
    textCell(proof),
    instantCell(madeAt),
    instantCell(settledAt),
    textCell(reason),
    textCell(isNews ? 'yes' : 'no'),
  ];
}
