import type { CrmReader, PageMatch, Shows } from '../types.ts';
import { record } from './fields.ts';
import { dynamicsSite } from './site.ts';

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

function match(url: URL): PageMatch | null {
  if (!dynamicsSite.hosts.some((host) => host.test(url.hostname))) return null;
  const query = url.searchParams;
  if (query.get('pagetype') !== 'entityrecord' || query.get('etn') !== 'opportunity') return null;
  const recordId = canonicalGuid(query.get('id') ?? '');
  if (!recordId) return null;
  const app = query.get('appid');
  const address = `${url.origin}/main.aspx?${app ? `appid=${app}&` : ''}pagetype=entityrecord&etn=opportunity&id=${recordId}`;
  return { page: 'record', tenant: url.hostname, recordId, address };
}

function canonicalGuid(id: string): string | null {
  return GUID.exec(id)?.[1]?.toLowerCase() ?? null;
}

function detect(_: Document, found: PageMatch, shows: Shows): PageMatch | null {
  return shows('[data-id="editFormRoot"] [data-id="header_title"]') ? found : null;
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
  inputs: 'values',
  empty: ['---'],
  canonicalId: canonicalGuid,
  locale,
};
