import { scopeOf } from '../crm/deep-select.ts';
import { takeFrom } from '../crm/read-source.ts';
import type { CellSet, CrmReader, FieldMap, FieldRule, PageMatch, RecordMap, RowMap, Take } from '../crm/types.ts';
import type { FieldName } from '../deal/fields.ts';
import { idPattern, matchPattern } from './address-pattern.ts';
import { findByLabel } from './labels.ts';
import {
  longestOf,
  TAUGHT,
  TAUGHT_FIELDS,
  TAUGHT_KINDS,
  type TaughtField,
  type TaughtFieldName,
  type TaughtFields,
  type TaughtList,
  type TaughtMap,
} from './taught-map.ts';

const AFTER_COLON = /^[^:：]{1,40}[:：]\s*(.*)$/;

export function ruleOf(name: TaughtFieldName, rest: Omit<FieldRule, 'kind' | 'longest'>): FieldRule {
  return { kind: TAUGHT_KINDS[name], longest: longestOf(name), ...rest };
}

export function recordFields(fields: TaughtFields): FieldMap {
  const map: { [F in FieldName]?: FieldRule } = {};
  for (const [name, { from, input, afterColon }] of entriesOf(fields)) {
    map[name] = ruleOf(name, {
      names: [keyOf(name)],
      from: from.map((source): Take => (afterColon ? { from: source, pattern: AFTER_COLON } : source)),
      ...(input ? { inputIsValue: true } : {}),
    });
  }
  return fields.stage ? { ...map, outcome: { kind: 'outcome', byStage: true } } : map;
}

/** What a cell is called that was found by a label: no machine name of a CRM's own. */
export const keyOf = (name: TaughtFieldName) => `taught ${name}`;

function isFound({ from }: TaughtField, document: Document): boolean {
  return from.some((source) => takeFrom(scopeOf(document), source) !== null);
}

/** One cell for each value that only its label finds in this document: the engine knows no labels outside of cells. */
export function labelledCells(fields: TaughtFields, document: Document): CellSet[] {
  return entriesOf(fields).flatMap(([name, field]) => {
    const element = field.label && !isFound(field, document) ? findByLabel(document, field.label) : null;
    return element ? [{ cell: wayTo(element), name: { from: '', is: keyOf(name) }, value: [''] }] : [];
  });
}

/** The element and no other, for as long as the document stands as it does. */
function wayTo(element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { parentElement } = at;
    steps.unshift(parentElement ? `:nth-child(${[...parentElement.children].indexOf(at) + 1})` : ':root');
  }
  return steps.join(' > ');
}

export function entriesOf(fields: TaughtFields): [TaughtFieldName, TaughtField][] {
  return TAUGHT_FIELDS.flatMap((name) =>
    fields[name] ? [[name, fields[name]] as [TaughtFieldName, TaughtField]] : [],
  );
}

function columnFields({ columns, stages }: TaughtList): FieldMap {
  const map: { [F in FieldName]?: FieldRule } = {};
  // The engine takes the first field of a row for its name.
  for (const name of TAUGHT_FIELDS) {
    const column = columns[name];
    if (!column) continue;
    const { head, within, input } = column;
    map[name] = ruleOf(name, {
      ...(head === undefined ? { from: within } : { names: [head], inCell: within }),
      ...(input ? { inputIsValue: true } : {}),
    });
  }
  if (stages) map.stage = { kind: 'stage' };
  return map.stage ? { ...map, outcome: { kind: 'outcome', byStage: true } } : map;
}

/** "Proposal (4)" is the stage "Proposal" while it holds four. */
const UNCOUNTED = /^(.*?)[\s([]*\d[\d.,]*[)\]\s]*$/;

function rowMap(list: TaughtList): RowMap {
  const { row, cells, id, stages } = list;
  const link = id && 'from' in id ? `${id.from}@href` : null;
  return {
    row,
    ...(id
      ? { id: ['from' in id ? { from: `${id.from}@href`, pattern: idPattern(id.link) } : `@${id.attribute}`] }
      : {}),
    ...(link ? { link } : {}),
    ...(cells
      ? { cells: [{ cell: cells.cell, heads: { table: cells.table, cell: cells.head, name: '' }, value: [''] }] }
      : {}),
    ...(stages
      ? {
          column: {
            of: stages.of,
            label: stages.within.map((from): Take => (stages.counted ? { from, pattern: UNCOUNTED } : from)),
          },
        }
      : {}),
    fields: columnFields(list),
  };
}

/** The site's own reader: its records and its list, as they were taught. */
export function readerOf(map: TaughtMap): CrmReader {
  const { origin, record, list } = map;
  const tenant = new URL(origin).host;
  const rows = list?.stages ? 'board' : 'list';
  const own: RecordMap | undefined = record ? { fields: recordFields(record.fields) } : undefined;

  const match = (url: URL): PageMatch | null => {
    if (url.origin !== origin) return null;
    const recordId = record && matchPattern(record.address, url);
    if (recordId) return { page: 'record', tenant, recordId, address: url.href };
    return list && matchPattern(list.address, url) !== null ? { page: rows, tenant, recordId: null } : null;
  };

  /** A record has its name, and one more of what was taught: any page may have a heading. */
  const isRecord = (document: Document): boolean => {
    if (!own || !record) return false;
    const cells = labelledCells(record.fields, document);
    own.cells = cells;
    const keys = new Set(cells.map(({ name }) => (name as { is: string }).is));
    const shown = entriesOf(record.fields).filter(([name, field]) => keys.has(keyOf(name)) || isFound(field, document));
    return shown.length > 1 && shown[0]?.[0] === 'name';
  };

  return {
    id: TAUGHT,
    name: tenant,
    hosts: [],
    match,
    detect: (document, found) => (found.page !== 'record' || isRecord(document) ? found : null),
    ...(own ? { record: own } : {}),
    ...(list ? { [rows]: [rowMap(list)] } : {}),
    inputs: 'drafts',
  };
}
