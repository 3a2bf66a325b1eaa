import { fieldOfLabel } from '../labels.ts';
import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { board, list, record } from './fields.ts';
import { past } from './past.ts';
import { zohoSite } from './site.ts';

/** The module is called Potentials in every address, though its pages say Deals. */
const ADDRESS = /^\/crm\/(?:(org\d+)\/)?tab\/Potentials(?:\/(\d+)|\/custom-view\/\d+\/(?:list|kanban))?\/?$/;

const PAGES = {
  record: '#recordDetails, crux-detailpage-header, #detailViewButtonLayerMainTableContainer, #dv_title',
  list: 'lyte-exptable-tr[data-zcqa="detailView"], crux-table-component[cx-prop-module="Potentials"]',
  board: 'lyte-card.crm-kv-card',
} as const;

function match(url: URL): PageMatch | null {
  const found = zohoSite.hosts.some((host) => host.test(url.hostname)) ? ADDRESS.exec(url.pathname) : null;
  if (!found) return null;
  const [, org, recordId = null] = found;
  return { page: recordId ? 'record' : 'list', tenant: org ? `${url.host}/${org}` : url.host, recordId };
}

/** The last choice of list or board is kept: the address need not say which. */
function detect(_: Document, found: PageMatch, shows: Shows): PageMatch | null {
  const stands = (page: keyof typeof PAGES) => shows(PAGES[page]);
  if (found.recordId !== null) return stands('record') ? found : null;
  if (stands('board')) return { ...found, page: 'board' };
  return stands('list') ? found : null;
}

export const zoho: CrmReader = {
  ...zohoSite,
  match,
  detect,
  record,
  past,
  list,
  board,
  inputs: 'drafts',
  fieldOfLabel,
};
