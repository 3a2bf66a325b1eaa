import type { CrmSite } from '../types.ts';

/** Always on a host of the company's own. */
export const krayinSite: CrmSite = { id: 'krayin', name: 'Krayin', hosts: [], selfHosted: true };
