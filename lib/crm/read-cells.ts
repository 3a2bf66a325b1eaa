import type { FieldName } from '../deal/fields.ts';
import { partOf, queryAll, type Scope, scopeOf, selectAll } from './deep-select.ts';
import { textFrom } from './read-source.ts';
import type { CellSet, CrmReader, FieldMap, Take } from './types.ts';

/** A cell that says it holds a field, and by what. */
export type Cell = { element: Element; scope: Scope; set: CellSet; by: 'name' | 'label'; key: string };
export type Cells = ReadonlyMap<FieldName, readonly Cell[]>;

const namesOfMaps = new WeakMap<FieldMap, ReadonlyMap<string, FieldName>>();

function namesOf(fields: FieldMap): ReadonlyMap<string, FieldName> {
  let names = namesOfMaps.get(fields);
  if (!names) {
    const made = new Map<string, FieldName>();
    for (const [field, rule] of Object.entries(fields)) {
      for (const name of rule.names ?? []) made.set(name, field as FieldName);
    }
    namesOfMaps.set(fields, made);
    names = made;
  }
  return names;
}

type Heads = readonly { name: string | null; label: string | null }[];

/** Headers of the tables of one reading, looked at once per table. */
export type HeadsByTable = Map<Element, Heads>;

function read(scope: Scope, take: Take | undefined): string | null {
  return take === undefined ? null : textFrom(scope, [take]);
}

function headsAbove(cell: Element, set: CellSet, tables: HeadsByTable): Heads {
  const table = set.heads ? cell.closest(set.heads.table) : null;
  if (!table || !set.heads) return [];
  let heads = tables.get(table);
  if (!heads) {
    const { cell: css, name, label } = set.heads;
    heads = queryAll(table, css).map((element) => {
      const head = scopeOf(element, '*');
      return { name: read(head, name), label: read(head, label) };
    });
    tables.set(table, heads);
  }
  return heads;
}

/** Which cell in the scope holds which field. One pass per cell set, shared by all fields. */
export function findCells(
  scope: Scope,
  sets: readonly CellSet[] | undefined,
  fields: FieldMap,
  { fieldOfLabel }: Pick<CrmReader, 'fieldOfLabel'>,
  tables: HeadsByTable = new Map(),
): Cells {
  const found = new Map<FieldName, Cell[]>();
  const add = (field: FieldName, cell: Cell): void => {
    const cells = found.get(field);
    if (cells) cells.push(cell);
    else found.set(field, [cell]);
  };
  const names = namesOf(fields);
  for (const set of sets ?? []) {
    const matches = selectAll(scope, set.cell);
    const elements = set.parent ? matches.flatMap((match) => match.parentElement ?? []) : matches;
    const first = elements[0];
    const heads = first ? headsAbove(first, set, tables) : [];
    for (const [at, element] of elements.entries()) {
      const inside = partOf(scope, element);
      const name = read(inside, set.name) ?? heads[at]?.name;
      const field = name ? names.get(name) : undefined;
      if (field && name) {
        add(field, { element, scope: inside, set, by: 'name', key: name });
        continue;
      }
      const label = read(inside, set.label) ?? heads[at]?.label;
      const meant = label && fieldOfLabel ? fieldOfLabel(label) : null;
      if (label && meant && fields[meant]) add(meant, { element, scope: inside, set, by: 'label', key: label });
    }
  }
  return found;
}
