import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalOpportunityId } from '../../../lib/crm/salesforce/record-id.ts';

describe('the canonical id of an opportunity', () => {
  // Suffixes worked out by hand: five characters to a letter, the first of them the lowest bit.
  it.each([
    ['006000000000000', 'AAA'],
    ['006A00000000000', 'IAA'],
    ['006Hp00002rqZtX', 'IAU'],
    ['006AAZZZZZZZZZZ', 'Y55'],
  ])('adds to %s the suffix %s', (short, suffix) => {
    expect(canonicalOpportunityId(short)).toBe(short + suffix);
  });

  it('gives the same for the short form and for the long one, whatever its suffix was', () => {
    const characters = [...'ABCXYZabcxyz019'];
    const tail = fc.string({ unit: fc.constantFrom(...characters), minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(tail, (rest) => {
        const long = canonicalOpportunityId(`006${rest}`);
        expect(long).toHaveLength(18);
        expect(canonicalOpportunityId(long ?? '')).toBe(long);
      }),
    );
  });

  it('tells ids apart that differ in the case of one letter alone', () => {
    expect(canonicalOpportunityId('006Hp00002rqZtX')?.toLowerCase()).not.toBe(
      canonicalOpportunityId('006Hp00002rqZtx')?.toLowerCase(),
    );
  });

  it.each(['001Hp00002k3XYZ', '006Hp00002rqZt', '006Hp00002rqZtX!', '', '006Hp00002rqZtXIAU0'])('refuses "%s"', (id) =>
    expect(canonicalOpportunityId(id)).toBeNull(),
  );
});
