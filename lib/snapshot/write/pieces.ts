import { Progress, ROWS_PER_TURN, type WriteRun } from './progress.ts';

/** A part of a text file, and how many rows of a table are in it. */
export type Piece = { text: string; rows: number };

export const piece = (text: string, rows = 0): Piece => ({ text, rows });

export function joined(pieces: Iterable<Piece>): string {
  let text = '';
  for (const one of pieces) text += one.text;
  return text;
}

/** Rows by as many as are written in one turn. */
export function* inTurns<R>(rows: readonly R[]): Generator<readonly R[]> {
  for (let at = 0; at < rows.length; at += ROWS_PER_TURN) yield rows.slice(at, at + ROWS_PER_TURN);
}

/** A text file; `rows`: in all of its pieces. Throws the signal's reason once it is stopped. */
export async function textFile(type: string, rows: number, pieces: Iterable<Piece>, run: WriteRun): Promise<Blob> {
  const progress = new Progress(rows, run);
  const texts: string[] = [];
  let since = 0;
  for (const { text, rows } of pieces) {
    texts.push(text);
    since += rows;
    if (since < ROWS_PER_TURN) continue;
    await progress.turn(since);
    since = 0;
  }
  await progress.turn(since);
  return new Blob(texts, { type: `${type};charset=utf-8` });
}
