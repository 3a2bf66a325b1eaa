import type { FieldName, FieldValue } from '../deal/fields.ts';
import { major } from '../deal/money.ts';
import type { Deal } from '../history/types.ts';
import type { RiskName, SignalName } from '../risk/types.ts';

/**
 * What a question rests on: the fields whose change makes it a new question. Clocks are left out on purpose: a deal
 * that has been quiet for one day more is no news, and would be asked about every morning.
 */
const RESTS_ON: Record<RiskName, readonly FieldName[]> = {
  'close-date-past': ['closeDate'],
  pushed: ['closeDate'],
  stalled: ['stage'],
  'stage-back': ['stage'],
  'no-next-step': ['nextStep'],
  'next-step-past': ['nextStep', 'nextStepDue'],
  'no-activity': ['lastActivity'],
  'date-too-early': ['closeDate', 'stage'],
  'amount-cut': ['amount'],
  'unusual-size': ['amount'],
  'buyer-silent': ['stage'],
  'seller-alone': ['stage'],
  'due-this-period': ['closeDate', 'stage'],
  'older-than-won': ['stage'],
  'stage-skipped': ['stage'],
  'stage-unproven': ['stage'],
  'vague-step': ['nextStep'],
  'step-unchanged': ['nextStep'],
  'step-too-far': ['nextStep', 'nextStepDue'],
  'amount-unrefined': ['amount'],
  'few-contacts': ['amount'],
  'no-decision-maker': ['stage'],
  'qualification-gaps': ['stage'],
  competitor: ['stage'],
  'owner-changed': ['owner'],
  reopened: ['stage'],
  'commit-unproven': ['forecastCategory', 'stage'],
};

export function basisOf(signal: SignalName, deal: Deal): string {
  return basisOn(signal, signal in RESTS_ON ? RESTS_ON[signal as RiskName] : [], deal);
}

/** A field that was emptied a second time is a new fact: what is empty counts from when it was first seen so. */
export function basisOn(topic: string, fields: readonly FieldName[], deal: Deal): string {
  const parts = fields.map((field) => {
    const known = deal.fields[field];
    if (!known) return `${field}?`;
    return known.value === null ? `${field} empty ${known.seenAt}` : `${field} ${keyOf(known.value)}`;
  });
  return [topic, ...parts].join('|').slice(0, 400);
}

function keyOf(value: FieldValue): string {
  if (typeof value !== 'object') return String(value).slice(0, 120);
  if ('label' in value) return value.id ?? value.label.slice(0, 120);
  return `${Math.round(major(value))} ${value.currency ?? ''}`;
}
