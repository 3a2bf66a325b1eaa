import { fieldOfLabel } from '../labels.ts';
import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { board, list, PAGES, recordWith } from './fields.ts';
import { pastWith } from './past.ts';
import { twentySite } from './site.ts';

const RECORD = /^\/object\/opportunity\/([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\/?$/;
const ROWS = /^\/objects\/opportunities\/?$/;

function match(url: URL): PageMatch | null {
  const tenant = url.host;
  const recordId = RECORD.exec(url.pathname)?.[1];
  if (recordId) return { page: 'record', tenant, recordId };
  return ROWS.test(url.pathname) ? { page: 'list', tenant, recordId: null } : null;
}

/** A list and a board have one address. */
function detect(_: Document, found: PageMatch, shows: Shows): PageMatch | null {
  const { recordId } = found;
  if (recordId) {
    if (!shows(`[id^="label-${recordId}-"]`)) return null;
    twenty.record = recordWith(recordId);
    twenty.past = pastWith(recordId);
    return found;
  }
  if (shows(PAGES.board)) return { ...found, page: 'board' };
  return shows(PAGES.list) ? found : null;
}

export const twenty: CrmReader = {
  ...twentySite,
  match,
  detect,
  list,
  board,
  inputs: 'drafts',
  fieldOfLabel,
  empty: ['Empty'],
};
