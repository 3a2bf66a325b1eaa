import { describeSignal } from '../coaching/describe-signal.ts';
import { TITLES } from '../coaching/words/english-names.ts';
import type { SignalName, SignalOn } from '../risk/types.ts';
import type { ContentSpeech } from './content-speech.ts';
import type { ReasonPart } from './deal-part.ts';

/** What holds of a deal, in words; its title alone where a text that it quotes is gone. */
export function sayReason(deal: string, reason: ReasonPart, { said, words, say }: ContentSpeech): string {
  const signal = reason.signal as SignalName;
  const naming = said(deal)?.facts[signal];
  if (reason.isQuoting && !naming) return words.capital(TITLES[signal] ?? signal);
  // Of that shape it was built; its severity and its evidence take no part in the words.
  const on = { ...reason, state: 'on', facts: { ...reason.facts, ...naming }, severity: 0, level: 0, evidence: [] };
  return describeSignal(on as unknown as SignalOn, words, say).fact;
}
