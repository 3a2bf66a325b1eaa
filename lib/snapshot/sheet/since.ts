import { columns, dayCell, dealCell, moneyCell, orDash, table, textCell } from '../cells.ts';
import type { ContentSpeech } from '../content-speech.ts';
import { LINE_WORDS, MOVE_WORDS } from '../content-words.ts';
import type { Cell, SheetBlock, SheetSection } from '../document.ts';
import { moveParts } from '../say-move.ts';
import type { BridgePart, Move } from '../team-part.ts';

const MOST_MOVES = 5;
const MOST_BRIDGES = 3;
/** Room of a text in a row of the sheet. */
const ROOM = 60;

/** What moved since the snapshot before: the bridges, and the five moves that weigh most. */
export function sinceSection(speech: ContentSpeech): SheetSection {
  const { team, say, words } = speech;
  const { before, bridges, moves } = team;
  const title = before ? `Since ${say.on(before.asOf)}` : 'Since the last sheet';
  if (!before) {
    const text = 'This is the first snapshot: there is none before it to count from.';
    return { id: 'since', title, blocks: [{ kind: 'sentence', text }] };
  }
  const shown = moves.slice(0, MOST_MOVES);
  const more = moves.length - shown.length;
  const moved = bridges.filter(({ lines }) => lines.length > 0);
  const blocks: SheetBlock[] = moved.slice(0, MOST_BRIDGES).flatMap((bridge) => bridgeBlock(bridge, speech));
  if (moved.length > MOST_BRIDGES)
    blocks.push({ kind: 'sentence', text: 'Other currencies stand in the table Bridge.' });
  if (shown.length === 0) blocks.push({ kind: 'sentence', text: 'No deal was seen to move.' });
  else {
    const note = more > 0 ? `The largest five; ${words.deals(more)} moved besides, in the table Moves.` : '';
    blocks.push({ kind: 'table', table: movesTable('five-moves', 'Five moves', note, shown, speech, ROOM) });
  }
  return { id: 'since', title, blocks };
}

function bridgeBlock({ start, lines, end }: BridgePart, { words }: ContentSpeech): SheetBlock[] {
  if (start && end) {
    const told = lines.flatMap(({ line, money }) => (money ? [{ label: LINE_WORDS[line], money }] : []));
    return [{ kind: 'bridge', start, lines: told, end }];
  }
  const told = lines.map(({ line, parts }) => `${LINE_WORDS[line].toLowerCase()} ${words.deals(parts.length)}`);
  return told.length > 0 ? [{ kind: 'sentence', text: `${words.capital(words.list(told))}.` }] : [];
}

/** Each from what to what, why, and what is done about it. `room` of a text: on the sheet. */
export function movesTable(
  id: string,
  title: string,
  note: string,
  moves: readonly Move[],
  speech: ContentSpeech,
  room?: number,
) {
  const heads = columns({
    Deal: 'link',
    Move: 'text',
    Amount: 'money',
    From: 'text',
    To: 'text',
    Why: 'text',
    Action: 'text',
    Who: 'text',
    By: 'day',
  });
  const typed = room === undefined ? (cell: Cell) => cell : orDash;
  const rows = moves.map((move): Cell[] => {
    const { deal, kind, weight } = move;
    const { from, to } = moveParts(move, speech);
    const line = speech.line(deal);
    return [
      dealCell(deal, speech, room),
      textCell(MOVE_WORDS[kind]),
      moneyCell(weight),
      textCell(from),
      textCell(to),
      typed(textCell(line?.why ?? null, room)),
      typed(textCell(line?.action ?? null, room)),
      typed(textCell(line?.owner ? speech.whom(line.owner) : null)),
      typed(dayCell(line?.by ?? null)),
    ];
  });
  return table(id, title, note, heads, rows);
}
