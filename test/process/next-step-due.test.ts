import { describe, expect, it } from 'vitest';
import { dealAsOf } from '../../lib/history/deal-as-of.ts';
import { dayInText, nextStepDue } from '../../lib/process/next-step-due.ts';
import type { Said } from '../deal/make-reading.ts';
import { EVER } from '../history/make-history.ts';
import { historyOf } from '../risk/one-deal.ts';

const dueOf = (said: Said) => {
  const deal = dealAsOf(historyOf({ '2026-11-02': said }), EVER);
  return deal && nextStepDue(deal);
};

describe('nextStepDue', () => {
  it('goes by the field first', () => {
    expect(dueOf({ nextStep: 'Board 2026-12-02', nextStepDue: '2026-11-20' })).toEqual({
      due: '2026-11-20',
      from: 'field',
      text: 'Board 2026-12-02',
    });
  });

  it('goes by the day that the text writes out, else has none', () => {
    expect(dueOf({ nextStep: 'Ana (buyer): redlines by 14 Nov 2026; proof: mail' })?.due).toBe('2026-11-14');
    expect(dueOf({ nextStep: 'Board 2026-12-02', nextStepDue: { missing: 'empty' } })).toMatchObject({ from: 'text' });
    expect(dueOf({ nextStep: 'Call Ana' })).toBeNull();
    expect(dueOf({ nextStep: { missing: 'empty' } })).toBeNull();
    expect(dueOf({ name: 'Larkfield' })).toBeNull();
  });
});

describe('a step that became another one', () => {
  const later = (said: Said) => {
    const deal = dealAsOf(
      historyOf({ '2026-11-02': { nextStep: 'Call Ana', nextStepDue: '2026-11-05' }, '2026-11-09': said }),
      EVER,
    );
    return deal && nextStepDue(deal);
  };

  it('does not inherit the day of the step before it', () => {
    expect(later({ nextStep: 'Tom comments on the quote' })).toBeNull();
    expect(later({ nextStep: { missing: 'empty' } })).toBeNull();
  });

  it('has a day that was seen with it, also where that stayed the same', () => {
    expect(later({ nextStep: 'Tom comments on the quote', nextStepDue: '2026-11-05' })?.due).toBe('2026-11-05');
  });

  it('keeps its day where a page shows the step alone, unchanged', () => {
    expect(later({ nextStep: 'Call Ana' })?.due).toBe('2026-11-05');
  });
});

describe('dayInText', () => {
  it.each([
    ['Call on 2026-12-02.', '2026-12-02'],
    ['(2026-12-02) board, 2026-12-02 again', '2026-12-02'],
  ])('reads the one day of "%s"', (text, day) => expect(dayInText(text)).toBe(day));

  it.each([
    'Call on 2026-12-02, board on 2026-12-09',
    'by 14/11/2026',
    'Friday',
    'order 12026-12-02',
    '2026-12-021',
    '2026-13-02',
    '2026-02-30',
    'PO-2026-12-02-7',
  ])('does not guess at "%s"', (text) => expect(dayInText(text)).toBeNull());
});
