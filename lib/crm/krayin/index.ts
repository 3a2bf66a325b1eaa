import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { board, record } from './fields.ts';
import { krayinSite } from './site.ts';

/** Deals are called leads; the first part of the path is the company's own. */
const ADDRESS = /^((?:\/[^/]+)*)\/leads(?:\/view\/(\d+))?\/?$/;

const LEAD = 'input[type="hidden"][name="lead_value"], input[type="hidden"][name="expected_close_date"]';

function match(url: URL): PageMatch | null {
  const found = ADDRESS.exec(url.pathname);
  if (!found) return null;
  const [, base = '', recordId = null] = found;
  return { page: recordId ? 'record' : 'board', tenant: url.host + base, recordId };
}

function detect(document: Document, found: PageMatch, shows: Shows): PageMatch | null {
  if (found.recordId === null) return shows('a.lead-item[href*="/leads/view/"]') ? found : null;
  return shows('.stage') && document.querySelector(LEAD) ? found : null;
}

export const krayin: CrmReader = { ...krayinSite, match, detect, record, board, inputs: 'drafts' };
