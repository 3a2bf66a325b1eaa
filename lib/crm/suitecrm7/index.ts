import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { list, record } from './fields.ts';
import { past } from './past.ts';
import { suitecrm7Site } from './site.ts';

const PAGES = {
  record: '.detail-view-field[field="sales_stage"], .detail-view-field[field="date_closed"]',
  list: 'table.list.view td[field="name"]',
} as const;

/** `index.php?module=Opportunities&action=DetailView&record=<id>`, on any host and path. */
function match(url: URL): PageMatch | null {
  const query = url.searchParams;
  if (query.get('module') !== 'Opportunities') return null;
  const path = url.pathname.replace(/index\.php$/, '');
  const tenant = url.host + path.replace(/\/$/, '');
  const address = `${url.origin}${path}index.php?module=Opportunities&action=`;
  const action = query.get('action') ?? 'index';
  const recordId = query.get('record') ?? '';
  if (action === 'DetailView' && /^[\w-]+$/.test(recordId)) {
    return { page: 'record', tenant, recordId, address: `${address}DetailView&record=${recordId}` };
  }
  const rows = action === 'index' || action === 'ListView';
  return rows ? { page: 'list', tenant, recordId: null, address: `${address}index` } : null;
}

function detect(_: Document, found: PageMatch, shows: Shows): PageMatch | null {
  return shows(PAGES[found.page as keyof typeof PAGES]) ? found : null;
}

export const suitecrm7: CrmReader = { ...suitecrm7Site, match, detect, record, list, past, inputs: 'drafts' };
