import type { CrmChoice } from '../../components/welcome-state.ts';

/** What a new user can pick, with where the list of open deals usually stands. `list` is a path on the CRM's host. */
export const CRMS: readonly (CrmChoice & { list: string })[] = [
  {
    id: 'salesforce',
    name: 'Salesforce',
    origin: null,
    example: 'acme.lightning.force.com',
    list: '/lightning/o/Opportunity/list',
  },
  { id: 'hubspot', name: 'HubSpot', origin: 'https://app.hubspot.com', example: 'app.hubspot.com', list: '/' },
  { id: 'pipedrive', name: 'Pipedrive', origin: null, example: 'acme.pipedrive.com', list: '/pipeline' },
  { id: 'dynamics', name: 'Dynamics 365 Sales', origin: null, example: 'acme.crm4.dynamics.com', list: '/' },
  { id: 'odoo', name: 'Odoo', origin: null, example: 'odoo.example.com', list: '/web' },
  { id: 'tryton', name: 'Tryton', origin: null, example: 'tryton.example.com', list: '/' },
];
