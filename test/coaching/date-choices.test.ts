import { describe, expect, it } from 'vitest';
import { dateChoices } from '../../lib/coaching/date-choices.ts';

describe('the days that a numeric date may mean', () => {
  it.each(['12/7/2026', '12.07.2026', 'Closes 12-7-2026'])('gives both for %s', (raw) => {
    expect(dateChoices(raw)).toEqual([
      { order: 'dmy', day: '2026-07-12' },
      { order: 'mdy', day: '2026-12-07' },
    ]);
  });

  it.each(['30/9/2026', '7/7/2026', '2026-09-03', '12/7/26', 'soon', '', '0/0/0000'])('offers none for %s', (raw) => {
    expect(dateChoices(raw)).toEqual([]);
  });
});
