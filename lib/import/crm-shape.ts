import { foldLabel } from '../crm/fold-label.ts';
import { canonicalOpportunityId } from '../crm/salesforce/record-id.ts';
import { cleanText } from '../crm/values/index.ts';
import { type CrmId, LIMITS } from '../deal/reading.ts';
import type { ColumnUse } from './uses.ts';

/** The CRM of a file that is not told by its headers, until the user says; the store knows it by this name too. */
const UNKNOWN_CRM: CrmId = 'other';

/** Folded headers that one CRM's exports alone have; of `some` several are needed, one of `sure` is enough. */
type Shape = { crm: CrmId; sure: RegExp; some: RegExp };

const SHAPES: readonly Shape[] = [
  {
    crm: 'dynamics',
    sure: /^do not modify |^nicht andern |^ne pas modifier |^no modificar /,
    some: /^(topic|est close date|est revenue|potential customer|thema|pipeline phase)$/,
  },
  {
    crm: 'pipedrive',
    sure: /^deal (id|title|stage|value|expected close date|pipeline|status|owner|organization)$/,
    some: /^$/,
  },
  {
    crm: 'hubspot',
    sure: /^(hubspot .*|amount in company currency|deal pipeline|is deal closed|is closed won|associated company primary|montant dans la devise de l entreprise)$/,
    some: /^(record id|deal name|deal stage|deal owner|create date|close date|id d enregistrement|nom de la transaction|phase de la transaction|etape de la transaction|datensatz id|deal phase)$/,
  },
  {
    crm: 'salesforce',
    sure: /^(opportunity name|opportunity owner|opportunity owner alias|opportunity id|opportunityid|opportunity inhaber|inhaber der opportunity|name der opportunity|fiscal period|stagename|field event|feld ereignis|case safe id|propietario de la oportunidad|proprietaire de l opportunite|proprietario da oportunidade|titolare opportunita|nom de l opportunite)$/,
    some: /^(amount|stage|close date|account name|probability|created date|lead source|next step|type|age)$/,
  },
  {
    crm: 'zoho',
    sure: /^(potential name|deal owner id|account name id|contact name id|modified by id|layout id|record image)$/,
    some: /^(record id|deal name|closing date|deal owner|created time|modified time|lead source|stage|tag)$/,
  },
  {
    crm: 'odoo',
    sure: /^(external id|expected closing|id externe|id externo|externe id|expected revenue company currency|erwarteter abschluss|partner id id|date deadline)$/,
    some: /^(opportunity|expected revenue|salesperson|sales team|stage|customer|priority|active|id)$/,
  },
];

/** Pipedrive's prefix is read before it is folded away: "Deal - Title". */
const PIPEDRIVE = /^(deal|geschäft|affaire|trato|negócio|organization|organisation|person|activity) - \S/i;

/** Values of an id column that one CRM alone writes. */
const IDS: readonly [CrmId, RegExp][] = [
  ['salesforce', /^006[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/],
  ['zoho', /^zcrm_\d+$/],
  ['odoo', /^__export__\.crm_lead_\d+/],
];

/** Which CRM a file comes from, and what says so; `other` where nothing does. */
export function crmOf(headers: readonly string[], values: readonly (readonly string[])[]): { crm: CrmId; why: string } {
  for (const [crm, shape] of IDS) {
    const column = values.findIndex((cells) => cells.some((cell) => shape.test(cell)));
    if (column >= 0) return { crm, why: `the ids in “${headers[column] ?? ''}”` };
  }
  const prefixed = headers.find((header) => PIPEDRIVE.test(header));
  if (prefixed && headers.filter((header) => PIPEDRIVE.test(header)).length > 1) {
    return { crm: 'pipedrive', why: `the column “${prefixed}”` };
  }
  // The words are anybody's; the ids are Salesforce's own.
  const foreign = headers.some(
    (header, index) =>
      /^(opportunity id|opportunityid)$/.test(foldLabel(header)) &&
      (values[index]?.length ?? 0) > 0 &&
      !values[index]?.some((cell) => canonicalOpportunityId(cell.trim())),
  );
  let best = { crm: UNKNOWN_CRM, why: '', score: 0 };
  for (const { crm, sure, some } of SHAPES) {
    if (crm === 'pipedrive' || (crm === 'salesforce' && foreign)) continue;
    const tells = headers.filter((header) => sure.test(foldLabel(header)));
    const helps = headers.filter((header) => some.test(foldLabel(header)));
    const score = tells.length * 3 + helps.length;
    if ((tells.length > 0 || helps.length >= 3) && score > best.score) {
      best = { crm, why: `the columns “${[...tells, ...helps].slice(0, 2).join('” and “')}”`, score };
    }
  }
  return { crm: best.crm, why: best.why };
}

/** What a header means in one CRM's exports, against the general words; null: nothing that is kept. */
const OWN: Partial<Record<CrmId, Record<string, ColumnUse | null>>> = {
  // The amount times its probability.
  salesforce: { 'expected revenue': null, 'erwarteter umsatz': null, id: null, 'account id': null },
  zoho: { 'expected revenue': null, 'deal owner id': null, 'account name id': null },
  hubspot: { 'forecast amount': null, 'weighted amount': null },
  odoo: {
    opportunity: 'name',
    'expected revenue': 'amount',
    customer: 'account',
    'sales team': null,
    'expected closing': 'closeDate',
    subject: null,
  },
  dynamics: {
    'do not modify opportunity': 'recordId',
    'do not modify row checksum': null,
    'do not modify modified on': null,
  },
  pipedrive: { 'deal expected revenue': null },
};

export function ownUse(crm: CrmId, header: string): ColumnUse | null | undefined {
  const key = foldLabel(header);
  const own = OWN[crm];
  return own && Object.hasOwn(own, key) ? own[key] : undefined;
}

/**
 * A record id as the CRM's own pages say it, so that a row and a page are one deal; null where the text is no id of it.
 */
export function canonicalRecordId(crm: CrmId, text: string): string | null {
  const shown = cleanText(text);
  switch (crm) {
    case 'salesforce':
      return canonicalOpportunityId(shown);
    case 'dynamics':
      return /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i.exec(shown)?.[1]?.toLowerCase() ?? null;
    case 'zoho':
      return /^(?:zcrm_)?(\d{6,25})$/.exec(shown)?.[1] ?? null;
    case 'odoo':
      return /^(?:__export__\.crm_lead_)?(\d{1,15})(?:_[0-9a-z]+)?$/.exec(shown)?.[1] ?? null;
    case 'hubspot':
    case 'pipedrive':
      return /^(\d{1,20})(?:\.0)?$/.exec(shown)?.[1] ?? null;
    default:
      return shown === '' || shown.length > LIMITS.id ? null : shown;
  }
}
