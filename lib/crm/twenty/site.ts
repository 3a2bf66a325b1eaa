import type { CrmSite } from '../types.ts';

/** Often on hosts of the companies' own: known by its pages. */
export const twentySite: CrmSite = { id: 'twenty', name: 'Twenty', hosts: [], selfHosted: true };
