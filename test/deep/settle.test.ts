import { describe, it } from 'vitest';
import { MODES, mixesNothing } from '../crm/visits-that-overlap.ts';

describe('any order of arrival, very often', () => {
  for (const mode of MODES) {
    it(`never mixes two deals and accepts the last one whole: ${mode}`, () => mixesNothing(mode, 30_000));
  }
});
