import type { CrmSite } from '../types.ts';

/** Mostly on hosts of the companies' own: known by its pages. */
export const espocrmSite: CrmSite = { id: 'espocrm', name: 'EspoCRM', hosts: [], selfHosted: true };
