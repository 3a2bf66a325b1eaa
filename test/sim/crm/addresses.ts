import type { SimDeal } from '../team/truth.ts';
import { DEMO_HOSTS, type SimCrm } from './profiles.ts';

export const PORTAL = '4815162';
export const APP_ID = '9d3c2b1a-5e4f-4a6b-8c7d-0e1f2a3b4c5d';
export const ODOO_ACTION = '284';
export const TRYTON_DB = 'acme';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The 18-character form: three letters say which of the first 15 characters are upper case. */
export function salesforceId(serial: number): string {
  const short = `0065g00000${serial.toString(36).toUpperCase().padStart(3, '0')}aB`;
  let check = '';
  for (let part = 0; part < 3; part++) {
    let bits = 0;
    for (let at = 0; at < 5; at++) if (/[A-Z]/.test(short[part * 5 + at] ?? '')) bits |= 1 << at;
    check += LETTERS[bits];
  }
  return short + check;
}

/** The id of the deal's record in that CRM, in its canonical form. */
export function recordIdOf(crm: SimCrm, deal: Pick<SimDeal, 'serial'>): string {
  const { serial } = deal;
  switch (crm) {
    case 'salesforce':
      return salesforceId(serial);
    case 'hubspot':
      return String(9_300_000_000 + serial * 7_919);
    case 'dynamics':
      return `5ea1${serial.toString(16).padStart(4, '0')}-71d3-ef11-8ee9-000d3a4b5c6d`;
    case 'pipedrive':
      return String(100 + serial);
    case 'odoo':
      return String(40 + serial);
    case 'tryton':
      return String(serial);
  }
}

export type SimPageKind = 'record' | 'list' | 'board';

/** Addresses of a record page that name no record, as some in-app links do. The demo shows its showcase deal there. */
const WITHOUT_ID: Record<SimCrm, string> = {
  salesforce: '/lightning/r/Opportunity/view',
  hubspot: `/contacts/${PORTAL}/record/0-3/`,
  pipedrive: '/deal/',
  dynamics: `/main.aspx?appid=${APP_ID}&pagetype=entityrecord&etn=opportunity`,
  odoo: `/web#cids=1&menu_id=120&action=${ODOO_ACTION}&model=crm.lead&view_type=form`,
  tryton: `/#${TRYTON_DB}/model/sale.opportunity;name=%22Opportunities%22&mode=%5B%22form%22%5D`,
};

/**
 * Path, query and hash of a page in that CRM's own scheme. A CRM without a board answers with its list, and back; a
 * record without a deal is an address that lacks the id.
 */
export function pathOf(crm: SimCrm, kind: SimPageKind, deal?: Pick<SimDeal, 'serial'>): string {
  if (kind === 'record' && !deal) return WITHOUT_ID[crm];
  const id = kind === 'record' && deal ? recordIdOf(crm, deal) : null;
  switch (crm) {
    case 'salesforce':
      return id ? `/lightning/r/Opportunity/${id}/view` : '/lightning/o/Opportunity/list?filterName=AllOpen';
    case 'hubspot':
      return id
        ? `/contacts/${PORTAL}/record/0-3/${id}`
        : `/contacts/${PORTAL}/objects/0-3/views/all/${kind === 'board' ? 'board' : 'list'}`;
    case 'pipedrive':
      return id ? `/deal/${id}` : '/pipeline/1/user/everyone';
    case 'dynamics':
      return id
        ? `/main.aspx?appid=${APP_ID}&pagetype=entityrecord&etn=opportunity&id=${id}`
        : `/main.aspx?appid=${APP_ID}&pagetype=entitylist&etn=opportunity&viewid=${APP_ID}`;
    case 'odoo':
      return id
        ? `/web#id=${id}&cids=1&menu_id=120&action=${ODOO_ACTION}&model=crm.lead&view_type=form`
        : `/web#action=${ODOO_ACTION}&model=crm.lead&view_type=kanban&cids=1&menu_id=120`;
    case 'tryton':
      return id
        ? `/#${TRYTON_DB}/model/sale.opportunity/${id};name=%22Opportunities%22`
        : `/#${TRYTON_DB}/model/sale.opportunity;name=%22Opportunities%22`;
  }
}

/** `sim` sets the demo CRM's switches for a page opened by this address: `{ late: 'off', lang: 'de-DE' }`. */
export type SimSwitches = Partial<Record<string, string | number>>;

/** A full address under the CRM's real-looking host, or under `origin` (the local demo server). */
export function urlOf(
  crm: SimCrm | 'unknown',
  kind: SimPageKind,
  deal?: Pick<SimDeal, 'serial'>,
  sim: SimSwitches = {},
  origin: string = DEMO_HOSTS[crm],
): string {
  const url = new URL(crm === 'unknown' ? `/${kind}/${deal?.serial ?? ''}` : pathOf(crm, kind, deal), origin);
  const { lang, ...rest } = sim;
  if (lang) url.searchParams.set('lang', String(lang));
  const switches = Object.entries(rest).map(([key, value]) => `${key}=${value}`);
  if (switches.length > 0) url.searchParams.set('sim', switches.join(','));
  return url.href;
}
