import { expect, test } from 'vitest';
import type { DealAnswer } from '../../lib/deal/answer.ts';
import { DEFAULT_EXITS, proofQuestion } from '../../lib/process/stage-exits.ts';
import { CALM, cardOf, historyOf, moment, SETTINGS, stage } from './make-history.ts';

const NOW = moment('2026-11-06');
const EXITS = {
  ...DEFAULT_EXITS,
  stages: { Discovery: ['They named who decides'], Proposal: ['They asked for terms'] },
};
const settings = { ...SETTINGS, exits: EXITS };

const inStage = (label: string, answers: Partial<DealAnswer>[] = []) => {
  const history = historyOf([{ ...CALM, on: '2026-11-04', stage: stage(label) }]);
  return {
    ...history,
    answers: answers.map((one) => ({
      ...{ deal: history.deal.id, question: '', answer: 'yes', at: NOW.asOf - 1_000, recordedAt: NOW.asOf - 1_000 },
      ...one,
    })),
  };
};

const decides = proofQuestion('Discovery', 'They named who decides');

test('the stage at hand comes first, then those before it, none after it', () => {
  const { proofs } = cardOf(inStage('Proposal'), 'manager', NOW, { settings });
  const stages = proofs.map((one) => one.stage);
  expect(stages[0]).toBe('Proposal');
  expect(stages).toContain('Discovery');
  expect(stages.indexOf('Discovery')).toBeGreaterThan(0);
  const early = cardOf(inStage('Discovery'), 'manager', NOW, { settings }).proofs;
  expect(early.map((one) => one.stage)).not.toContain('Proposal');
});

test('the last answer counts, with its day; one that was never given is not a no', () => {
  const lineOf = (answers: Partial<DealAnswer>[]) =>
    cardOf(inStage('Proposal', answers), 'manager', NOW, { settings })
      .proofs.flatMap(({ lines }) => lines)
      .find(({ question }) => question === decides);
  expect(lineOf([])).toMatchObject({ answer: null, text: 'Nobody said yet.' });
  const twice = [
    { question: decides, answer: 'no', at: NOW.asOf - 9_000 },
    { question: decides, answer: 'yes', at: NOW.asOf - 5_000 },
  ];
  expect(lineOf(twice)).toMatchObject({ answer: 'yes', text: expect.stringMatching(/^Seen, said .+\.$/) });
  expect(lineOf(twice.slice(0, 1))).toMatchObject({
    answer: 'no',
    text: expect.stringMatching(/^Not yet, said .+\.$/),
  });
  // Said later than the moment that the card is of.
  expect(lineOf([{ question: decides, at: NOW.asOf + 1_000 }])).toMatchObject({ answer: null });
});

test('a closed deal, and one whose place among the stages is not known, list none', () => {
  expect(cardOf(inStage('Closed Won'), 'manager', NOW, { settings }).proofs).toEqual([]);
  expect(cardOf({ ...inStage('Proposal'), stages: [] }, 'manager', NOW, { settings }).proofs).toEqual([]);
});
