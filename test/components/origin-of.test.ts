import { describe, expect, it } from 'vitest';
import { originOf } from '../../components/origin-of.ts';
import { safeHref } from '../../components/safe-href.ts';

describe('the site in a pasted address', () => {
  it.each([
    ['acme.pipedrive.com', 'https://acme.pipedrive.com'],
    [' https://acme.lightning.force.com/lightning/r/Opportunity/006/view?x=1 ', 'https://acme.lightning.force.com'],
    ['http://crm.intranet.example:8069/web#id=1', 'http://crm.intranet.example:8069'],
    ['localhost:8000/', 'http://localhost:8000'],
    ['127.0.0.1:8000', 'http://127.0.0.1:8000'],
    ['crm:8443', 'https://crm:8443'],
    ['ACME.Odoo.com/web', 'https://acme.odoo.com'],
  ])('of %s', (pasted, origin) => expect(originOf(pasted)).toBe(origin));

  it.each([
    '',
    '  ',
    'salesforce',
    'javascript:alert(1)',
    'file:///etc/hosts',
    'chrome://settings',
    'http://',
    'a b.com',
  ])('is none in “%s”', (pasted) => expect(originOf(pasted)).toBeNull());
});

it('follows links to the web alone', () => {
  expect(safeHref('https://acme.example.com/1')).toBe('https://acme.example.com/1');
  expect(['javascript:alert(1)', 'data:text/html,x', ' https://x.example', '//x', null].map(safeHref)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});
