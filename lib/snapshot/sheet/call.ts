import { daysBetween } from '../../deal/day.ts';
import { isSameCurrency } from '../../deal/money.ts';
import type { ContentSpeech } from '../content-speech.ts';
import { NOT_WORDS } from '../content-words.ts';
import type { SheetBlock, SheetSection } from '../document.ts';
import { sayRests } from './rests.ts';

/** "Q4 call $540k of $600k; $60k short; last week's call $565k." and what it rests on. */
export function callSection(speech: ContentSpeech): SheetSection {
  const { content, hasAmounts } = speech;
  const sentence = content.notes.find((note) => note.kind === 'sentence');
  const blocks: SheetBlock[] = [
    { kind: 'sentence', text: hasAmounts ? sayCall(speech) : NOT_WORDS.amountsOut, isLead: true },
    ...(sentence ? [{ kind: 'sentence' as const, text: sentence.text }] : []),
    { kind: 'sentence', text: sayRests(speech) },
  ];
  return { id: 'call', title: 'The call', blocks };
}

export function sayCall({ team, quarter, carried, say }: ContentSpeech): string {
  const { call, goal, before, moment } = team;
  const sameQuarter = before?.quarter === moment.quarter.id;
  const days = before ? daysBetween(say.dayOf(before.asOf), moment.today) : 0;
  const lastCall = sameQuarter ? (before?.call ?? null) : null;
  const last = lastCall
    ? `; ${before && days <= 8 ? 'last week’s call' : `the call of ${say.on(before?.asOf ?? 0)}`} ${carried(lastCall)}`
    : '';
  if (!call)
    return `No call was typed for ${quarter}${goal ? `; the goal is ${carried(goal)}` : ' and no goal is set'}${last}.`;
  if (!goal) return `${quarter} call ${carried(call)}; no goal is set${last}.`;
  if (!isSameCurrency(call, goal))
    return `${quarter} call ${carried(call)}; the goal is ${carried(goal)}, in another currency${last}.`;
  const apart = goal.minor - call.minor;
  const by = carried({ ...goal, minor: Math.abs(apart), halfStep: 0 });
  const held = apart > 0 ? `${by} short` : apart < 0 ? `${by} above it` : 'just that';
  return `${quarter} call ${carried(call)} of ${carried(goal)}; ${held}${last}.`;
}
