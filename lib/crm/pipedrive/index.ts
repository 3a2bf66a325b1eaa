import { fieldOfLabel } from '../labels.ts';
import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { board, list, record } from './fields.ts';
import { pipedriveSite } from './site.ts';

const RECORD = /^\/deal\/(\d+)\/?$/;
const BOARD = /^\/pipeline(?:\/(\d+)(?:\/user\/[^/]+)?)?\/?$/;
const LIST = /^\/deals(?:\/|$)/;

const PAGES = {
  record: 'button.cui5-stage-selector__stage, [data-testid="header-title"]',
  board: '[data-test="pipeline-view"]',
  list: 'td[data-field="title"]',
} as const;

function match(url: URL): PageMatch | null {
  if (!pipedriveSite.hosts.some((host) => host.test(url.hostname))) return null;
  // On the shared host "app" the company is not said; it is a tenant of its own.
  const tenant = url.hostname.slice(0, url.hostname.indexOf('.'));
  const recordId = RECORD.exec(url.pathname)?.[1] ?? null;
  if (recordId) return { page: 'record', tenant, recordId };
  const page = BOARD.test(url.pathname) ? 'board' : LIST.test(url.pathname) ? 'list' : null;
  return page && { page, tenant, recordId: null };
}

function detect(_: Document, found: PageMatch, shows: Shows): PageMatch | null {
  return shows(PAGES[found.page]) ? found : null;
}

export const pipedrive: CrmReader = {
  ...pipedriveSite,
  match,
  detect,
  record,
  list,
  board,
  inputs: 'drafts',
  fieldOfLabel,
};
