import type { SnapshotDocument } from '../document.ts';
import type { Json } from '../leaf.ts';
import { inTurns, type Piece, piece } from './pieces.ts';
import { ROWS_PER_TURN } from './progress.ts';

/** Raised with every change that a reader of the file before could not take; `public/snapshot-1.schema.json` tells the form. */
export const SNAPSHOT_FORM = { form: 'sideline-snapshot', version: 1 } as const;

const STEP = '  ';
/** So deep stand the rows of a document's tables. */
const DEEPEST = 4;

/**
 * The snapshot as data: `content` as it was frozen, so that its hashes can be worked out again, and the document that all
 * other files are made of. Money in minor units, moments in milliseconds since 1970.
 */
export function* jsonPieces(content: Json, document: SnapshotDocument): Generator<Piece> {
  yield* partsOf({ ...SNAPSHOT_FORM, content, document }, 0);
  yield piece('\n');
}

/** Rows in all of its pieces. */
export const jsonRows = (content: Json, document: SnapshotDocument): number => rowsIn({ content, document }, 0);

function rowsIn(value: unknown, depth: number): number {
  if (isLong(value)) return value.length;
  if (typeof value !== 'object' || value === null || depth >= DEEPEST) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + rowsIn(part, depth + 1), 0);
}

const isLong = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > ROWS_PER_TURN;

/** What `JSON.stringify` with two blanks writes, long lists piece by piece. */
function* partsOf(value: unknown, depth: number): Generator<Piece> {
  const indent = STEP.repeat(depth + 1);
  const isList = Array.isArray(value);
  if (typeof value !== 'object' || value === null || (depth >= DEEPEST && !isLong(value))) {
    yield piece(indented(JSON.stringify(value, null, STEP), STEP.repeat(depth)));
    return;
  }
  const [open, close] = isList ? '[]' : '{}';
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  if (entries.length === 0) {
    yield piece(`${open}${close}`);
    return;
  }
  let before = `${open}\n`;
  if (isLong(value)) {
    for (const some of inTurns(value)) {
      // Without its own brackets.
      const text = JSON.stringify(some, null, STEP).slice(2 + STEP.length, -2);
      yield piece(before + indent + indented(text, STEP.repeat(depth)), some.length);
      before = ',\n';
    }
  } else {
    for (const [key, part] of entries) {
      yield piece(before + indent + (isList ? '' : `${JSON.stringify(key)}: `));
      yield* partsOf(part, depth + 1);
      before = ',\n';
    }
  }
  yield piece(`\n${STEP.repeat(depth)}${close}`);
}

/** A text in JSON holds no line end. */
const indented = (text: string, indent: string) => (indent === '' ? text : text.replaceAll('\n', `\n${indent}`));
