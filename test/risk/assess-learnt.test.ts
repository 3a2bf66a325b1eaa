import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DealAnswer } from '../../lib/deal/answer.ts';
import { type Day, dayOfNumber, MONDAY_TO_FRIDAY } from '../../lib/deal/day.ts';
import type { DealHistory } from '../../lib/history/types.ts';
import { QUESTIONS } from '../../lib/process/qualification.ts';
import { DEFAULT_EXITS, proofQuestion } from '../../lib/process/stage-exits.ts';
import { assessDeal } from '../../lib/risk/assess.ts';
import { learntOf } from '../../lib/risk/learn/apply.ts';
import { MEASURE_NAMES } from '../../lib/risk/learn/measures.ts';
import { DEFAULT_SIGNAL_WEIGHTS } from '../../lib/risk/learn/model.ts';
import { hundredths, scoreOf } from '../../lib/risk/score.ts';
import { SIGNAL_NAMES, type SignalName } from '../../lib/risk/types.ts';
import { DEAL, moment } from '../history/make-history.ts';
import { withPast } from '../history/make-past.ts';
import { model } from './make-model.ts';
import { eur, historyOf, noon, STAGES } from './one-deal.ts';
import { act, contact } from './signals/signs.ts';

const DAY_MS = 86_400_000;
const firstDay = 20_600;
const aDay = fc.integer({ min: firstDay, max: firstDay + 60 }).map(dayOfNumber);

/** Learnt weights, some of what is measured, and of answers as traits: everything that a score may rest on. */
const learnt = fc
  .tuple(fc.infiniteStream(fc.double({ min: 0, max: 2, noNaN: true })), fc.double({ min: -1, max: 1, noNaN: true }))
  .map(([weights, shift]) => {
    const next = () => weights.next().value ?? 0;
    const sign = (name: SignalName) => (DEFAULT_SIGNAL_WEIGHTS[name] < 0 ? -1 : 1);
    const signals = Object.fromEntries(SIGNAL_NAMES.map((name) => [name, next() * sign(name)]));
    const measures = MEASURE_NAMES.map((measure) => ({ measure, mean: 1, sd: 1, weight: next() - 1 }));
    const traits = [{ trait: 'budget: no', weight: next() }];
    return learntOf(model({ signals: signals as typeof DEFAULT_SIGNAL_WEIGHTS, measures, traits }), shift);
  });

const [proof = ''] = DEFAULT_EXITS.kinds.early;
const question = fc.constantFrom(...Object.values(QUESTIONS), proofQuestion('Qualified', proof));
const answer = fc.constantFrom('yes', 'partly', 'no', 'unknown');
const answers = fc.uniqueArray(fc.tuple(question, aDay, answer), {
  maxLength: 12,
  selector: ([asked, day]) => `${asked} ${day}`,
});
const looks = fc.uniqueArray(fc.tuple(aDay, fc.constantFrom(...STAGES.slice(0, 6)), fc.integer({ min: 1, max: 90 })), {
  minLength: 1,
  maxLength: 8,
  selector: ([day]) => day,
});
const acts = fc.array(fc.tuple(aDay, fc.constantFrom('buyer' as const, 'seller' as const)), { maxLength: 6 });

const known = fc.record({ looks, answers, acts, learnt });
type Known = typeof known extends fc.Arbitrary<infer T> ? T : never;

const lastDayOf = ({ looks: seen }: Known): Day =>
  seen
    .map(([day]) => day)
    .sort()
    .at(-1) ?? '';

function historyFrom({ looks: seen, answers: said, acts: told }: Known): DealHistory {
  const history = historyOf(
    Object.fromEntries(
      seen.map(([day, stage, n]) => [
        day,
        { stage, amount: eur(n * 1000), closeDate: dayOfNumber(firstDay + n), createdOn: dayOfNumber(firstDay - n) },
      ]),
    ),
  );
  const rows = said.map(([asked, day, text]): DealAnswer => {
    return { deal: DEAL, question: asked, answer: text, at: noon(day), recordedAt: noon(day) };
  });
  const entries = [...told.map(([day, side]) => act(day, side)), contact('Ana', 'buyer')];
  const last = noon(
    seen
      .map(([day]) => day)
      .sort()
      .at(-1) ?? '',
  );
  return withPast({ ...history, answers: rows }, { at: last, entries, parts: ['feed', 'contacts'] });
}

