import type { CrmSite } from '../types.ts';

/** Mostly on hosts of the companies' own: known by its pages. */
export const orocrmSite: CrmSite = { id: 'orocrm', name: 'OroCRM', hosts: [], selfHosted: true };
