import { fieldOfLabel } from '../labels.ts';
import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { board, list, record } from './fields.ts';
import { past } from './past.ts';
import { canonicalOpportunityId } from './record-id.ts';
import { LIGHTNING_HOSTS, salesforceSite } from './site.ts';

const RECORD = /^\/lightning\/r\/(?:Opportunity\/)?(006[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?)\/view\/?$/;
const LIST = /^\/lightning\/o\/Opportunity\/(?:list|home)\/?$/;
/** The older shell keeps its address in the hash. */
const OLD_SHELL = /^#\/sObject\/(006[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?)\/view/;

const HIDDEN = '[aria-hidden="true"]';
/** The outermost of the components that may hold a real shadow root while the page around them is flat. */
const HOSTS =
  'one-record-home-flexipage2,lst-object-home,lst-list-view-manager,records-lwc-highlights-panel,' +
  'records-lwc-detail-panel,records-record-layout-item,flexipage-field,runtime_sales_pathassistant-path-step';

const PAGES = {
  record: 'one-record-home-flexipage2, records-lwc-highlights-panel',
  board: '.runtime_sales_pipelineboardPipelineViewColumn',
  list: 'lst-object-home, .forceObjectHomeDesktop, .forceListViewManager',
} as const;

function match(url: URL): PageMatch | null {
  const tenant = LIGHTNING_HOSTS.map((host) => host.exec(url.hostname)?.[1]).find(Boolean);
  if (!tenant) return null;
  if (LIST.test(url.pathname)) {
    const view = url.searchParams.get('filterName');
    const address = url.origin + url.pathname + (view ? `?filterName=${encodeURIComponent(view)}` : '');
    return { page: 'list', tenant, recordId: null, address };
  }
  const shell = url.pathname === '/one/one.app' ? OLD_SHELL.exec(url.hash) : null;
  const id = (shell ?? RECORD.exec(url.pathname))?.[1];
  const recordId = id ? canonicalOpportunityId(id) : null;
  if (!recordId) return null;
  return { page: 'record', tenant, recordId, address: `${url.origin}/lightning/r/Opportunity/${recordId}/view` };
}

function detect(_: Document, found: PageMatch, shows: Shows): PageMatch | null {
  const stands = (page: keyof typeof PAGES) => shows(PAGES[page]);
  if (found.page === 'record') return stands('record') ? found : null;
  if (stands('board')) return { ...found, page: 'board' };
  return stands('list') ? found : null;
}

export const salesforce: CrmReader = {
  ...salesforceSite,
  match,
  detect,
  record,
  past,
  list,
  board,
  hidden: HIDDEN,
  shadowHosts: HOSTS,
  inputs: 'drafts',
  fieldOfLabel,
  canonicalId: canonicalOpportunityId,
};
