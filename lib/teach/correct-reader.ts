import { firstShown, queryAll, scopeOf } from '../crm/deep-select.ts';
import { textFrom } from '../crm/read-source.ts';
import type { CellSet, CrmReader, FieldMap, FieldRule, RowMap } from '../crm/types.ts';
import type { FieldName } from '../deal/fields.ts';
import type { CrmId } from '../deal/reading.ts';
import { keyOf, labelledCells, recordFields, ruleOf } from './reader-of.ts';
import { TAUGHT_FIELDS, type TaughtFields, type TaughtMap, type TaughtRows } from './taught-map.ts';

/** What stands elsewhere on one site than a known reader looks for it. */
export type Corrections = {
  fields?: TaughtFields | undefined;
  list?: TaughtRows | undefined;
  board?: TaughtRows | undefined;
};

/** Null where nothing was corrected of this reader. */
export function correctionsOf(map: TaughtMap | null, crm: CrmId): Corrections | null {
  const fields = map?.corrections[crm];
  const rows = map?.rows?.[crm];
  return fields || rows ? { fields, ...rows } : null;
}

/** A known reader with some of its fields as they were pointed at: those, and no others, are read anew. */
export function correctReader(reader: CrmReader, { fields, list, board }: Corrections): CrmReader {
  const corrected: CrmReader = Object.create(reader);
  const own = fields && recordFields(fields);
  const ofRecord = own && over(withoutOutcome(own));
  const inList = list && rowCorrector(list);
  const inBoard = board && rowCorrector(board);
  // Some readers make their maps anew for each document: what is not corrected stays theirs.
  corrected.detect = (document, match, shows) => {
    const found = reader.detect(document, match, shows);
    const { record } = reader;
    if (record && fields && ofRecord) {
      const cells = [...(record.cells ?? []), ...labelledCells(fields, document)];
      corrected.record = { ...record, cells, fields: ofRecord(record.fields) };
    }
    if (reader.list && inList) corrected.list = inList(reader.list, reader, document);
    if (reader.board && inBoard) corrected.board = inBoard(reader.board, reader, document);
    return found;
  };
  return corrected;
}

function withoutOutcome({ outcome: _, ...fields }: FieldMap): FieldMap {
  return fields;
}

/** The same map for the same map: the engine keeps what it knows of one by it. */
function over(corrected: FieldMap): (fields: FieldMap) => FieldMap {
  const made = new WeakMap<FieldMap, FieldMap>();
  return (fields) => {
    const known = made.get(fields) ?? { ...fields, ...corrected };
    made.set(fields, known);
    return known;
  };
}

type RowCorrector = (maps: readonly RowMap[], reader: CrmReader, document: Document) => readonly RowMap[];

function rowCorrector(rows: TaughtRows): RowCorrector {
  const correct = over(rowFields(rows));
  return (maps, { shadowHosts, hidden }, document) =>
    maps.map((map) => {
      const row = firstShown(scopeOf(document, shadowHosts), map.row, hidden);
      const cells = [...(map.cells ?? []), ...(row ? headedCells(rows, row) : [])];
      return { ...map, cells, fields: correct(map.fields) };
    });
}

function rowFields({ columns }: TaughtRows): FieldMap {
  const map: { [F in FieldName]?: FieldRule } = {};
  for (const name of TAUGHT_FIELDS) {
    const column = columns[name];
    if (!column) continue;
    const { head, within, input } = column;
    map[name] = ruleOf(name, {
      ...(head === undefined ? { from: within } : { names: [keyOf(name)], inCell: within }),
      ...(input ? { inputIsValue: true } : {}),
    });
  }
  return map;
}

/**
 * The cells of columns that are known by their heads, by where those stand on this page: the reader's own cells keep
 * what they are called, so that a head that it knows as another field's stays that field's as well.
 */
function headedCells({ cells, columns }: TaughtRows, row: Element): CellSet[] {
  const table = cells && row.closest(cells.table);
  if (!table) return [];
  const heads = queryAll(table, cells.head).map((head) => textFrom(scopeOf(head, '*'), ['']));
  const inRow = cells.cell === '> *' ? [...row.children] : queryAll(row, cells.cell);
  return TAUGHT_FIELDS.flatMap((name) => {
    const head = columns[name]?.head;
    const cell = head === undefined ? undefined : inRow[heads.indexOf(head)];
    if (!cell?.parentElement) return [];
    const place = `:nth-child(${[...cell.parentElement.children].indexOf(cell) + 1})`;
    const css = cells.cell === '> *' ? `> ${place}` : `${cells.cell}${place}`;
    return [{ cell: css, name: { from: '', is: keyOf(name) }, value: [''] }];
  });
}
