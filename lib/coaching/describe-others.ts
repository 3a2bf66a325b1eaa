import type { FactsOf } from '../risk/facts.ts';
import type { SignalName, SignalOn } from '../risk/types.ts';
import type { Figures } from './catalogue/types.ts';
import type { Described } from './describe-signal.ts';
import { shorten } from './words/clean-text.ts';
import type { Speaker } from './words/dates.ts';
import type { Words } from './words/english.ts';

const QUOTED = 90;

/** What the words of a signal are made with. */
type Speech = {
  words: Words;
  texts: Words['facts'];
  say: Speaker;
  stage(label: string): string;
  /** A fact that was not seen today says until when it held. */
  upTo(fact: string): string;
  signal: SignalOn;
};

/** Alone where a question may take no figure from it. */
type Said = string | [fact: string, figures: Figures];

/** The words of the signals on the buyer's side, of the process, and of the good signs. */
const OTHERS: { [N in SignalName]?: (facts: FactsOf<N>, speech: Speech) => Said } = {
  'buyer-silent': ({ days, lastAct }, speech) => sinceAct(speech, 'buyerSilent', days, lastAct),
  'seller-alone': ({ tries, lastAct }, speech) => sinceAct(speech, 'sellerAlone', tries, lastAct),
  'due-this-period': (facts, { texts, say, stage, upTo }) => {
    const closeDate = say.day(facts.closeDate);
    return [upTo(texts.dueThisPeriod(closeDate, facts.stage && stage(facts.stage))), { closeDate }];
  },
  'older-than-won': ({ days, wonMedian }, { texts, words, upTo }) =>
    upTo(texts.olderThanWon(words.days(days), words.days(wonMedian))),
  'stage-skipped': (facts, { texts, say, stage }) => {
    const [fromStage, toStage, skipped] = [stage(facts.from), stage(facts.to), stage(facts.skipped)];
    const fact = texts.stageSkipped(fromStage, toStage, skipped, say.weekday(facts.movedOn));
    return [fact, { fromStage, toStage, skipped }];
  },
  'stage-unproven': ({ left, proof }, { texts, stage }) => {
    const fromStage = stage(left);
    return [texts.stageUnproven(fromStage, shorten(proof, QUOTED)), { fromStage }];
  },
  'vague-step': ({ text }, { texts, upTo }) => upTo(texts.vagueStep(shorten(text, QUOTED))),
  'step-unchanged': ({ text, days }, { texts, words, upTo, signal }) =>
    upTo(texts.stepUnchanged(shorten(text, QUOTED), words.days(days), signal.atLeast)),
  'step-too-far': ({ due, days }, { texts, words, say, upTo }) => {
    const nextStepDue = say.day(due);
    return [upTo(texts.stepTooFar(nextStepDue, words.days(days))), { nextStepDue }];
  },
  'amount-unrefined': ({ since }, { texts, say, upTo }) => upTo(texts.amountUnrefined(say.day(since))),
  'few-contacts': (facts, { texts, words, upTo }) => {
    const only = facts.only && shorten(facts.only);
    return [upTo(texts.fewContacts(words.people(facts.contacts), only)), only ? { only } : {}];
  },
  'no-decision-maker': ({ people }, { texts, words, upTo }) =>
    upTo(texts.noDecisionMaker(people > 0 ? words.people(people) : null)),
  'qualification-gaps': ({ gaps, first, second }, { texts, words }) => {
    const gap = shorten(first);
    return [texts.gaps(words.questions(gaps), gap, second && shorten(second)), { gap }];
  },
  competitor: ({ saidOn }, { texts, say }) => texts.competitor(say.day(saidOn)),
  'owner-changed': ({ to, changedOn }, { texts, say }) => texts.ownerChanged(shorten(to), say.weekday(changedOn)),
  reopened: ({ openedOn }, { texts, say }) => texts.reopened(say.day(openedOn)),
  'commit-unproven': ({ category, families }, { texts, words, stage, upTo }) =>
    upTo(texts.commitUnproven(stage(category), words.kinds(families))),
  'buyer-acted': ({ actedOn }, { texts, say }) => texts.buyerActed(say.weekday(actedOn)),
  'moved-on': ({ to, movedOn }, { texts, say, stage }) => texts.movedOn(stage(to), say.weekday(movedOn)),
  'offer-revised': ({ offers, latestOn }, { texts, words, say }) =>
    texts.offerRevised(words.times(offers), say.day(latestOn)),
  'promise-kept': ({ keptOn }, { texts, say }) => texts.promiseKept(say.day(keptOn)),
};

function sinceAct(
  { texts, words, say, upTo }: Speech,
  text: 'buyerSilent' | 'sellerAlone',
  days: number,
  act: string | null,
): Said {
  const lastAct = act && say.day(act);
  return [upTo(texts[text](words.days(days), lastAct)), lastAct ? { lastAct } : {}];
}

/** Null where the signal is none of them. */
export function wordsOfOthers(signal: SignalOn, words: Words, say: Speaker, upTo: Speech['upTo']): Described | null {
  // The facts of a signal are those of its name, which the type of a signal in a list cannot tell.
  const tell = OTHERS[signal.signal] as ((facts: SignalOn['facts'], speech: Speech) => Said) | undefined;
  if (!tell) return null;
  const stage = (label: string) => words.stage(shorten(label));
  const said = tell(signal.facts, { words, texts: words.facts, say, stage, upTo, signal });
  const [fact, figures] = typeof said === 'string' ? [said, {}] : said;
  return { fact, figures };
}
