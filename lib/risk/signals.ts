import type { Signal } from './signal.ts';
import { amountCut } from './signals/amount-cut.ts';
import { closeDatePast } from './signals/close-date-past.ts';
import { dateTooEarly } from './signals/date-too-early.ts';
import { nextStepPast } from './signals/next-step-past.ts';
import { noActivity } from './signals/no-activity.ts';
import { noNextStep } from './signals/no-next-step.ts';
import { pushed } from './signals/pushed.ts';
import { stageBack } from './signals/stage-back.ts';
import { stalled } from './signals/stalled.ts';
import { unusualSize } from './signals/unusual-size.ts';
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
};