const judge = (history: DealHistory, { learnt: by }: Pick<Known, 'learnt'>, asOf: number) =>
  assessDeal(history, { moment: moment(asOf), calendar: MONDAY_TO_FRIDAY, learnt: by });

/** What cannot be said without answers. */
const ANSWERED: readonly string[] = ['stage-unproven', 'qualification-gaps', 'competitor'];

describe('a score under learnt weights, with answers and a timeline', () => {
  it('adds up to the last digit: base, signals and what was learnt beside them; and so does lost against late', () => {
    fc.assert(
      fc.property(known, (all) => {
        const { score } = judge(historyFrom(all), all, noon(lastDayOf(all)) + 1);
        const sum = (base: number, parts: readonly { counted: number }[]) =>
          parts.reduce((total, { counted }) => total + hundredths(counted), hundredths(base));
        expect(sum(score.base, [...score.shares, ...score.others])).toBe(hundredths(score.logOdds));
        if (score.split) expect(sum(score.split.base, score.split.shares)).toBe(hundredths(score.split.logOdds));
      }),
    );
  });

  it('does not depend on the order in which anything is handed over', () => {
    fc.assert(
      fc.property(known, (all) => {
        const history = historyFrom(all);
        const { past } = history;
        const turned = {
          ...history,
          changes: history.changes.toReversed(),
          sightings: history.sightings.toReversed(),
          answers: history.answers?.toReversed(),
          past: past && { rows: past.rows.toReversed(), looks: past.looks.toReversed() },
        };
        const asOf = noon(lastDayOf(all)) + 1;
        const { score, confidence } = judge(history, all, asOf);
        expect(judge(turned, all, asOf)).toMatchObject({ score, confidence });
      }),
    );
  });

  it('never looks ahead at an answer that was given later', () => {
    fc.assert(
      fc.property(known, aDay, (all, day) => {
        const cut = noon(day) + 1;
        const history = historyFrom(all);
        const before = { ...history, answers: history.answers?.filter(({ at }) => at <= cut) };
        expect(judge(history, all, cut)).toEqual(judge(before, all, cut));
      }),
    );
  });

  it('lets questions that were never answered move confidence, and neither risk nor good news', () => {
    fc.assert(
      fc.property(known, (all) => {
        const asOf = noon(lastDayOf(all)) + 1;
        const less = judge({ ...historyFrom(all), answers: undefined }, all, asOf);
        expect(less.confidence.parts.missing).toContain('answers');
        for (const { signal } of [...less.on, ...less.good]) expect(ANSWERED).not.toContain(signal);
        expect(less.score.others.map(({ name }) => name)).not.toContain('budget: no');
      }),
    );
  });

  it('lets no clock of a signal run past the last look', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 1, max: 14 }), (all, days) => {
        const history = historyFrom(all);
        const last = noon(lastDayOf(all)) + 1;
        const now = judge({ ...history, answers: [] }, all, last);
        const then = new Map(now.on.map((one) => [one.signal, one]));
        for (const later of judge({ ...history, answers: [] }, all, last + days * DAY_MS).on) {
          // What holds later held already, by no less; fading ones fade.
          expect(later.observed).toBeLessThanOrEqual(then.get(later.signal)?.observed ?? Number.NEGATIVE_INFINITY);
          expect(later.asOfDay).toBe(then.get(later.signal)?.asOfDay);
        }
      }),
    );
  });

  it('never falls when a risk rises, whatever was learnt of it', () => {
    fc.assert(
      fc.property(known, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (all, which, more) => {
        const { on, good } = judge(historyFrom(all), all, noon(lastDayOf(all)) + 1);
        const raised = on[which % Math.max(1, on.length)];
        if (!raised) return;
        const held = [...on, ...good].map((one) => {
          const level = one === raised ? one.level + more : one.level;
          return { ...one, level, points: hundredths((all.learnt?.weights[one.signal] ?? 0) * level) / 100 };
        });
        const before = scoreOf([...on, ...good]).logOdds;
        expect(scoreOf(held).logOdds).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
