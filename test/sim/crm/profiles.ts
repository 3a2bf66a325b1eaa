import { STAGES } from '../team/truth.ts';

export const SIM_CRMS = ['salesforce', 'hubspot', 'pipedrive', 'dynamics', 'odoo', 'tryton'] as const;
export type SimCrm = (typeof SIM_CRMS)[number];

/** The hosts that the demo CRM answers for; `unknown` is a CRM that no reader knows. */
export const DEMO_HOSTS = {
  salesforce: 'https://acme.lightning.force.com',
  hubspot: 'https://app.hubspot.com',
  pipedrive: 'https://acme.pipedrive.com',
  dynamics: 'https://acme.crm4.dynamics.com',
  odoo: 'https://odoo.acme.example',
  tryton: 'https://tryton.acme.example',
  unknown: 'https://crm.unknown.example',
} as const;

export type SimStage = { id: string; label: string; kind: 'open' | 'won' | 'lost' };

/** One CRM as the demo knows it: the words and ids of its stages, and which pages it has. */
export type Profile = {
  /** Label and machine id of each open stage, in the order of `STAGES`, then won, then lost where it has one. */
  stages: readonly SimStage[];
  /** Whether a page of this CRM carries the stage's machine id. */
  stageIdsOnPage: boolean;
  pipeline: string | null;
  home: 'list' | 'board';
};

const open = (...pairs: [string, string][]): SimStage[] => pairs.map(([id, label]) => ({ id, label, kind: 'open' }));
const won = (id: string, label: string): SimStage => ({ id, label, kind: 'won' });
const lost = (id: string, label: string): SimStage => ({ id, label, kind: 'lost' });

/** Dynamics guides a deal by a business process: its stages have guids. */
const bpf = (at: number) => `b${at}c0ffee-0000-4000-8000-00000000000${at}`;

export const PROFILES: Record<SimCrm, Profile> = {
  salesforce: {
    stages: [
      ...open(
        ['Qualification', 'Qualification'],
        ['Needs Analysis', 'Needs Analysis'],
        ['Value Proposition', 'Value Proposition'],
        ['Proposal/Price Quote', 'Proposal/Price Quote'],
        ['Negotiation/Review', 'Negotiation/Review'],
      ),
      won('Closed Won', 'Closed Won'),
      lost('Closed Lost', 'Closed Lost'),
    ],
    stageIdsOnPage: false,
    pipeline: null,
    home: 'list',
  },
  hubspot: {
    stages: [
      ...open(
        ['appointmentscheduled', 'Appointment scheduled'],
        ['qualifiedtobuy', 'Qualified to buy'],
        ['presentationscheduled', 'Presentation scheduled'],
        ['decisionmakerboughtin', 'Decision maker bought in'],
        ['contractsent', 'Contract sent'],
      ),
      won('closedwon', 'Closed won'),
      lost('closedlost', 'Closed lost'),
    ],
    stageIdsOnPage: false,
    pipeline: 'Sales pipeline',
    home: 'list',
  },
  pipedrive: {
    stages: open(
      ['1', 'Qualified'],
      ['2', 'Contact made'],
      ['3', 'Demo scheduled'],
      ['4', 'Proposal made'],
      ['5', 'Negotiations started'],
    ),
    stageIdsOnPage: false,
    pipeline: 'Pipeline',
    home: 'board',
  },
  dynamics: {
    stages: open(
      [bpf(1), 'Qualify'],
      [bpf(2), 'Develop'],
      [bpf(3), 'Solution'],
      [bpf(4), 'Propose'],
      [bpf(5), 'Close'],
    ),
    stageIdsOnPage: true,
    pipeline: 'Opportunity Sales Process',
    home: 'list',
  },
  odoo: {
    stages: [
      ...open(['1', 'New'], ['2', 'Qualified'], ['3', 'Needs agreed'], ['5', 'Proposition'], ['6', 'Negotiation']),
      won('4', 'Won'),
    ],
    stageIdsOnPage: true,
    pipeline: null,
    home: 'board',
  },
  tryton: {
    // Tryton knows only these states; the first two stages of the team are leads.
    stages: [
      ...open(
        ['lead', 'Lead'],
        ['lead', 'Lead'],
        ['opportunity', 'Opportunity'],
        ['opportunity', 'Opportunity'],
        ['opportunity', 'Opportunity'],
      ),
      won('converted', 'Converted'),
      lost('lost', 'Lost'),
    ],
    stageIdsOnPage: true,
    pipeline: null,
    home: 'list',
  },
};

/** The CRM's own stages in order, each once. */
export function stagesOf(crm: SimCrm): (SimStage & { order: number })[] {
  const seen = new Set<string>();
  return PROFILES[crm].stages
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .map((stage, order) => ({ ...stage, order }));
}

/** The stage a deal of the team stands in, in the CRM's words. A CRM without a lost stage leaves it where it was. */
export function stageIn(crm: SimCrm, stage: number, outcome: 'open' | 'won' | 'lost'): SimStage & { order: number } {
  const all = stagesOf(crm);
  const wanted =
    (outcome === 'open' ? undefined : all.find(({ kind }) => kind === outcome)) ??
    all.find(({ id }) => id === PROFILES[crm].stages[Math.min(stage, STAGES.length - 1)]?.id);
  return wanted ?? { id: '?', label: '?', kind: 'open', order: 0 };
}
