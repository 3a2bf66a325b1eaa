import type { CrmReader, PageMatch, Shows, Take } from '../types.ts';
import { boardWith, list, PAGES, record } from './fields.ts';
import { past } from './past.ts';
import { orocrmSite } from './site.ts';

/** `/opportunity` and `/opportunity/view/<id>`, on any host and path. */
const ADDRESS = /^((?:\/[^/]+)*?)\/opportunity(?:\/view\/(\d+))?\/?$/;

function match(url: URL): PageMatch | null {
  const found = ADDRESS.exec(url.pathname);
  if (!found) return null;
  const [, base = '', recordId = null] = found;
  return { page: recordId ? 'record' : 'list', tenant: url.host + base, recordId };
}

/** The title over each column, by the column's place. */
function columnTitles(document: Document): Take[] {
  const titles = [...document.querySelectorAll('.board-header > .board-column-header')];
  return titles.map((title, at) => ({
    from: `.board-column:nth-child(${at + 1}) > .board-card-list`,
    is: title.textContent?.trim() ?? '',
  }));
}

/** A list and a board have one address. */
function detect(document: Document, found: PageMatch, shows: Shows): PageMatch | null {
  if (found.recordId !== null) return shows(PAGES.record) ? found : null;
  if (!shows(PAGES.board)) return shows(PAGES.list) ? found : null;
  orocrm.board = boardWith(columnTitles(document));
  return { ...found, page: 'board' };
}

export const orocrm: CrmReader = {
  ...orocrmSite,
  match,
  detect,
  record,
  past,
  list,
  board: boardWith([]),
  inputs: 'drafts',
  // "N/A"
  empty: ['N/A'],
  /** The page's own tag names no language. */
  locale: (document) => /(?:^| )lang-([a-z]{2})(?: |$)/.exec(document.body?.className ?? '')?.[1] ?? null,
};
