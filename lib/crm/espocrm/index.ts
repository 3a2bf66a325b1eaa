import type { CrmReader, PageMatch, Shows, Take } from '../types.ts';
import { boardWith, list, PAGES, record } from './fields.ts';
import { past } from './past.ts';
import { espocrmSite } from './site.ts';

/** `#Opportunity/view/<id>`, or `edit` while all of it is edited; on any host and path. */
const RECORD = /^#Opportunity\/(?:view|edit)\/([\w-]+)(?:[/?]|$)/;
const ROWS = /^#Opportunity(?:\/list)?(?:[/?]|$)(?!(?:view|edit|create)\b)/;

function match(url: URL): PageMatch | null {
  const base = url.pathname.replace(/index\.(?:php|html)$/, '');
  const tenant = url.host + base.replace(/\/$/, '');
  const recordId = RECORD.exec(url.hash)?.[1];
  const address = `${url.origin}${base}#Opportunity`;
  if (recordId) return { page: 'record', tenant, recordId, address: `${address}/view/${recordId}` };
  return ROWS.test(url.hash) ? { page: 'list', tenant, recordId: null, address } : null;
}

/** The title of each column, by the name that its cards' list carries. */
function columnTitles(document: Document): Take[] {
  return [...document.querySelectorAll(`${PAGES.board} th.group-header[data-name]`)].flatMap((head) => {
    const name = JSON.stringify(head.getAttribute('data-name'));
    const title = head.querySelector('.kanban-group-label')?.textContent;
    return title ? { from: `.group-column-list[data-name=${name}]`, is: title } : [];
  });
}

/** A list and a board have one address. */
function detect(document: Document, found: PageMatch, shows: Shows): PageMatch | null {
  const stands = (page: keyof typeof PAGES) => shows(PAGES[page]);
  if (found.recordId !== null) return stands('record') ? found : null;
  if (!stands('board')) return stands('list') ? found : null;
  espocrm.board = boardWith(columnTitles(document));
  return { ...found, page: 'board' };
}

export const espocrm: CrmReader = {
  ...espocrmSite,
  match,
  detect,
  record,
  past,
  list,
  board: boardWith([]),
  inputs: 'drafts',
};
