import type { CrmSite } from '../types.ts';

/** The commercial cloud's regions (`crm`, `crm2` …) and the sovereign ones. */
export const dynamicsSite: CrmSite = {
  id: 'dynamics',
  name: 'Dynamics 365 Sales',
  hosts: [
    /^[a-z0-9-]+\.crm\d*\.dynamics\.(?:com|cn)$/,
    /^[a-z0-9-]+\.crm\.(?:microsoftdynamics\.us|appsplatform\.us)$/,
  ],
};
