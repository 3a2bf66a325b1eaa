import { fieldOfLabel } from '../labels.ts';
import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { board, list, ROW, record } from './fields.ts';
import { past } from './past.ts';
import { frappeSite } from './site.ts';

/** `/crm/deals/<id>`, `/crm/deals/view/list`, `…/kanban/…`; `/crm/deals` is whichever view was last open. */
const ADDRESS = /^\/crm\/deals(?:\/(?!view(?:\/|$))([^/]+)|\/view(?:\/.*)?)?\/?$/;

const PAGES = {
  record: '.section .field',
  board: '[data-column] a[data-name][href*="/crm/deals/"]',
  list: ROW,
} as const;

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function match(url: URL): PageMatch | null {
  const found = ADDRESS.exec(url.pathname);
  if (!found) return null;
  const tenant = url.host;
  if (!found[1]) return { page: 'list', tenant, recordId: null };
  const recordId = decoded(found[1]);
  return recordId ? { page: 'record', tenant, recordId } : null;
}

/** Leads have the same side panel: the id at its head tells whose it is. */
function detect(document: Document, found: PageMatch, shows: Shows): PageMatch | null {
  const said = document.querySelector('.cursor-copy')?.textContent?.trim();
  if (found.recordId !== null && said && said !== found.recordId) return null;
  const stands = (page: keyof typeof PAGES) => shows(PAGES[page]);
  if (found.recordId !== null) return stands('record') ? found : null;
  if (stands('board')) return { ...found, page: 'board' };
  return stands('list') ? found : null;
}

export const frappe: CrmReader = {
  ...frappeSite,
  match,
  detect,
  record,
  past,
  list,
  board,
  inputs: 'drafts',
  fieldOfLabel,
  canonicalId: decoded,
};
