import type { FieldValues } from '../deal/fields.ts';
import { dealAsOf } from './deal-as-of.ts';
import { type Past, pastAsOf } from './past-as-of.ts';
import type { Deal, DealHistory, Known, Moment, PastRow } from './types.ts';

/**
 * The deal as of a moment, with what the CRM's own fields leave open told by its page's feed and planned activities: the
 * last activity where no field says one, the next step and its day where the step's field is not there or empty. Each
 * with the text it rests on; a field that was seen to hold something is never overruled.
 */
export function dealWithPast(history: DealHistory, moment: Moment): Deal | null {
  const deal = dealAsOf(history, moment);
  if (!deal || !history.past) return deal;
  const past = pastAsOf(history, moment);
  return { ...deal, fields: { ...deal.fields, ...lastActivity(deal, past), ...nextStep(deal, past) } };
}

/** Read on the record's page: the only one that shows a past. */
function knownFrom<V>(value: V, row: PastRow, text: string, deal: Deal, seenAt: number): Known<V> {
  const { rule, raw } = row.entry.evidence;
  const evidence = {
    crm: deal.record.crm,
    page: 'record' as const,
    rule,
    raw: raw === text ? raw : `${text} · ${raw}`,
  };
  return { value, after: null, seenAt: Math.min(row.seenAt, seenAt), lastSeenAt: seenAt, evidence };
}

function lastActivity(deal: Deal, past: Past): { lastActivity?: Known<FieldValues['lastActivity']> } {
  const last = past.events.at(-1);
  // A feed of which some lines were not understood says what happened, not since when nothing has.
  if (deal.fields.lastActivity?.value != null || !last || past.feedSeenAt === null) return {};
  const { who, text, day } = last.entry;
  const said = [who, text].filter(Boolean).join(': ');
  return { lastActivity: knownFrom(day, last.row, said, deal, past.feedSeenAt) };
}

function nextStep(deal: Deal, { planned }: Past): Pick<Deal['fields'], 'nextStep' | 'nextStepDue'> {
  const { nextStep: step, nextStepDue: due } = deal.fields;
  if (step?.value != null || due?.value != null || !planned) return {};
  // The earliest with a day; one without a day is a step too.
  const next = planned.standing.find(({ entry }) => entry.due !== null) ?? planned.standing[0];
  if (!next) return {};
  const { what, due: day } = next.entry;
  return {
    nextStep: knownFrom(what, next.row, what, deal, planned.seenAt),
    ...(day === null ? {} : { nextStepDue: knownFrom(day, next.row, what, deal, planned.seenAt) }),
  };
}
