import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { list, record } from './fields.ts';
import { past } from './past.ts';
import { suitecrm8Site } from './site.ts';

/** `#/opportunities/record/<id>`, or `edit` for the same record; on any host and path. */
const RECORD = /^#\/opportunities\/(?:record|edit)\/([\w-]+)(?:[/?]|$)/;
const ROWS = /^#\/opportunities(?:\/index)?\/?(?:\?|$)/;

const PAGES = {
  record: ['sales_stage', 'date_closed', 'amount']
    .map((name) => `.dynamic-field-name-${name}:not(.dynamic-field-mode-list)`)
    .join(', '),
  list: 'td.column-sales_stage, td.column-date_closed',
} as const;

function match(url: URL): PageMatch | null {
  const path = url.pathname.replace(/index\.(?:php|html)$/, '');
  const tenant = url.host + path.replace(/\/$/, '');
  const address = `${url.origin}${path}#/opportunities`;
  const recordId = RECORD.exec(url.hash)?.[1];
  if (recordId) return { page: 'record', tenant, recordId, address: `${address}/record/${recordId}` };
  return ROWS.test(url.hash) ? { page: 'list', tenant, recordId: null, address } : null;
}

function detect(_: Document, found: PageMatch, shows: Shows): PageMatch | null {
  return shows(PAGES[found.page as keyof typeof PAGES]) ? found : null;
}

export const suitecrm8: CrmReader = { ...suitecrm8Site, match, detect, record, past, list, inputs: 'drafts' };
