import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { board, listWith, record } from './fields.ts';
import { past } from './past.ts';
import { sessionOf } from './session.ts';
import { odooSite } from './site.ts';

/** From 18 on; the last name may be an action, a model or a path of the company's own. */
const PATH = /^\/(?:odoo|scoped_app)(?:\/(.+?))?\/?$/;

const DEAL = '[name="expected_revenue"]';
const PAGES = {
  record: `.o_form_view ${DEAL}`,
  board: `.o_opportunity_kanban .o_kanban_group, .o_kanban_view .o_kanban_record ${DEAL}`,
  list: '.o_list_view th[data-name="expected_revenue"]',
} as const;

function match(url: URL): PageMatch | null {
  const tenant = url.host;
  if (url.pathname === '/web' || url.pathname === '/web/') {
    const query = new URLSearchParams(url.hash.slice(1));
    if (query.get('model') !== 'crm.lead') return null;
    const id = query.get('id') ?? '';
    const kind = query.get('view_type');
    if (/^\d+$/.test(id) && (kind === 'form' || kind === null)) {
      const address = `${url.origin}/web#id=${id}&model=crm.lead&view_type=form`;
      return { page: 'record', tenant, recordId: id, address };
    }
    const address = `${url.origin}/web${url.hash}`;
    return kind === 'form' ? null : { page: kind === 'list' ? 'list' : 'board', tenant, recordId: null, address };
  }
  const path = PATH.exec(url.pathname)?.[1];
  if (!path) return null;
  const last = path.slice(path.lastIndexOf('/') + 1);
  if (/^\d+$/.test(last) && path !== last) return { page: 'record', tenant, recordId: last };
  return last === 'new' ? null : { page: 'board', tenant, recordId: null };
}

/** Among its siblings, from 1 on; 0 where there is none. */
function placeOf(head: Element | null): number {
  return head ? [...(head.parentElement?.children ?? [])].indexOf(head) + 1 : 0;
}

/** An address from 18 on may name an action alone: only the page tells whether it shows deals, and how. */
function detect(document: Document, found: PageMatch, shows: Shows): PageMatch | null {
  const stands = (page: keyof typeof PAGES) => shows(PAGES[page]);
  const page = found.recordId !== null ? 'record' : stands('board') ? 'board' : 'list';
  if (page !== 'board' && !stands(page)) return null;
  if (page === 'list') odoo.list = listWith(placeOf(document.querySelector(PAGES.list)));
  const { database } = sessionOf(document);
  return { ...found, page, tenant: database ? `${found.tenant}/${database}` : found.tenant };
}

export const odoo: CrmReader = {
  ...odooSite,
  match,
  detect,
  record,
  past,
  list: listWith(0),
  board,
  inputs: 'values',
  locale: (document) => sessionOf(document).lang,
};
