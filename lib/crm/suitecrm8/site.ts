import type { CrmSite } from '../types.ts';

/** Mostly on hosts of the companies' own: known by its pages. */
export const suitecrm8Site: CrmSite = { id: 'suitecrm8', name: 'SuiteCRM 8', hosts: [], selfHosted: true };
