import type { CrmChoice } from '../../components/welcome-state.ts';
import { sites } from '../../lib/crm/known-hosts.ts';

type Hint = { origin?: string; example?: string; list?: string };

/** Where a CRM usually stands: an address that all customers share, what one looks like, the path of the open deals. */
const HINTS: Readonly<Record<string, Hint>> = {
  salesforce: { example: 'acme.lightning.force.com', list: '/lightning/o/Opportunity/list' },
  hubspot: { origin: 'https://app.hubspot.com', example: 'app.hubspot.com' },
  pipedrive: { example: 'acme.pipedrive.com', list: '/pipeline' },
  dynamics: { example: 'acme.crm4.dynamics.com' },
  zoho: { origin: 'https://crm.zoho.com', example: 'crm.zoho.com' },
  odoo: { list: '/web' },
};

/** What a new user can pick: every CRM that has a reader. */
export const CRMS: readonly (CrmChoice & { list: string })[] = sites.map(({ id, name }) => {
  const { origin = null, example = `${id}.example.com`, list = '/' } = HINTS[id] ?? {};
  return { id, name, origin, example, list };
});
