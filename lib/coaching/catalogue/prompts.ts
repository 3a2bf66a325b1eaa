import { BUYER_PROMPTS } from './buyer.ts';
import { DATE_PROMPTS } from './date.ts';
import { DATE_TOO_EARLY_PROMPTS } from './date-too-early.ts';
import { MONEY_PROMPTS } from './money.ts';
import { NEXT_STEP_PROMPTS } from './next-step.ts';
import { NO_SIGNAL_PROMPTS } from './no-signal.ts';
import { PROCESS_PROMPTS } from './process.ts';
import { QUIET_PROMPTS } from './quiet.ts';
import { STAGE_PROMPTS } from './stage.ts';
import type { Prompt } from './types.ts';

/** Every question we have, in the order of preference among equally fitting ones. */
export const PROMPTS: readonly Prompt[] = [
  ...DATE_PROMPTS,
  ...DATE_TOO_EARLY_PROMPTS,
  ...STAGE_PROMPTS,
  ...NEXT_STEP_PROMPTS,
  ...QUIET_PROMPTS,
  ...BUYER_PROMPTS,
  ...PROCESS_PROMPTS,
  ...MONEY_PROMPTS,
  ...NO_SIGNAL_PROMPTS,
];
