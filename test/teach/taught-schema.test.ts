import { expect, it } from 'vitest';
import { emptyMap, type TaughtMap } from '../../lib/teach/taught-map.ts';
import { checkTaughtMap } from '../../lib/teach/taught-schema.ts';
import { SITE } from './open.ts';

const map: TaughtMap = {
  ...emptyMap(SITE),
  record: {
    address: '/app/deals/{id}',
    fields: {
      name: { from: ['h1'] },
      owner: { from: [], label: { text: 'Owner', tag: 'dt', up: 0, over: 1, down: '' } },
    },
  },
  list: {
    address: '/app/deals',
    row: 'table > tbody > tr',
    cells: { cell: '> *', table: 'table', head: 'thead th' },
    id: { from: 'a', link: '/app/deals/{id}' },
    columns: { name: { head: 'Deal', within: ['a'] } },
  },
  corrections: { salesforce: { amount: { from: ['#worth'] } } },
};

it('takes a map that was written out and read in again', () => {
  expect(checkTaughtMap(JSON.parse(JSON.stringify(map)))).toEqual({ map });
});

it.each([
  ['nothing', null],
  ['another version', { ...map, version: 2 }],
  ['an origin with a path', { ...map, origin: `${SITE}/app` }],
  ['an address without an id', { ...map, record: { address: '/app/deals', fields: {} } }],
  ['a field that is none', { ...map, record: { address: '/d/{id}', fields: { salary: { from: ['#pay'] } } } }],
  ['a selector that looks around for everything', { ...map, list: { ...map.list, row: 'tr:has(* ~ *)' } }],
  ['more than it should hold', { ...map, script: 'alert(1)' }],
  ['an attribute that is none of data', { ...map, list: { ...map.list, id: { attribute: 'onclick' } } }],
])('refuses %s, in one sentence', (_, said) => {
  expect(checkTaughtMap(said)).toEqual({ problem: expect.stringMatching(/^This is no map of a site.*\.$/) });
});
