import { firstShown, scopeOf } from '../deep-select.ts';
import type { CrmReader, PageMatch } from '../types.ts';
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

function detect(document: Document, found: PageMatch): PageMatch | null {
  const stands = (css: string) => firstShown(scopeOf(document), css) !== null;
  if (found.recordId === null) return stands('a.lead-item[href*="/leads/view/"]') ? found : null;
  return stands('.stage') && document.querySelector(LEAD) ? found : null;
}

export const krayin: CrmReader = { ...krayinSite, match, detect, record, board, inputs: 'drafts' };
