import { factsOf } from '../risk/facts.ts';
import type { SignalOn } from '../risk/types.ts';
import type { Described } from './describe-signal.ts';
import { shorten } from './words/clean-text.ts';
import type { Speaker } from './words/dates.ts';
import type { Words } from './words/english.ts';

const QUOTED = 90;

/** The words of the signals on the buyer's side, the process, and of the good signs; null where it is none of them. */
export function wordsOfOthers(
  signal: SignalOn,
  words: Words,
  say: Speaker,
  upTo: (fact: string) => string,
): Described | null {
  const { facts: texts } = words;
  const stage = (label: string) => words.stage(shorten(label));
  const plain = (fact: string, figures: Described['figures'] = {}): Described => ({ fact, figures });
  switch (signal.signal) {
    case 'buyer-silent': {
      const facts = factsOf(signal, 'buyer-silent');
      const lastAct = facts?.lastAct ? say.day(facts.lastAct) : null;
      return facts && plain(upTo(texts.buyerSilent(words.days(facts.days), lastAct)), lastAct ? { lastAct } : {});
    }
    case 'seller-alone': {
      const facts = factsOf(signal, 'seller-alone');
      const lastAct = facts?.lastAct ? say.day(facts.lastAct) : null;
      return facts && plain(upTo(texts.sellerAlone(words.days(facts.tries), lastAct)), lastAct ? { lastAct } : {});
    }
    case 'due-this-period': {
      const facts = factsOf(signal, 'due-this-period');
      if (!facts) return null;
      const closeDate = say.day(facts.closeDate);
      return plain(upTo(texts.dueThisPeriod(closeDate, facts.stage ? stage(facts.stage) : null)), { closeDate });
    }
    case 'older-than-won': {
      const facts = factsOf(signal, 'older-than-won');
      return facts && plain(upTo(texts.olderThanWon(words.days(facts.days), words.days(facts.wonMedian))));
    }
    case 'stage-skipped': {
      const facts = factsOf(signal, 'stage-skipped');
      if (!facts) return null;
      const [fromStage, toStage, skipped] = [stage(facts.from), stage(facts.to), stage(facts.skipped)];
      const fact = texts.stageSkipped(fromStage, toStage, skipped, say.weekday(facts.movedOn));
      return plain(fact, { fromStage, toStage, skipped });
    }
    case 'stage-unproven': {
      const facts = factsOf(signal, 'stage-unproven');
      if (!facts) return null;
      const fromStage = stage(facts.left);
      return plain(texts.stageUnproven(fromStage, shorten(facts.proof, QUOTED)), { fromStage });
    }
    case 'vague-step': {
      const facts = factsOf(signal, 'vague-step');
      return facts && plain(upTo(texts.vagueStep(shorten(facts.text, QUOTED))));
    }
    case 'step-unchanged': {
      const facts = factsOf(signal, 'step-unchanged');
      if (!facts) return null;
      const days = words.days(facts.days);
      return plain(upTo(texts.stepUnchanged(shorten(facts.text, QUOTED), days, signal.atLeast)));
    }
    case 'step-too-far': {
      const facts = factsOf(signal, 'step-too-far');
      if (!facts) return null;
      const nextStepDue = say.day(facts.due);
      return plain(upTo(texts.stepTooFar(nextStepDue, words.days(facts.days))), { nextStepDue });
    }
    case 'amount-unrefined': {
      const facts = factsOf(signal, 'amount-unrefined');
      return facts && plain(upTo(texts.amountUnrefined(say.day(facts.since))));
    }
    case 'few-contacts': {
      const facts = factsOf(signal, 'few-contacts');
      const only = facts?.only ? shorten(facts.only) : null;
      return facts && plain(upTo(texts.fewContacts(words.people(facts.contacts), only)), only ? { only } : {});
    }
    case 'no-decision-maker': {
      const facts = factsOf(signal, 'no-decision-maker');
      return facts && plain(upTo(texts.noDecisionMaker(facts.people > 0 ? words.people(facts.people) : null)));
    }
    case 'qualification-gaps': {
      const facts = factsOf(signal, 'qualification-gaps');
      if (!facts) return null;
      const gap = shorten(facts.first);
      const second = facts.second === null ? null : shorten(facts.second);
      return plain(texts.gaps(words.questions(facts.gaps), gap, second), { gap });
    }
    case 'competitor': {
      const facts = factsOf(signal, 'competitor');
      return facts && plain(texts.competitor(say.day(facts.saidOn)));
    }
    case 'owner-changed': {
      const facts = factsOf(signal, 'owner-changed');
      return facts && plain(texts.ownerChanged(shorten(facts.to), say.weekday(facts.changedOn)));
    }
    case 'reopened': {
      const facts = factsOf(signal, 'reopened');
      return facts && plain(texts.reopened(say.day(facts.openedOn)));
    }
    case 'commit-unproven': {
      const facts = factsOf(signal, 'commit-unproven');
      return facts && plain(upTo(texts.commitUnproven(stage(facts.category), words.kinds(facts.families))));
    }
    case 'buyer-acted': {
      const facts = factsOf(signal, 'buyer-acted');
      return facts && plain(texts.buyerActed(say.weekday(facts.actedOn)));
    }
    case 'moved-on': {
      const facts = factsOf(signal, 'moved-on');
      return facts && plain(texts.movedOn(stage(facts.to), say.weekday(facts.movedOn)));
    }
    case 'offer-revised': {
      const facts = factsOf(signal, 'offer-revised');
      return facts && plain(texts.offerRevised(words.times(facts.offers), say.day(facts.latestOn)));
    }
    case 'promise-kept': {
      const facts = factsOf(signal, 'promise-kept');
      return facts && plain(texts.promiseKept(say.day(facts.keptOn)));
    }
    default:
      return null;
  }
}
