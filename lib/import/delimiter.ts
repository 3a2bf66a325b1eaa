import Papa from 'papaparse';

export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Rows that are looked at: title lines of a report take the first few. */
const LOOKED_AT = 60;

export type LineForm = { delimiter: string; newline: '\n' | '\r\n' | '\r' };

/** How the lines of a text end and what stands between their cells, from its beginning. */
export function lineFormOf(head: string): LineForm {
  const newline = newlineOf(head);
  // Excel's own hint.
  const said = /^\uFEFF?"?sep=(.)"?\s*[\r\n]/i.exec(head)?.[1];
  if (said) return { delimiter: said, newline };
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(head, delimiter, newline);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, newline };
}

/** How many rows share one width, and how wide that is; a file of one column has no score with any. */
function scoreOf(head: string, delimiter: string, newline: LineForm['newline']): number {
  const parsed = new Papa.Parser({ delimiter, newline, preview: LOOKED_AT }).parse(head, 0, true) as Papa.ParseResult<
    string[]
  >;
  const rows = parsed.data.length > 0 ? parsed.data : [head.split(newline)[0]?.split(delimiter) ?? []];
  const widths = new Map<number, number>();
  for (const row of rows) {
    if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  }
  let best = 0;
  for (const [width, count] of widths) best = Math.max(best, (count / rows.length) ** 2 * Math.log2(1 + width));
  return best / (1 + parsed.errors.length / rows.length);
}

/** The first line break outside of quotes. */
function newlineOf(head: string): LineForm['newline'] {
  let quoted = false;
  for (let at = 0; at < head.length; at++) {
    const char = head[at];
    if (char === '"') quoted = !quoted;
    else if (!quoted && char === '\n') return '\n';
    else if (!quoted && char === '\r') return head[at + 1] === '\n' ? '\r\n' : '\r';
  }
  return /\r\n/.test(head) ? '\r\n' : '\n';
}
