import type { CrmSite } from '../types.ts';

/** Mostly on hosts of the companies' own: known by its pages. */
export const vtigerSite: CrmSite = { id: 'vtiger', name: 'vtiger', hosts: [], selfHosted: true };
