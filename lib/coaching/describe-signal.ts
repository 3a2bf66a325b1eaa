import { formatMoney } from '../deal/money.ts';
import { factMoney, factsOf } from '../risk/facts.ts';
import type { SignalOn } from '../risk/types.ts';
import type { Figures } from './catalogue/types.ts';
import { wordsOfOthers } from './describe-others.ts';
import { shorten } from './words/clean-text.ts';
import type { Speaker } from './words/dates.ts';
import type { Words } from './words/english.ts';

/** A signal in words: its fact without the full stop, and the figures that questions may take from it. */
export type Described = { fact: string; figures: Figures };

/** A long next step is quoted by its beginning. */
const QUOTED = 90;

export function describeSignal(signal: SignalOn, words: Words, say: Speaker): Described {
  const facts = factsOf(signal, signal.signal);
  const described = wordsOf(signal, words, say);
  if (facts?.stage) described.figures.stage = stageName(facts.stage, words);
  return described;
}

const stageName = (label: string, words: Words) => words.stage(shorten(label));

function wordsOf(signal: SignalOn, words: Words, say: Speaker): Described {
  // Clocks stop at the last sighting: a fact that was not seen today says until when it held.
  const look = signal.asOfDay < say.today ? say.weekday(signal.asOfDay) : null;
  const upTo = (fact: string) => (look === null ? fact : words.lastLook(fact, look));
  const { facts: texts } = words;
  const past = factsOf(signal, 'close-date-past');
  if (past) {
    const closeDate = say.day(past.closeDate);
    const days = words.workingDays(past.workingDays);
    return { fact: texts.closeDatePast(closeDate, days, look), figures: { closeDate } };
  }
  const pushed = factsOf(signal, 'pushed');
  if (pushed) {
    const [from, to] = [say.day(pushed.from), say.day(pushed.closeDate)];
    const [times, days] = [words.times(pushed.pushes), words.days(pushed.days)];
    return { fact: upTo(texts.pushed(times, days, to)), figures: { from, to, closeDate: to } };
  }
  const stalled = factsOf(signal, 'stalled');
  if (stalled) {
    const days = words.days(stalled.days);
    const stage = stalled.stage ? stageName(stalled.stage, words) : null;
    return { fact: upTo(texts.stalled(days, stage, signal.atLeast)), figures: {} };
  }
  const back = factsOf(signal, 'stage-back');
  if (back) {
    const [fromStage, toStage] = [stageName(back.from, words), stageName(back.to, words)];
    return {
      fact: texts.stageBack(fromStage, toStage, say.weekday(back.movedOn), back.told),
      figures: { fromStage, toStage },
    };
  }
  const none = factsOf(signal, 'no-next-step');
  if (none) return { fact: texts.noNextStep(say.weekday(signal.asOfDay)), figures: {} };
  const step = factsOf(signal, 'next-step-past');
  if (step) {
    const nextStepDue = say.weekday(step.due);
    const days = words.workingDays(step.workingDays);
    const nextStep = step.text ? shorten(step.text, QUOTED) : null;
    return { fact: texts.nextStepPast(nextStep, nextStepDue, days, look), figures: { nextStepDue } };
  }
  const quiet = factsOf(signal, 'no-activity');
  if (quiet) {
    const days = words.days(quiet.days);
    const lastActivity = quiet.lastActivity ? say.day(quiet.lastActivity) : null;
    return { fact: upTo(texts.noActivity(days, lastActivity)), figures: lastActivity ? { lastActivity } : {} };
  }
  const early = factsOf(signal, 'date-too-early');
  if (early) {
    const [days, closeDate] = [words.days(early.daysLeft), say.day(early.closeDate)];
    const steps = early.stepsLeft ? { steps: words.stages(early.stepsLeft) } : {};
    const stage = early.stage ? stageName(early.stage, words) : null;
    return { fact: texts.dateTooEarly(days, closeDate, stage, look), figures: { closeDate, ...steps } };
  }
  const cut = factsOf(signal, 'amount-cut');
  if (cut) {
    const amountFrom = formatMoney(factMoney(cut.fromMinor, cut.currency, cut.symbol), say.locale);
    const amountTo = formatMoney(factMoney(cut.toMinor, cut.currency, cut.symbol), say.locale);
    const percent = words.percent(Math.round(cut.percent));
    return {
      fact: texts.amountCut(amountFrom, amountTo, percent, say.weekday(cut.cutOn)),
      figures: { amountFrom, amountTo },
    };
  }
  const size = factsOf(signal, 'unusual-size');
  if (size) {
    const ratio = words.ratio(Math.round(size.times * 10) / 10);
    return { fact: texts.unusualSize(ratio, words.deals(size.wonDeals)), figures: {} };
  }
  return wordsOfOthers(signal, words, say, upTo) ?? { fact: texts.plain(words.title(signal.signal)), figures: {} };
}
