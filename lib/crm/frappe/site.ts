import type { CrmSite } from '../types.ts';

/** Mostly on hosts of the companies' own: known by its pages. */
export const frappeSite: CrmSite = { id: 'frappe', name: 'Frappe CRM', hosts: [], selfHosted: true };
