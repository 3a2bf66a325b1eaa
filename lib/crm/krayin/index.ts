import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { board, list, ROW, record } from './fields.ts';
import { past } from './past.ts';
import { krayinSite } from './site.ts';

/** Deals are called leads; the first part of the path is the company's own. */
const ADDRESS = /^((?:\/[^/]+)*)\/leads(?:\/view\/(\d+))?\/?$/;

const PAGES = { board: 'a.lead-item[href*="/leads/view/"]', list: ROW } as const;
const LEAD = 'input[type="hidden"][name="lead_value"], input[type="hidden"][name="expected_close_date"]';

function match(url: URL): PageMatch | null {
  const found = ADDRESS.exec(url.pathname);
  if (!found) return null;
  const [, base = '', recordId = null] = found;
  const tenant = url.host + base;
  if (recordId) return { page: 'record', tenant, recordId };
  if (url.searchParams.get('view_type') !== 'table') return { page: 'board', tenant, recordId };
  return { page: 'list', tenant, recordId, address: `${url.origin}${base}/leads?view_type=table` };
}

function detect(document: Document, found: PageMatch, shows: Shows): PageMatch | null {
  if (found.recordId === null) return shows(PAGES[found.page as keyof typeof PAGES]) ? found : null;
  return shows('.stage') && document.querySelector(LEAD) ? found : null;
}

export const krayin: CrmReader = { ...krayinSite, match, detect, record, past, list, board, inputs: 'drafts' };
