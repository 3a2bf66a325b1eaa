import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { LIST, list, record } from './fields.ts';
import { past } from './past.ts';
import { dynamicsSite } from './site.ts';

const FORM = '[data-id="editFormRoot"] [data-id="header_title"]';
const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/** Of an address's many parameters those that lead back to its page. */
const KEPT = {
  entityrecord: ['appid', 'pagetype', 'etn'],
  entitylist: ['appid', 'pagetype', 'etn', 'viewid', 'viewType'],
} as const;

function match(url: URL): PageMatch | null {
  if (!dynamicsSite.hosts.some((host) => host.test(url.hostname))) return null;
  const query = url.searchParams;
  if (query.get('etn') !== 'opportunity') return null;
  const tenant = url.hostname;
  const pageType = query.get('pagetype');
  if (pageType === 'entitylist') return { page: 'list', tenant, recordId: null, address: addressOf(url, pageType) };
  const recordId = pageType === 'entityrecord' ? canonicalGuid(query.get('id') ?? '') : null;
  if (!recordId) return null;
  return { page: 'record', tenant, recordId, address: `${addressOf(url, 'entityrecord')}&id=${recordId}` };
}

function addressOf(url: URL, pageType: keyof typeof KEPT): string {
  const kept = new URLSearchParams();
  for (const name of KEPT[pageType]) {
    const value = url.searchParams.get(name);
    if (value) kept.set(name, value);
  }
  return `${url.origin}/main.aspx?${kept}`;
}

function canonicalGuid(id: string): string | null {
  return GUID.exec(id)?.[1]?.toLowerCase() ?? null;
}

function detect(_: Document, found: PageMatch, shows: Shows): PageMatch | null {
  return shows(found.page === 'record' ? FORM : LIST) ? found : null;
}

/**
 * The page's language is that of its words; dates and numbers follow the user's own format. English is worldwide one
 * language pack, so it says nothing of their order.
 */
function locale(document: Document): string | null {
  const { lang } = document.documentElement;
  return /^en\b/i.test(lang) ? 'en' : lang || null;
}

export const dynamics: CrmReader = {
  ...dynamicsSite,
  match,
  detect,
  record,
  past,
  list,
  inputs: 'values',
  empty: ['---'],
  canonicalId: canonicalGuid,
  locale,
};
