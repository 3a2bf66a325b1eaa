import { dynamics } from './dynamics/index.ts';
import { espocrm } from './espocrm/index.ts';
import { frappe } from './frappe/index.ts';
import { hubspot } from './hubspot/index.ts';
import { krayin } from './krayin/index.ts';
import { odoo } from './odoo/index.ts';
import { orocrm } from './orocrm/index.ts';
import { pipedrive } from './pipedrive/index.ts';
import { salesforce } from './salesforce/index.ts';
import { suitecrm7 } from './suitecrm7/index.ts';
import { suitecrm8 } from './suitecrm8/index.ts';
import { tryton } from './tryton/index.ts';
import { twenty } from './twenty/index.ts';
import type { CrmReader } from './types.ts';
import { vtiger } from './vtiger/index.ts';
import { zoho } from './zoho/index.ts';

/** Every reader, those with hosts of their own first: a self-hosted CRM is known only by what its page holds. */
export const readers: readonly CrmReader[] = [
  salesforce,
  hubspot,
  pipedrive,
  dynamics,
  zoho,
  odoo,
  tryton,
  espocrm,
  suitecrm7,
  suitecrm8,
  twenty,
  frappe,
  krayin,
  vtiger,
  orocrm,
];
