import { describe, expect, it } from 'vitest';
import { knowsHost, sites } from '../../lib/crm/known-hosts.ts';
import { readers } from '../../lib/crm/registry.ts';

describe('hosts that are known before access', () => {
  it.each([
    ['https://acme.lightning.force.com/lightning/page/home', 'salesforce'],
    ['https://acme--dev.sandbox.lightning.force.com/', 'salesforce'],
    ['https://acme.lightning.force.mil/', 'salesforce'],
    ['https://acme.lightning.crmforce.mil/', 'salesforce'],
    ['https://acme.lightning.force.com.mcas.ms/', 'salesforce'],
    ['https://acme.lightning.de.force.com/', 'salesforce'],
    ['https://acme.sfcrmapps.cn/', 'salesforce'],
    ['https://app.hubspot.com/contacts/1', 'hubspot'],
    ['https://app-eu1.hubspot.com/contacts/1', 'hubspot'],
    ['https://acme.pipedrive.com/pipeline', 'pipedrive'],
    ['https://app.pipedrive.com/pipeline', 'pipedrive'],
    ['https://acme.crm4.dynamics.com/main.aspx', 'dynamics'],
    ['https://crm.zoho.com.au/crm/org1/tab/Potentials', 'zoho'],
    ['https://acme.odoo.com/web', 'odoo'],
  ])('%s is %s', (url, id) => expect(knowsHost(new URL(url))?.id).toBe(id));

  it.each([
    'https://lightning.force.com.example.com/',
    'https://acme.lightning.force.com.example.com/',
    'https://notforce.com/',
    'https://www.hubspot.com/products',
    'https://app.hubspot.com.example.com/',
    'https://www.pipedrive.com/en',
    'https://www.zoho.com/crm/',
    'https://example.com/?host=app.hubspot.com',
    'chrome://extensions',
    'about:blank',
  ])('%s is none of them', (url) => expect(knowsHost(new URL(url))).toBeNull());

  it('names every CRM that has a reader, and no other', () => {
    expect(sites.map(({ id, name, hosts }) => ({ id, name, hosts }))).toEqual(
      readers.map(({ id, name, hosts }) => ({ id, name, hosts })),
    );
  });
});
