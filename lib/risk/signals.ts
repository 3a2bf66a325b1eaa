import type { Signal } from './signal.ts';
import { amountCut } from './signals/amount-cut.ts';
import { amountUnrefined } from './signals/amount-unrefined.ts';
import { buyerActed } from './signals/buyer-acted.ts';
import { buyerSilent } from './signals/buyer-silent.ts';
import { closeDatePast } from './signals/close-date-past.ts';
import { commitUnproven } from './signals/commit-unproven.ts';
import { competitor } from './signals/competitor.ts';
import { dateTooEarly } from './signals/date-too-early.ts';
import { dueThisPeriod } from './signals/due-this-period.ts';
import { fewContacts } from './signals/few-contacts.ts';
import { movedOn } from './signals/moved-on.ts';
import { nextStepPast } from './signals/next-step-past.ts';
import { noActivity } from './signals/no-activity.ts';
import { noDecisionMaker } from './signals/no-decision-maker.ts';
import { noNextStep } from './signals/no-next-step.ts';
import { offerRevised } from './signals/offer-revised.ts';
import { olderThanWon } from './signals/older-than-won.ts';
import { ownerChanged } from './signals/owner-changed.ts';
import { promiseKept } from './signals/promise-kept.ts';
import { pushed } from './signals/pushed.ts';
import { qualificationGaps } from './signals/qualification-gaps.ts';
import { reopened } from './signals/reopened.ts';
import { sellerAlone } from './signals/seller-alone.ts';
import { stageBack } from './signals/stage-back.ts';
import { stageSkipped } from './signals/stage-skipped.ts';
import { stageUnproven } from './signals/stage-unproven.ts';
import { stalled } from './signals/stalled.ts';
import { stepTooFar } from './signals/step-too-far.ts';
import { stepUnchanged } from './signals/step-unchanged.ts';
import { unusualSize } from './signals/unusual-size.ts';
import { vagueStep } from './signals/vague-step.ts';
import type { SignalName } from './types.ts';

/** Every signal, in the order of their names' list. A new one is a file and a line here. */
export const SIGNALS: { readonly [N in SignalName]: Signal<N> } = {
  'close-date-past': closeDatePast,
  pushed,
  stalled,
  'stage-back': stageBack,
  'no-next-step': noNextStep,
  'next-step-past': nextStepPast,
  'no-activity': noActivity,
  'date-too-early': dateTooEarly,
  'amount-cut': amountCut,
  'unusual-size': unusualSize,
  'buyer-silent': buyerSilent,
  'seller-alone': sellerAlone,
  'due-this-period': dueThisPeriod,
  'older-than-won': olderThanWon,
  'stage-skipped': stageSkipped,
  'stage-unproven': stageUnproven,
  'vague-step': vagueStep,
  'step-unchanged': stepUnchanged,
  'step-too-far': stepTooFar,
  'amount-unrefined': amountUnrefined,
  'few-contacts': fewContacts,
  'no-decision-maker': noDecisionMaker,
  'qualification-gaps': qualificationGaps,
  competitor,
  'owner-changed': ownerChanged,
  reopened,
  'commit-unproven': commitUnproven,
  'buyer-acted': buyerActed,
  'moved-on': movedOn,
  'offer-revised': offerRevised,
  'promise-kept': promiseKept,
};
