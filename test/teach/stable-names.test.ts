import { expect, it } from 'vitest';
import { isStableName } from '../../lib/teach/stable-names.ts';

it.each([
  'amount',
  'deal-value',
  'dealValue',
  'close_date',
  'DealName',
  'opportunity.amount',
  'field:owner',
  'nextStep',
])('takes %s for a name that somebody gave', (name) => expect(isStableName(name)).toBe(true));

it.each([
  'css-ktqwxz',
  'sc-bdVaJa',
  'Deal_amount__x7Gq2',
  'Deal_amount__aBcDe',
  'jss12',
  '_3kXyz',
  'ember1234',
  'input-17',
  'xqzrtpl',
  'svelte-abcdef',
  'radix-:r1:',
  'a',
  '550e8400-e29b-41d4-a716-446655440000',
])('takes %s for a generated one', (name) => expect(isStableName(name)).toBe(false));
