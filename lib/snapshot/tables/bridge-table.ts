import { columns, dealCell, moneyCell, table, textCell } from '../cells.ts';
import type { ContentSpeech } from '../content-speech.ts';
import { LINE_WORDS } from '../content-words.ts';
import type { Cell, DocumentTable } from '../document.ts';

/** Every line with the deals that it is made of: start + all of them = end, currency by currency. */
export function bridgeTable(speech: ContentSpeech): DocumentTable {
  const { team, say } = speech;
  const { before, bridges, moment } = team;
  const note = before
    ? `From the end of the snapshot of ${say.on(before.asOf)} to ${say.on(moment.asOf)}: open, and to close by ${say.day(moment.quarter.to)}.`
    : 'There is no snapshot before this one to count from.';
  const rows = bridges.flatMap(({ start, lines, end }): Cell[][] => [
    [textCell('Start'), textCell('all'), moneyCell(start)],
    ...lines.flatMap(({ line, money, parts }): Cell[][] => {
      const told = parts.map(({ deal, money }) => [
        textCell(LINE_WORDS[line]),
        dealCell(deal, speech),
        moneyCell(money),
      ]);
      const left = money ? money.minor - parts.reduce((sum, part) => sum + (part.money?.minor ?? 0), 0) : 0;
      const rest = money && left !== 0 ? { ...money, minor: left } : null;
      return rest ? [...told, [textCell(LINE_WORDS[line]), textCell('deals that were erased'), moneyCell(rest)]] : told;
    }),
    [textCell('End'), textCell('all'), moneyCell(end)],
  ]);
  return table('bridge', 'Bridge', note, columns({ Line: 'text', Deal: 'link', Amount: 'money' }), rows);
}
