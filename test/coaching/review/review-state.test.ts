import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ofCard } from '../../../lib/coaching/review/review-deal.ts';
import {
  isSameRun,
  progress,
  type Review,
  type ReviewEvent,
  startReview,
  step,
  toRead,
} from '../../../lib/coaching/review/review-state.ts';
import { at, CALM, cardOf, historyOf, moment, usd } from '../make-history.ts';
import { planOf, reviewDeal, reviewOf } from './make-review.ts';

const agreed = { who: 'Ben', side: 'theirs', what: 'redlines', by: '2026-11-13', proof: null, wait: false } as const;
const answer = { kind: 'day', note: '' } as const;
const walk = (review: Review, ...events: ReviewEvent[]) => events.reduce(step, review);
const steps = ({ items }: Review) => items.map((item) => item.step);
const three = reviewOf(['a', 'b', 'c'].map((id) => reviewDeal(id)));

describe('a run', () => {
  it('goes from a question to its answer and a promise, deal by deal', () => {
    const one = walk(three, { kind: 'asked' }, { kind: 'answered', answer }, { kind: 'agreed', agreed });
    expect(one.items[0]).toMatchObject({ step: 'promised', answer, agreed });
    const two = walk(one, { kind: 'next' }, { kind: 'asked' }, { kind: 'answered', answer }, { kind: 'next' });
    const end = walk(two, { kind: 'next' });
    expect(steps(end)).toEqual(['promised', 'answered', 'skipped']);
    expect(end.at).toBe(3);
  });

  it('tells a wait from a promise', () => {
    const wait = { ...agreed, wait: true };
    expect(steps(walk(three, { kind: 'asked' }, { kind: 'agreed', agreed: wait }))[0]).toBe('waited');
  });

  it('has no answer to a question that is not on record', () => {
    expect(walk(three, { kind: 'answered', answer })).toBe(three);
    expect(walk(three, { kind: 'agreed', agreed })).toBe(three);
  });

  it('goes back to what was skipped, which can be asked still', () => {
    const back = walk(three, { kind: 'next' }, { kind: 'back' });
    expect(back.at).toBe(0);
    expect(steps(walk(back, { kind: 'asked' }))[0]).toBe('asked');
    expect(walk(three, { kind: 'back' }).at).toBe(0);
  });

  it('needs something to talk about', () => {
    expect(startReview(planOf([]), { by: 'value', person: null, all: true }, 0)).toBeNull();
  });

  it('says how far it is, and about how long the rest takes', () => {
    const eleven = reviewOf(Array.from({ length: 11 }, (_, n) => reviewDeal(`d${n}`)));
    expect(progress(eleven)).toEqual({ place: 1, of: 11, minutes: 2 });
    expect(progress({ ...eleven, at: 10 })).toEqual({ place: 11, of: 11, minutes: 1 });
  });
});

describe('a page that was read meanwhile', () => {
  const look = (on: string, closeDate: string) => ({ on, name: 'a', amount: usd(50_000), ...CALM, closeDate });
  const now = moment('2026-11-06');
  const pastCard = cardOf(historyOf([look('2026-11-06', '2026-10-20')], { id: 'b' }), 'manager', now);
  const calmCard = cardOf(historyOf([look('2026-11-06', '2027-01-28')], { id: 'b' }), 'manager', now);

  it('renews what is said of its deal, and of no other', () => {
    const fresh = walk(three, { kind: 'seen', card: pastCard });
    expect(fresh.items[1]).toMatchObject({ fact: pastCard.line1, question: pastCard.prompt?.question, name: 'Deal b' });
    expect(fresh.items[0]).toEqual(three.items[0]);
  });

  it('keeps the question that the run came for where nothing is left to ask', () => {
    const fresh = walk(three, { kind: 'seen', card: { ...calmCard, prompt: null } });
    expect(fresh.items[1]).toMatchObject({ fact: calmCard.line1, question: three.items[1]?.question });
  });

  it('asks nothing of a deal that was not read yet, and takes its card as it is', () => {
    const begun = startReview(planOf([reviewDeal('b')]), { by: 'person', person: null, all: true }, 0);
    if (!begun) throw new Error('A run needs deals.');
    expect(walk(begun, { kind: 'asked' })).toBe(begun);
    expect(toRead(begun, 3)).toEqual(['b']);
    expect(walk(begun, { kind: 'seen', card: pastCard })).toBe(begun);
    const read = walk(begun, { kind: 'read', card: { ...calmCard, prompt: null } });
    expect(read.items[0]).toMatchObject({
      isRead: true,
      fact: ofCard({ ...calmCard, prompt: null }).fact,
      prompt: null,
    });
    expect(toRead(read, 3)).toEqual([]);
    expect(steps(walk(read, { kind: 'asked' }))).toEqual(['asked']);
  });

  it('is the same run where it brings nothing new', () => {
    const fresh = walk(three, { kind: 'seen', card: pastCard });
    expect(walk(fresh, { kind: 'seen', card: pastCard })).toBe(fresh);
    const copy = (run: Review) => JSON.parse(JSON.stringify(run)) as Review;
    expect(isSameRun(copy(fresh), fresh)).toBe(true);
    expect(isSameRun(fresh, three)).toBe(false);
    expect(isSameRun(walk(fresh, { kind: 'next' }), fresh)).toBe(false);
    expect(isSameRun(walk(fresh, { kind: 'asked' }), fresh)).toBe(false);
    expect([isSameRun(null, fresh), isSameRun(null, null)]).toEqual([false, true]);
  });

  it('leaves alone what was asked already', () => {
    const asked = walk(three, { kind: 'next' }, { kind: 'asked' });
    expect(walk(asked, { kind: 'seen', card: pastCard })).toBe(asked);
  });
});

it('stays whole whatever comes, and as data', () => {
  const event: fc.Arbitrary<ReviewEvent> = fc.oneof(
    fc.constantFrom<ReviewEvent>({ kind: 'asked' }, { kind: 'next' }, { kind: 'back' }),
    fc.constantFrom<ReviewEvent>({ kind: 'answered', answer }, { kind: 'agreed', agreed }),
    fc.constant<ReviewEvent>({ kind: 'agreed', agreed: { ...agreed, wait: true } }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let run = three;
      for (const each of events) {
        const before = run;
        run = step(JSON.parse(JSON.stringify(before)) as Review, each);
        expect(run).toEqual(step(before, each));
        expect(run.items.map(({ deal }) => deal)).toEqual(['a', 'b', 'c']);
        expect(run.at).toBeGreaterThanOrEqual(0);
        expect(run.at).toBeLessThanOrEqual(3);
        run.items.forEach((item, place) => {
          const was = before.items[place];
          const isQuiet = item.step === 'pending' || item.step === 'skipped';
          if (isQuiet) expect([item.answer, item.agreed]).toEqual([null, null]);
          // What is on record never becomes undone.
          if (was && was.step !== 'pending' && was.step !== 'skipped') expect(isQuiet).toBe(false);
          if (was?.agreed) expect(item.agreed).not.toBeNull();
          expect(Boolean(item.agreed)).toBe(item.step === 'promised' || item.step === 'waited');
        });
      }
    }),
  );
  expect(three.startedAt).toBe(at('2026-11-06'));
});
