import type { CrmSite } from '../types.ts';

/** One host per region: `app.hubspot.com`, `app-eu1.hubspot.com`. */
export const hubspotSite: CrmSite = { id: 'hubspot', name: 'HubSpot', hosts: [/^app(?:-[a-z0-9]+)?\.hubspot\.com$/] };
