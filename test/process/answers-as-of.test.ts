import { describe, expect, it } from 'vitest';
import { answersAsOf } from '../../lib/process/answers-as-of.ts';
import { moment } from '../history/make-history.ts';

const answer = (text: string, at: number, recordedAt = at) => ({
  ...{ deal: 'deal-7', question: 'budget', answer: text, at, recordedAt },
});
const answers = [answer('no', 100), answer('yes', 200), answer('partly', 150, 900)];

describe('answersAsOf', () => {
  const said = (asOf: number, knownAt = asOf) => answersAsOf({ answers }, moment(asOf, knownAt)).get('budget')?.answer;

  it('gives the latest answer as of the moment, and none before the first', () => {
    expect([said(99), said(100), said(199), said(200)]).toEqual([undefined, 'no', 'no', 'yes']);
  });

  it('looks neither at what was true later nor at what was learnt later', () => {
    expect(said(160, 500)).toBe('no');
    expect(said(160, 900)).toBe('partly');
  });

  it('has nothing to say where nothing was asked', () => {
    expect(answersAsOf({}, moment(100)).size).toBe(0);
  });
});
