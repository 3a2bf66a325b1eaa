import { describe, expect, it } from 'vitest';
import { parseCatalogue } from '../../../lib/coaching/catalogue/catalogue-schema.ts';

const row = {
  id: 'stalled.manager.any',
  signal: 'stalled',
  role: 'manager',
  question: 'What would they do next?',
  proof: 'They did it.',
  purpose: 'Tells whether it moves',
};

describe('a file of questions', () => {
  it('is taken as it stands, and fits any stage and situation where none is named', () => {
    expect(parseCatalogue([row, { ...row, id: 'b', stages: ['late'], situation: 'big' }])).toEqual([
      { ...row, stages: [], situation: null, followUp: '' },
      { ...row, id: 'b', stages: ['late'], situation: 'big', followUp: '' },
    ]);
  });

  it('may ask about a topic that no card knows yet', () => {
    expect(parseCatalogue([{ ...row, signal: 'board-changed' }])[0]?.signal).toBe('board-changed');
  });

  const { proof: _, ...proofless } = row;
  it.each([
    ['no list', { 0: row }, ''],
    ['an empty list', [], ''],
    ['nothing', null, ''],
    ['a question without its proof', [row, proofless], '1.proof'],
    ['an empty question', [{ ...row, question: '' }], '0.question'],
    ['a follow-up that fills a page', [{ ...row, followUp: 'x'.repeat(401) }], '0.followUp'],
    ['a question that fills a page', [{ ...row, question: 'x'.repeat(401) }], '0.question'],
    ['a stage that is none', [{ ...row, stages: ['closed'] }], '0.stages.0'],
    ['a situation that is none', [{ ...row, situation: 'bigger' }], '0.situation'],
    ['a stranger’s role', [{ ...row, role: 'buyer' }], '0.role'],
    ['a word too many', [{ ...row, note: 'secret' }], '0'],
  ])('is refused with its place and none of its text: %s', (_name, file, place) => {
    expect(() => parseCatalogue(file)).toThrow(new TypeError(`no catalogue of questions: see "${place}"`));
  });
});
