import type { CrmSite } from '../types.ts';

/** A company's own host, or the shared one that leads to it. */
export const pipedriveSite: CrmSite = {
  id: 'pipedrive',
  name: 'Pipedrive',
  hosts: [/^(?!www\.|support\.|developers\.|learn\.|marketplace\.)[a-z0-9-]+\.pipedrive\.com$/],
  noPast: true,
};
