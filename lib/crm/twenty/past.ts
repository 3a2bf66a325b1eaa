import type { PastMap } from '../past-map.ts';

/**
 * The record's own fields alone: what its timeline, tasks and notes are made of has class names that are generated, and
 * nothing else to know it by.
 */
export function pastWith(id: string): PastMap {
  const value = (field: string) => `#label-${id}-${field} ~ *`;
  return {
    contacts: [
      {
        holder: value('pointOfContact'),
        row: 'a[href*="/object/person/"]',
        // A picture with a letter may stand beside the name.
        name: ['[data-testid="tooltip"]', { from: '', unless: '[data-testid="chip"]' }],
      },
    ],
    modified: { holder: value('updatedAt'), day: [''] },
  };
}
