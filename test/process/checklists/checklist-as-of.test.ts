import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DealAnswer } from '../../../lib/deal/answer.ts';
import { FADES } from '../../../lib/process/answer-age.ts';
import { checklistAsOf } from '../../../lib/process/checklists/checklist-as-of.ts';
import { KNOWN_CHECKLISTS } from '../../../lib/process/checklists/known-checklists.ts';
import { DEAL, moment } from '../../history/make-history.ts';
import { EARLY, historyOf, LATE, noon } from '../../risk/one-deal.ts';

const [meddpicc] = KNOWN_CHECKLISTS;
if (!meddpicc) throw new Error('No checklist is known.');
const keys = meddpicc.items.map(({ key }) => key);
const DAY_MS = 86_400_000;
const START = noon('2026-09-01');

const given = (part: Partial<DealAnswer> = {}): DealAnswer => ({
  ...{ deal: DEAL, question: 'budget', answer: 'yes', at: START, recordedAt: START },
  ...part,
});

const base = historyOf({ '2026-08-31': { stage: EARLY } });
const linesAt = (answers: DealAnswer[], asOf: number, knownAt = asOf, history = base) =>
  checklistAsOf({ ...history, answers }, meddpicc, moment(asOf, knownAt));

const someAnswers = fc.array(
  fc
    .record({
      question: fc.constantFrom(...keys),
      answer: fc.constantFrom('yes', 'partly', 'no', 'unknown'),
      day: fc.integer({ min: 0, max: 120 }),
      late: fc.integer({ min: 0, max: 20 }),
      saidBy: fc.constantFrom('Ana', 'Marek', undefined),
    })
    .map(({ day, late, ...part }) =>
      given({ ...part, at: START + day * DAY_MS, recordedAt: START + (day + late) * DAY_MS }),
    ),
  { maxLength: 25 },
);

describe('checklistAsOf', () => {
  it('says of each question its answer, what it rests on, who said it and how old it is', () => {
    const line = linesAt(
      [given({ question: 'decision maker', answer: 'partly', proof: 'Mail of 1 Sep', saidBy: 'Ana Roth' })],
      START + 12 * DAY_MS,
    ).find(({ key }) => key === 'decision maker');
    expect(line).toMatchObject({
      answer: 'partly',
      given: { proof: 'Mail of 1 Sep', saidBy: 'Ana Roth', days: 12, age: 'fresh' },
    });
  });

  it('lets answers age and fade, sooner in a late stage', () => {
    const late = historyOf({ '2026-08-31': { stage: LATE } });
    const answers = [given({ question: 'champion' })];
    const ageAfter = (days: number, history = base) =>
      linesAt(answers, START + days * DAY_MS, undefined, history).find(({ key }) => key === 'champion')?.given?.age;
    const { early, late: sooner } = FADES;
    expect([early.ageing - 1, early.ageing, early.stale - 1, early.stale].map((days) => ageAfter(days))).toEqual([
      ...['fresh', 'ageing', 'ageing', 'stale'],
    ]);
    expect(
      [sooner.ageing - 1, sooner.ageing, sooner.stale - 1, sooner.stale].map((days) => ageAfter(days, late)),
    ).toEqual(['fresh', 'ageing', 'ageing', 'stale']);
  });

  it('takes no answer in words that the list does not know', () => {
    expect(linesAt([given({ question: 'champion', answer: 'perhaps' })], START)[6]).toMatchObject({
      answer: null,
      given: null,
    });
  });

  it('never looks ahead: what was said or learnt later changes nothing', () => {
    fc.assert(
      fc.property(someAnswers, fc.integer({ min: 0, max: 140 }), (answers, day) => {
        const now = START + day * DAY_MS;
        const before = answers.filter(({ at, recordedAt }) => at <= now && recordedAt <= now);
        expect(linesAt(answers, now)).toEqual(linesAt(before, now));
      }),
    );
  });

  it('says the same whatever the order of the answers', () => {
    const one = fc.uniqueArray(
      someAnswers.map(([first]) => first ?? given()),
      {
        selector: ({ question, at }) => `${question} ${at}`,
        maxLength: 12,
      },
    );
    const shuffled = one.chain((answers) =>
      fc.tuple(fc.constant(answers), fc.shuffledSubarray(answers, { minLength: answers.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 0, max: 160 }), ([answers, others], day) => {
        const now = START + day * DAY_MS;
        expect(linesAt(others, now)).toEqual(linesAt(answers, now));
      }),
    );
  });
});
