import type { CrmSite } from '../types.ts';

/** The vendor's cloud; most installations stand on a host of their own and are known by their pages. */
export const odooSite: CrmSite = {
  id: 'odoo',
  name: 'Odoo',
  hosts: [/^(?!www\.|accounts\.)[a-z0-9-]+\.odoo\.com$/],
  selfHosted: true,
};
