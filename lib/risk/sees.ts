import { sees as amountCut } from './signals/amount-cut.ts';
import { sees as amountUnrefined } from './signals/amount-unrefined.ts';
import { sees as buyerActed } from './signals/buyer-acted.ts';
import { sees as buyerSilent } from './signals/buyer-silent.ts';
import { sees as closeDatePast } from './signals/close-date-past.ts';
import { sees as commitUnproven } from './signals/commit-unproven.ts';
import { sees as competitor } from './signals/competitor.ts';
import { sees as dateTooEarly } from './signals/date-too-early.ts';
import { sees as dueThisPeriod } from './signals/due-this-period.ts';
import { sees as fewContacts } from './signals/few-contacts.ts';
import { sees as movedOn } from './signals/moved-on.ts';
import { sees as nextStepPast } from './signals/next-step-past.ts';
import { sees as noActivity } from './signals/no-activity.ts';
import { sees as noDecisionMaker } from './signals/no-decision-maker.ts';
import { sees as noNextStep } from './signals/no-next-step.ts';
import { sees as offerRevised } from './signals/offer-revised.ts';
import { sees as olderThanWon } from './signals/older-than-won.ts';
import { sees as ownerChanged } from './signals/owner-changed.ts';
import { sees as promiseKept } from './signals/promise-kept.ts';
import { sees as pushed } from './signals/pushed.ts';
import { sees as qualificationGaps } from './signals/qualification-gaps.ts';
import { sees as reopened } from './signals/reopened.ts';
import { sees as sellerAlone } from './signals/seller-alone.ts';
import { sees as stageBack } from './signals/stage-back.ts';
import { sees as stageSkipped } from './signals/stage-skipped.ts';
import { sees as stageUnproven } from './signals/stage-unproven.ts';
import { sees as stalled } from './signals/stalled.ts';
import { sees as stepTooFar } from './signals/step-too-far.ts';
import { sees as stepUnchanged } from './signals/step-unchanged.ts';
import { sees as unusualSize } from './signals/unusual-size.ts';
import { sees as vagueStep } from './signals/vague-step.ts';
import type { SignalName } from './types.ts';

/** What each signal sees, as one sentence for whoever sets its limits. The background scores without it. */
export const SEES: Record<SignalName, string> = {
  'amount-cut': amountCut,
  'amount-unrefined': amountUnrefined,
  'buyer-acted': buyerActed,
  'buyer-silent': buyerSilent,
  'close-date-past': closeDatePast,
  'commit-unproven': commitUnproven,
  competitor,
  'date-too-early': dateTooEarly,
  'due-this-period': dueThisPeriod,
  'few-contacts': fewContacts,
  'moved-on': movedOn,
  'next-step-past': nextStepPast,
  'no-activity': noActivity,
  'no-decision-maker': noDecisionMaker,
  'no-next-step': noNextStep,
  'offer-revised': offerRevised,
  'older-than-won': olderThanWon,
  'owner-changed': ownerChanged,
  'promise-kept': promiseKept,
  pushed,
  'qualification-gaps': qualificationGaps,
  reopened,
  'seller-alone': sellerAlone,
  'stage-back': stageBack,
  'stage-skipped': stageSkipped,
  'stage-unproven': stageUnproven,
  stalled,
  'step-too-far': stepTooFar,
  'step-unchanged': stepUnchanged,
  'unusual-size': unusualSize,
  'vague-step': vagueStep,
};
