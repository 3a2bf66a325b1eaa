import type { CrmSite } from '../types.ts';

/** Always on a host of the company's own. */
export const trytonSite: CrmSite = { id: 'tryton', name: 'Tryton', hosts: [], selfHosted: true, noPast: true };
