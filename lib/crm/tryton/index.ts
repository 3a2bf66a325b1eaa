import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { list, record } from './fields.ts';
import { trytonSite } from './site.ts';

/** `#<database>/model/sale.opportunity/<id>;name=…`, on any host and path. */
const ADDRESS = /^#([^/;?]+)\/model\/sale\.opportunity(?:\/(\d+))?(?:;|$)/;

const PAGES = {
  record: '.form input[name="description"]',
  list: '.tab-content .treeview:not(.form *) > table.tree',
} as const;

function match(url: URL): PageMatch | null {
  const [, database, recordId = null] = ADDRESS.exec(url.hash) ?? [];
  if (!database) return null;
  const app = url.host + url.pathname.replace(/\/(?:index\.html)?$/, '');
  const address = `${url.origin}${url.pathname}#${database}/model/sale.opportunity${recordId ? `/${recordId}` : ''}`;
  return { page: recordId ? 'record' : 'list', tenant: `${app}/${database}`, recordId, address };
}

function detect(_: Document, found: PageMatch, shows: Shows): PageMatch | null {
  return shows(PAGES[found.page as keyof typeof PAGES]) ? found : null;
}

/** Tryton's English writes the month first; its language says no more than "en". */
function locale(document: Document): string | null {
  const { lang } = document.documentElement;
  return lang === 'en' ? 'en-US' : lang || null;
}

export const tryton: CrmReader = { ...trytonSite, match, detect, record, list, inputs: 'values', locale };
