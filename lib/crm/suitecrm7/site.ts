import type { CrmSite } from '../types.ts';

/** Mostly on hosts of the companies' own: known by its pages. */
export const suitecrm7Site: CrmSite = { id: 'suitecrm7', name: 'SuiteCRM 7', hosts: [], selfHosted: true };
