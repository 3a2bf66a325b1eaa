import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { list, ROW, record } from './fields.ts';
import { past } from './past.ts';
import { vtigerSite } from './site.ts';

const PAGES = { record: '[id^="Potentials_detailView_fieldValue_"]', list: ROW } as const;

/** `index.php?module=Potentials&view=Detail&record=<id>` or `view=List`, on any host and path. */
function match(url: URL): PageMatch | null {
  const query = url.searchParams;
  if (query.get('module') !== 'Potentials') return null;
  const path = url.pathname.replace(/index\.php$/, '');
  const tenant = url.host + path.replace(/\/$/, '');
  const address = `${url.origin}${path}index.php?module=Potentials&view=`;
  const view = query.get('view');
  const recordId = query.get('record') ?? '';
  if (view === 'Detail' && /^\d+$/.test(recordId)) {
    return { page: 'record', tenant, recordId, address: `${address}Detail&record=${recordId}` };
  }
  return view === 'List' ? { page: 'list', tenant, recordId: null, address: `${address}List` } : null;
}

function detect(_: Document, found: PageMatch, shows: Shows): PageMatch | null {
  return shows(PAGES[found.page as keyof typeof PAGES]) ? found : null;
}

export const vtiger: CrmReader = { ...vtigerSite, match, detect, record, past, list, inputs: 'drafts' };
