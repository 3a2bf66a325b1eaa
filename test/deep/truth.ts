/** Every value that the demo CRM ever held, per deal and field, in the form in which the extension stores it. */
import type { FieldName } from '../../lib/deal/fields.ts';
import { foldSpace } from '../../lib/deal/same-value.ts';
import type { Rows } from '../browser/seed.ts';
import { recordIdOf } from '../sim/crm/addresses.ts';
import type { CrmDeal } from '../sim/crm/demo-crm.ts';
import { PROFILES, type SimCrm, stageIn } from '../sim/crm/profiles.ts';

export type Truth = {
  /** To be called before and after every edit. */
  note(deal: CrmDeal): void;
  /** What is stored of a deal and never stood in it, one line each. */
  falsehoods(rows: Rows): string[];
};

function heldBy(crm: SimCrm, deal: CrmDeal): Partial<Record<FieldName, unknown>> {
  const { name, account, owner, closeDate, probability, nextStep, nextStepDue, createdOn, lastActivity, outcome } =
    deal;
  const { pipeline } = PROFILES[crm];
  const stage = stageIn(crm, deal.stage, outcome).label;
  const { forecastCategory, amount } = deal;
  const plain = { name, account, owner, closeDate, probability, nextStep, nextStepDue, createdOn, lastActivity };
  return { ...plain, amount: Math.round(amount * 100), stage, pipeline, forecastCategory, outcome };
}

/** Amounts in their smallest part, stages by label, texts as a page folds them. */
function comparable(value: unknown): string {
  if (typeof value === 'string') return foldSpace(value);
  if (typeof value === 'object' && value !== null) {
    if ('minor' in value) return String(value.minor);
    if ('label' in value) return foldSpace(String(value.label));
  }
  return String(value);
}

export function createTruth(crm: SimCrm): Truth {
  const held = new Map<string, Map<string, Set<string>>>();
  return {
    note(deal) {
      const id = recordIdOf(crm, deal);
      const fields = held.get(id) ?? new Map<string, Set<string>>();
      held.set(id, fields);
      for (const [field, value] of Object.entries(heldBy(crm, deal))) {
        fields.set(field, (fields.get(field) ?? new Set()).add(comparable(value)));
      }
    },
    falsehoods(rows) {
      const records = new Map(
        (rows.aliases as { deal: string; recordId: string }[]).map((one) => [one.deal, one.recordId]),
      );
      return (rows.changes as { deal: string; field: string; to: unknown; evidence: { rule: string } }[]).flatMap(
        ({ deal, field, to, evidence }) => {
          const record = records.get(deal) ?? '';
          const values = held.get(record)?.get(field);
          if (values?.has(comparable(to))) return [];
          const truth = values ? [...values].join(' | ') : 'nothing';
          return [`${record} ${field}: ${comparable(to)}, held ${truth} (${evidence.rule})`];
        },
      );
    },
  };
}
