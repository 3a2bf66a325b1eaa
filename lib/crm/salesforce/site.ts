import type { CrmSite } from '../types.ts';

/**
 * Lightning hosts: commercial and government clouds, regional infixes, the reverse proxy that some companies put in
 * front (`.mcas.ms`), and China. Group 1 is the org's own name, sandbox part included.
 */
export const LIGHTNING_HOSTS = [
  /^(.+?)\.lightning\.(?:[a-z]{2,4}\.)?(?:force\.com|force\.mil|crmforce\.mil)(?:\.mcas\.ms)?$/,
  /^(.+?)(?:\.lightning)?\.(?:sfcrmapps|sfcrmproducts)\.cn$/,
] as const;

export const salesforceSite: CrmSite = { id: 'salesforce', name: 'Salesforce', hosts: LIGHTNING_HOSTS };
