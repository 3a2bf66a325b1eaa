import { partOf, queryAll, scopeOf, selectAll } from '../crm/deep-select.ts';
import { findReader } from '../crm/find-reader.ts';
import { takeFrom, textFrom } from '../crm/read-source.ts';
import type { CrmReader } from '../crm/types.ts';
import { matchPattern, patternOf } from './address-pattern.ts';
import { deriveSources, deriveWithin, stepOf } from './derive-sources.ts';
import { isStableName } from './stable-names.ts';
import { EDITORS, type TaughtColumn, type TaughtList } from './taught-map.ts';

/** The two rows that hold two cells of one column; null where they are parts of one row, or of unlike ones. */
function rowsOf(first: Element, second: Element): [Element, Element] | null {
  let parent = first.parentElement;
  let a: Element = first;
  while (parent && !parent.contains(second)) {
    a = parent;
    parent = parent.parentElement;
  }
  const b = parent && [...parent.children].find((child) => child.contains(second));
  if (!b || b === a || b.localName !== a.localName) return null;
  // Two cells side by side are children of one row.
  const isRowAbove = a.matches('td,th,[role="cell"],[role="gridcell"]');
  return isRowAbove ? null : [a, b];
}

/** What both rows are named by, for where they stand in no container with a name of its own. */
export function traitsOf(a: Element, b: Element): string[] {
  const traits = [...a.attributes].flatMap(({ name, value }) => {
    if (name === 'role' && b.getAttribute(name) === value) return [`[role="${value}"]`];
    return /^data-[\w-]*id$/.test(name) && b.hasAttribute(name) ? [`[${name}]`] : [];
  });
  const classes = [...a.classList].filter((name) => isStableName(name) && b.classList.contains(name));
  return [...traits, ...classes.map((name) => `.${name}`)];
}

/** What finds both, and all others beside them that are like them. */
export function selectorOfBoth(a: Element, b: Element): string | null {
  const parent = a.parentElement;
  if (!parent) return null;
  const trait = traitsOf(a, b)[0] ?? '';
  const inside = `${a.localName}${trait}`;
  const container = deriveSources(parent)[0];
  if (container) return `${container.source} > ${inside}`;
  // A table's body has a name seldom, its table more often.
  const above = parent.parentElement && deriveSources(parent.parentElement)[0];
  return above ? `${above.source} > ${stepOf(parent)} > ${inside}` : null;
}

/** The row's parts under heads: of a table, or of what says that it is one. */
function cellsOf(row: Element): TaughtList['cells'] {
  const layouts = [
    { table: 'table', cell: '> *', head: 'thead th' },
    { table: 'table', cell: '> *', head: 'thead td' },
    { table: 'table', cell: '> *', head: 'tr:first-child > th' },
    { table: '[role="grid"]', cell: '[role="gridcell"]', head: '[role="columnheader"]' },
    { table: '[role="table"]', cell: '[role="cell"]', head: '[role="columnheader"]' },
    { table: '[role="treegrid"]', cell: '[role="gridcell"]', head: '[role="columnheader"]' },
  ];
  for (const layout of layouts) {
    const table = row.closest(layout.table);
    const heads = table ? queryAll(table, layout.head).length : 0;
    const cells = layout.cell === '> *' ? row.childElementCount : queryAll(row, layout.cell).length;
    if (heads > 0 && heads === cells) return layout;
  }
  return null;
}

const ID_ATTRIBUTE = /^data-(?:[\w-]*-)?(?:id|key|uuid|oid|record)$/;

