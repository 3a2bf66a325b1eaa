import type { CrmSite } from '../types.ts';

/** One host per data centre. */
export const zohoSite: CrmSite = {
  id: 'zoho',
  name: 'Zoho CRM',
  hosts: [/^crm\.zoho\.(?:com|eu|in|com\.au|jp|com\.cn|sa|ca)$/],
};
