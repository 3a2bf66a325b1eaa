import { expect, it } from 'vitest';
import { sideOf } from '../../lib/crm/past-side.ts';

const about = { owner: 'Mara Lind', account: 'Northgate Ltd' };

it.each([
  ['Mara Lind', 'seller'],
  ['Northgate Ltd, Anne Weber', 'buyer'],
  ['northgate ltd', 'buyer'],
  ['Anne Weber', 'buyer'],
  ['Northgate Ltd West', 'unknown'],
  ['Joss Peel', 'unknown'],
  [null, 'unknown'],
])('%s is of the side %s', (author, side) => {
  expect(sideOf(author, about, ['anne weber'])).toBe(side);
});

it('is unknown where one name stands on both sides', () => {
  expect(sideOf('Mara Lind', about, ['mara lind'])).toBe('unknown');
});
