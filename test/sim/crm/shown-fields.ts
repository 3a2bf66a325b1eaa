import type { FieldName, Stage } from '../../../lib/deal/fields.ts';
import type { PageKind } from '../../../lib/deal/reading.ts';
import { pathOf, type SimPageKind } from './addresses.ts';
import { PROFILES, type SimCrm, stageIn, stagesOf } from './profiles.ts';

const COMMON = ['name', 'amount', 'stage', 'closeDate', 'owner', 'account', 'probability', 'outcome'] as const;

/** Which fields each CRM's pages show to a reader; what a page lacks is absent from its readings. */
const ON_RECORD: Record<SimCrm, readonly FieldName[]> = {
  salesforce: [...COMMON, 'forecastCategory', 'nextStep', 'nextStepDue'],
  hubspot: [
    ...COMMON,
    ...(['pipeline', 'forecastCategory', 'nextStep', 'nextStepDue', 'createdOn', 'lastActivity'] as const),
  ],
  pipedrive: [...COMMON, 'nextStep', 'nextStepDue', 'createdOn'],
  dynamics: [...COMMON, 'forecastCategory', 'createdOn'],
  odoo: [...COMMON, 'nextStep', 'nextStepDue'],
  tryton: [...COMMON, 'nextStep', 'createdOn'],
};

const IN_ROWS: Record<SimCrm, readonly FieldName[]> = {
  salesforce: [
    ...(['name', 'amount', 'stage', 'closeDate', 'owner', 'account'] as const),
    ...(['nextStep', 'nextStepDue', 'lastActivity', 'outcome'] as const),
  ],
  hubspot: ['name', 'amount', 'stage', 'closeDate', 'owner', 'nextStep', 'nextStepDue', 'lastActivity', 'outcome'],
  pipedrive: ['name', 'amount', 'stage'],
  dynamics: [],
  odoo: ['name', 'amount', 'stage', 'owner', 'account', 'outcome'],
  tryton: COMMON,
};

const ON_HUBSPOT_CARDS: readonly FieldName[] = ['name', 'amount', 'stage', 'closeDate', 'owner', 'outcome'];

export function shownFields(crm: SimCrm, page: PageKind): readonly FieldName[] {
  if (page === 'record') return ON_RECORD[crm];
  return crm === 'hubspot' && page === 'board' ? ON_HUBSPOT_CARDS : IN_ROWS[crm];
}

/** The rows of these CRMs' lists and boards carry no record id: their managers go from record to record. */
export const NAMELESS_ROWS: readonly SimCrm[] = ['odoo', 'tryton', 'dynamics'];

/** Whether the machine ids of stages stand in the page. */
function showsIds(crm: SimCrm, page: PageKind): boolean {
  return crm === 'pipedrive' ? page === 'board' : PROFILES[crm].stageIdsOnPage && page === 'record';
}

/** Tables name the stage alone; of records, only HubSpot's does not show the others beside it. */
function showsOrder(crm: SimCrm, page: PageKind): boolean {
  return page === 'board' || (page === 'record' && crm !== 'hubspot');
}

export function stageShown(crm: SimCrm, page: PageKind, stage: number, outcome: 'open' | 'won' | 'lost'): Stage {
  const at = stageIn(crm, stage, outcome);
  // A path ends with the one closed stage that was reached.
  const order = crm === 'salesforce' && outcome !== 'open' ? 5 : at.order;
  return { id: showsIds(crm, page) ? at.id : null, label: at.label, order: showsOrder(crm, page) ? order : null };
}

/** All stages that a page shows in order. */
export function stagesShown(crm: SimCrm, page: PageKind, outcome: 'open' | 'won' | 'lost'): Stage[] {
  if (!showsOrder(crm, page)) return [];
  const shown = stagesOf(crm).filter(({ kind }) => crm !== 'salesforce' || kind === 'open' || kind === outcome);
  const stages = shown.map(({ id, label }, order) => ({ id: showsIds(crm, page) ? id : null, label, order }));
  if (crm === 'salesforce' && outcome === 'open') stages.push({ id: null, label: 'Closed', order: stages.length });
  return stages;
}

/** The address as a reader keeps it: without what only steers the view. */
export function addressShown(crm: SimCrm, page: SimPageKind, deal?: { serial: number }): string {
  const path = pathOf(crm, page, deal);
  if (crm === 'odoo') return path.replace(/&cids=1&menu_id=120&action=\d+/, '');
  if (crm === 'tryton') return path.replace(/;.*/, '');
  return path;
}
