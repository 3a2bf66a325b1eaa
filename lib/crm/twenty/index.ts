import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { board, recordWith } from './fields.ts';
import { twentySite } from './site.ts';

const RECORD = /^\/object\/opportunity\/([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\/?$/;
const ROWS = /^\/objects\/opportunities\/?$/;

function match(url: URL): PageMatch | null {
  const tenant = url.host;
  const recordId = RECORD.exec(url.pathname)?.[1];
  if (recordId) return { page: 'record', tenant, recordId };
  return ROWS.test(url.pathname) ? { page: 'board', tenant, recordId: null } : null;
}

function detect(_: Document, found: PageMatch, shows: Shows): PageMatch | null {
  const { recordId } = found;
  const mark = recordId ? `[id^="label-${recordId}-"]` : '[id^="record-board-card-"][data-selectable-id]';
  if (!shows(mark)) return null;
  if (recordId) twenty.record = recordWith(recordId);
  return found;
}

export const twenty: CrmReader = { ...twentySite, match, detect, board, inputs: 'drafts', empty: ['Empty'] };
