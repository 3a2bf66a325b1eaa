import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewList } from '../../../lib/coaching/review/review-list.ts';
import { type Agreed, type Review, type ReviewEvent, step } from '../../../lib/coaching/review/review-state.ts';
import { FORBIDDEN } from '../forbidden.ts';
import { HOSTILE } from '../random-history.ts';
import { reviewDeal, reviewOf } from './make-review.ts';

const promise: Agreed = {
  who: 'Ben Okafor',
  side: 'theirs',
  what: 'signed form',
  by: '2026-11-13',
  proof: 'their mail',
  wait: false,
};
const walk = (review: Review, ...events: ReviewEvent[]) => events.reduce(step, review);
const done: ReviewEvent[] = [
  { kind: 'asked' },
  { kind: 'answered', answer: { kind: 'day', note: 'their board met' } },
  { kind: 'agreed', agreed: promise },
  { kind: 'next' },
];
const deals = [
  reviewDeal('a', { person: 'Zoe Lind' }),
  reviewDeal('b', { amount: null }),
  reviewDeal('c', { person: '' }),
  reviewDeal('d'),
];
const run = walk(
  reviewOf(deals, {
    people: ['Kim Olsen', 'Zoe Lind', ''],
    lookAgain: [{ deal: 'x', name: 'X', url: null, detail: '', amount: null }],
  }),
  ...done,
  { kind: 'asked' },
  { kind: 'next' },
  { kind: 'asked' },
  { kind: 'agreed', agreed: { ...promise, what: 'their board meets', who: 'Ana', by: '2026-12-02', wait: true } },
  { kind: 'next' },
  { kind: 'next' },
);

describe('the list that a run ends in', () => {
  it('goes person by person in roster order, with question, answer and promise', () => {
    expect(reviewList(run, 'text', 'UTC', 'en-GB')).toMatchInlineSnapshot(`
      "Review, 6 November 2026

      Kim Olsen
      - Deal b
        Asked: What on their side makes the 28th the day?
        Answer: They gave a day: their board met
        Promise: Ben Okafor (buyer): signed form by 13 Nov 2026; proof: their mail
      - Deal d, $61k
        Asked: What on their side makes the 28th the day?
        Answer: still to come

      Zoe Lind
      - Deal a, $61k
        Asked: What on their side makes the 28th the day?
        Answer: still to come
        Agreed wait: until 2 December 2026: their board meets (Ana said so)

      Not talked about this time
      - Deal c

      To look at before the next one
      - 1 deal not seen for two weeks
      "
    `);
  });

  it('is the same as Markdown', () => {
    expect(reviewList(run, 'markdown', 'UTC', 'en-GB')).toMatchInlineSnapshot(`
      "# Review, 6 November 2026

      ## Kim Olsen

      - **Deal b**
        - Asked: What on their side makes the 28th the day?
        - Answer: They gave a day: their board met
        - Promise: Ben Okafor \\(buyer\\): signed form by 13 Nov 2026; proof: their mail
      - **Deal d, $61k**
        - Asked: What on their side makes the 28th the day?
        - Answer: still to come

      ## Zoe Lind

      - **Deal a, $61k**
        - Asked: What on their side makes the 28th the day?
        - Answer: still to come
        - Agreed wait: until 2 December 2026: their board meets \\(Ana said so\\)

      ## Not talked about this time

      - **Deal c**

      ## To look at before the next one

      - **1 deal not seen for two weeks**
      "
    `);
  });

  it('says so where nothing was asked', () => {
    const none = walk(reviewOf([reviewDeal('a')]), { kind: 'next' });
    expect(reviewList(none, 'text', 'UTC', 'en-GB')).toContain('Nothing was asked.');
  });

  it('holds no score, no reason, no count of anybody’s deals, and none of the words that a rep must not read', () => {
    for (const form of ['text', 'markdown'] as const) {
      const list = reviewList(run, form, 'UTC', 'en-GB');
      expect(list).not.toMatch(FORBIDDEN);
      expect(list).not.toMatch(/reason|score|%|log-odds/i);
      expect(list).not.toContain(deals[0]?.why);
    }
  });

  it('keeps what a page wrote as text, one line each', () => {
    const any = fc.oneof(fc.constantFrom(...HOSTILE, '# head', '[a](https://evil.example)', '<b>', '- x'), fc.string());
    fc.assert(
      fc.property(any, any, any, (name, person, question) => {
        const hostile = walk(reviewOf([reviewDeal('a', { name, person, question })]), ...done);
        const plain = walk(reviewOf([reviewDeal('a', { name: 'n', person: 'p', question: 'q' })]), ...done);
        const lines = (review: Review, form: 'text' | 'markdown') => reviewList(review, form, 'UTC', 'en').split('\n');
        expect(lines(hostile, 'text')).toHaveLength(lines(plain, 'text').length);
        const markdown = lines(hostile, 'markdown');
        expect(markdown).toHaveLength(lines(plain, 'markdown').length);
        // Outside of our own marks nothing stands that Markdown or HTML would take for its own.
        for (const line of markdown) {
          const own = line.replace(/^(#{1,2} | {2}- |- \*\*)/, '').replace(/\*\*$/, '');
          expect(own.replace(/\\./g, '')).not.toMatch(/[*_`[\]<>#|~]/);
        }
      }),
    );
  });
});
