import { describe, expect, it } from 'vitest';
import { figuresIn, fill } from '../../../lib/coaching/catalogue/fill.ts';

describe('filling in figures', () => {
  it('puts each figure where it belongs', () => {
    expect(fill('From {from} to {to}, then {from}', { from: '1 May', to: '3 May' })).toBe(
      'From 1 May to 3 May, then 1 May',
    );
  });

  it('says nothing where a figure is not known', () => {
    expect(fill('In {stage} by {closeDate}', { stage: 'Legal' })).toBeNull();
    expect(fill('In {stage}', { stage: '' })).toBeNull();
  });

  it('takes a figure as it is: no slot and no pattern inside it', () => {
    expect(fill('In {stage}.', { stage: '{closeDate} $& $1' })).toBe('In {closeDate} $& $1.');
  });

  it('names the figures of a text', () => {
    expect(figuresIn('{from} to {to}')).toEqual(['from', 'to']);
  });
});
