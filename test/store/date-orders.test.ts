import { expect, test } from 'vitest';
import { freshName, openTab } from './open-test-store.ts';

test('what a tenant told stays, is of that tenant alone, and a contradiction ends it', async () => {
  const name = freshName();
  const [one, other] = [openTab(name), openTab(name)];
  expect(await one.learnDateOrders('hubspot', '1', {})).toEqual({});
  expect(await one.learnDateOrders('hubspot', '1', { '/4': 'dmy' })).toEqual({ '/4': 'dmy' });
  expect(await other.learnDateOrders('hubspot', '1', {})).toEqual({ '/4': 'dmy' });
  expect(await other.learnDateOrders('hubspot', '2', {})).toEqual({});
  expect(await other.learnDateOrders('zoho', '1', {})).toEqual({});
  expect(await other.learnDateOrders('hubspot', '1', { '/4': 'mdy', '.4': 'dmy' })).toEqual({
    '/4': null,
    '.4': 'dmy',
  });
  expect(await one.learnDateOrders('hubspot', '1', { '/4': 'dmy' })).toEqual({ '/4': null, '.4': 'dmy' });
});

test('two tabs that tell at once lose neither', async () => {
  const name = freshName();
  const tabs = [openTab(name), openTab(name)];
  await Promise.all(tabs.map((tab, at) => tab.learnDateOrders('zoho', '1', { [at ? '-4' : '/4']: 'dmy' })));
  expect(await tabs[0]?.learnDateOrders('zoho', '1', {})).toEqual({ '/4': 'dmy', '-4': 'dmy' });
});
