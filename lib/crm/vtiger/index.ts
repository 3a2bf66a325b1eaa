import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { record } from './fields.ts';
import { vtigerSite } from './site.ts';

/** `index.php?module=Potentials&view=Detail&record=<id>`, on any host and path. */
function match(url: URL): PageMatch | null {
  const query = url.searchParams;
  const recordId = query.get('record') ?? '';
  if (query.get('module') !== 'Potentials' || query.get('view') !== 'Detail' || !/^\d+$/.test(recordId)) return null;
  const path = url.pathname.replace(/index\.php$/, '');
  const address = `${url.origin}${path}index.php?module=Potentials&view=Detail&record=${recordId}`;
  return { page: 'record', tenant: url.host + path.replace(/\/$/, ''), recordId, address };
}

function detect(_: Document, found: PageMatch, shows: Shows): PageMatch | null {
  return shows('[id^="Potentials_detailView_fieldValue_"]') ? found : null;
}

export const vtiger: CrmReader = { ...vtigerSite, match, detect, record, inputs: 'drafts' };