function idOf(rows: readonly [Element, Element], page: URL, record: string | null): TaughtList['id'] {
  const links = rows.map((row) => [...row.querySelectorAll('a[href]')]);
  for (const [at, link] of (links[0] ?? []).entries()) {
    const other = links[1]?.[at];
    if (!other) continue;
    const [first, second] = [link, other].map((one) => new URL(one.getAttribute('href') ?? '', page));
    if (!first || !second || first.origin !== page.origin) continue;
    const pattern = record ?? patternOf(first, second);
    const ids = pattern ? [first, second].map((url) => matchPattern(pattern, url)) : [];
    const from = deriveWithin(rows[0], link)[0];
    if (pattern && from && ids[0] && ids[1] && ids[0] !== ids[1]) return { from: from.source, link: pattern };
  }
  for (const { name, value } of rows[0].attributes) {
    const other = rows[1].getAttribute(name);
    if (ID_ATTRIBUTE.test(name) && value && other && value !== other) return { attribute: name };
  }
  return null;
}

/**
 * A list from two cells of its first column. `record` is the address pattern of the site's records, where it is known:
 * only links of that shape carry an id then.
 */
export function deriveList(
  first: Element,
  second: Element,
  page: URL,
  record: string | null,
): Omit<TaughtList, 'address' | 'columns'> | null {
  const rows = rowsOf(first, second);
  const row = rows && selectorOfBoth(...rows);
  if (!rows || !row) return null;
  const found = queryAll(first.ownerDocument, row);
  if (!rows.every((one) => found.includes(one))) return null;
  return { row, cells: cellsOf(rows[0]), id: idOf(rows, page, record) };
}

/** The row of a list that an element stands in. */
export function rowAround(list: Pick<TaughtList, 'row'>, element: Element): Element | null {
  return queryAll(element.ownerDocument, list.row).find((row) => row.contains(element)) ?? null;
}

/** A column by one of its cells: by the head above it where it has one. Null: it stands in no row of the list. */
export function deriveColumn(list: Pick<TaughtList, 'row' | 'cells'>, element: Element): TaughtColumn | null {
  const row = rowAround(list, element);
  return row && columnIn(row, list.cells, element);
}

function columnIn(row: Element, cells: TaughtList['cells'], element: Element): TaughtColumn {
  const input: Pick<TaughtColumn, 'input'> = element.matches(EDITORS) ? { input: true } : {};
  if (cells) {
    const inRow = cells.cell === '> *' ? [...row.children] : queryAll(row, cells.cell);
    const at = inRow.findIndex((cell) => cell.contains(element));
    const cell = inRow[at];
    const table = row.closest(cells.table);
    const heads = table ? queryAll(table, cells.head) : [];
    const names = heads.map((head) => textFrom(scopeOf(head, '*'), ['']));
    const name = names[at];
    // Two heads that say the same would be one column.
    if (cell && name && names.indexOf(name) === names.lastIndexOf(name)) {
      return { head: name, within: sourcesIn(cell, element), ...input };
    }
  }
  return { within: sourcesIn(row, element), ...input };
}

/** A column of a list, or a part of a board's cards, that a known reader reads. */
export type KnownColumn = { page: 'list' | 'board'; cells: TaughtList['cells']; column: TaughtColumn };

/** Null: the element stands in no row that the reader of this page knows. */
export function deriveKnownColumn(
  readers: readonly CrmReader[],
  document: Document,
  url: URL,
  element: Element,
): KnownColumn | null {
  const found = findReader(readers, url, document);
  const page = found?.match.page;
  if (!found || !page || page === 'record') return null;
  const rows = (found.reader[page] ?? []).flatMap((map) => selectAll(found.whole, map.row));
  // What stands in a shadow root within the row is told by its host: its text is the host's.
  for (let at: Element | null = element; at; at = (at.getRootNode() as Partial<ShadowRoot>).host ?? null) {
    const part = at;
    const row = rows.find((one) => one !== part && one.contains(part));
    if (!row) continue;
    const cells = cellsOf(row);
    return { page, cells, column: columnIn(row, cells, part) };
  }
  return null;
}

export function sourcesIn(part: Element, element: Element): string[] {
  return deriveWithin(part, element)
    .map(({ source }) => source)
    .filter((source) => takeFrom(partOf(scopeOf(part), part), source)?.element === element);
}
