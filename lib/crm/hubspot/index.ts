import { fieldOfLabel } from '../labels.ts';
import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { board, list, record } from './fields.ts';
import { past } from './past.ts';
import { hubspotSite } from './site.ts';

/** Object type 0-3 is a deal; tickets, companies and custom objects have the same pages under other types. */
const RECORD = /^\/contacts\/(\d+)\/(?:record\/0-3|deal)\/(\d+)(?:\/|$)/;
const INDEX = /^\/contacts\/(\d+)\/(?:objects\/0-3|deals)(?:\/views\/[^/]+)?(?:\/(list|board))?(?:\/|$)/;

const PAGES = {
  record: '[data-test-id="left-sidebar"], [data-test-id="record-highlight-content"]',
  list: '[data-test-id="framework-data-table"]',
  board: '[data-test-id="cdb-column"]',
} as const;

function match(url: URL): PageMatch | null {
  if (!hubspotSite.hosts.some((host) => host.test(url.hostname))) return null;
  const record = RECORD.exec(url.pathname);
  if (record?.[1] && record[2]) {
    const [, tenant, recordId] = record;
    return { page: 'record', tenant, recordId, address: `${url.origin}/contacts/${tenant}/record/0-3/${recordId}` };
  }
  const index = INDEX.exec(url.pathname);
  if (!index?.[1]) return null;
  return { page: index[2] === 'board' ? 'board' : 'list', tenant: index[1], recordId: null };
}

function detect(_: Document, found: PageMatch, shows: Shows): PageMatch | null {
  const stands = (page: keyof typeof PAGES) => shows(PAGES[page]);
  if (found.page === 'record') return stands('record') ? found : null;
  if (stands('list')) return { ...found, page: 'list' };
  return stands('board') ? { ...found, page: 'board' } : null;
}

export const hubspot: CrmReader = {
  ...hubspotSite,
  match,
  detect,
  record,
  past,
  list,
  board,
  inputs: 'drafts',
  fieldOfLabel,
  empty: ['--'],
};
