import { addDays, type Day, weekday } from '../../../lib/deal/day.ts';
import { MANAGER } from '../team/people.ts';
import type { SimTeam } from '../team/team.ts';
import { createdOn, type DealState, dealOn, probabilityOf, type TruthEvent } from '../team/truth.ts';
import { APP_ID, ODOO_ACTION, PORTAL, pathOf, recordIdOf, TRYTON_DB } from './addresses.ts';
import { hostileDeals } from './hostile.ts';
import { clientFile, htmlShell } from './page-files.ts';
import { DEMO_HOSTS, PROFILES, type SimCrm, stageIn, stagesOf } from './profiles.ts';

export type CrmDeal = DealState & {
  /** The team's id, `D011`; the same in every CRM. */
  id: string;
  serial: number;
  history: { day: Day; side: 'buyer' | 'seller'; what: string }[];
  /** Stages it went through, newest first. */
  moves: { day: Day; from: number; to: number }[];
};

type DealPatch = Partial<Omit<CrmDeal, 'id' | 'serial' | 'history' | 'moves'>>;

type DemoRequest = { url: string; method?: string; body?: string | null };
export type DemoResponse = { status: number; headers: Record<string, string>; body: string };

/** How pages behave that say nothing else in `?sim=`. */
export type DemoSettings = {
  lang: string;
  /** `on`: each part comes after its own delay; a number: all after that many milliseconds. */
  late: 'on' | 'off' | number;
  /** `on`: as that CRM does. */
  torn: 'on' | 'off' | 'url-first' | 'page-first' | 'mixed';
};

export type DemoCrm = {
  team: SimTeam;
  settings: DemoSettings;
  deals: CrmDeal[];
  find(id: string): CrmDeal;
  /** A change made by someone else, or by the page's Save. */
  edit(id: string, patch: DealPatch): CrmDeal;
  /** Adds the hostile deals once and returns them. */
  addHostile(): CrmDeal[];
  /** Answers any request to one of `DEMO_HOSTS`; 404 elsewhere. */
  handle(request: DemoRequest): DemoResponse;
};

const json = (value: unknown, status = 200): DemoResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});

function crmOfHost(url: URL): SimCrm | 'unknown' | null {
  const found = Object.entries(DEMO_HOSTS).find(([, origin]) => origin === url.origin);
  return (found?.[0] as SimCrm | 'unknown' | undefined) ?? null;
}

function historyOf(events: readonly TruthEvent[]): CrmDeal['history'] {
  return events
    .flatMap((event) => (event.kind === 'activity' ? [{ day: event.day, side: event.side, what: event.what }] : []))
    .slice(-6)
    .reverse();
}

function movesOf(events: readonly TruthEvent[]): CrmDeal['moves'] {
  return events.flatMap((event) => (event.kind === 'stage' ? [event] : [])).reverse();
}

/** A deal as one CRM's pages get it: with that CRM's ids, words and addresses. */
function viewOf(crm: SimCrm, deal: CrmDeal) {
  const stage = stageIn(crm, deal.stage, deal.outcome);
  return {
    ...deal,
    recordId: recordIdOf(crm, deal),
    href: pathOf(crm, 'record', deal),
    stageId: stage.id,
    stageLabel: stage.label,
    stageOrder: stage.order,
    pipeline: PROFILES[crm].pipeline,
    moves: deal.moves.map(({ day, from, to }) => ({
      day,
      from: stageIn(crm, from, 'open').label,
      to: stageIn(crm, to, 'open').label,
    })),
  };
}

export function createDemoCrm(options: { team: SimTeam } & Partial<DemoSettings>): DemoCrm {
  const { team } = options;
  const settings: DemoSettings = { lang: 'en-US', late: 'on', torn: 'on', ...options };
  const deals: CrmDeal[] = team.deals.flatMap((deal) => {
    const state = createdOn(deal) <= team.endDay ? dealOn(deal, team.endDay) : null;
    return state
      ? [{ ...state, id: deal.id, serial: deal.serial, history: historyOf(deal.events), moves: movesOf(deal.events) }]
      : [];
  });
  const hostile: CrmDeal[] = [];

  const find = (id: string): CrmDeal => {
    const deal = deals.find((one) => one.id === id);
    if (!deal) throw new RangeError(`No deal ${id} in the demo CRM`);
    return deal;
  };

  const edit = (id: string, patch: DealPatch): CrmDeal => {
    const deal = find(id);
    const moved =
      (patch.stage !== undefined && patch.stage !== deal.stage) ||
      (patch.outcome !== undefined && patch.outcome !== deal.outcome);
    const from = deal.stage;
    Object.assign(deal, patch);
    if (deal.stage !== from) deal.moves.unshift({ day: team.endDay, from, to: deal.stage });
    if (moved) {
      deal.stageSince = team.endDay;
      if (patch.probability === undefined) deal.probability = probabilityOf(deal.stage, deal.outcome);
    }
    return deal;
  };

  /** A page posts the CRM's own stage id; the rest are plain fields. */
  const save = (crm: SimCrm, deal: CrmDeal, posted: Record<string, unknown>): CrmDeal => {
    const { stageId, ...patch } = posted;
    if (typeof stageId === 'string') {
      const stage = stagesOf(crm).find(({ id }) => id === stageId);
      if (stage?.kind === 'open') {
        patch.stage = PROFILES[crm].stages.findIndex(({ id }) => id === stageId);
        patch.outcome = 'open';
      } else if (stage) {
        patch.outcome = stage.kind;
      }
    }
    return edit(deal.id, patch as DealPatch);
  };

  const state = (crm: SimCrm) => ({
    crm,
    ...settings,
    today: team.endDay,
    monday: addDays(team.endDay, 1 - weekday(team.endDay)),
    user: MANAGER,
    people: team.people.map(({ name }) => name),
    stages: stagesOf(crm),
    pipeline: PROFILES[crm].pipeline,
    home: PROFILES[crm].home,
    hrefs: { list: pathOf(crm, 'list'), board: pathOf(crm, 'board') },
    ids: { portal: PORTAL, app: APP_ID, action: ODOO_ACTION, database: TRYTON_DB },
    showcase: recordIdOf(crm, team.showcase.atRisk),
    deals: deals.map((deal) => viewOf(crm, deal)),
  });

  const api = (crm: SimCrm, path: string, method: string, body: string): DemoResponse => {
    if (path === '/sim/api/state') return json(state(crm));
    const id = /^\/sim\/api\/deal\/([\w-]+)$/.exec(path)?.[1];
    const deal = deals.find((one) => recordIdOf(crm, one) === id);
    if (!deal) return json({ error: 'not found' }, 404);
    if (method === 'GET') return json(viewOf(crm, deal));
    try {
      return json(viewOf(crm, save(crm, deal, JSON.parse(body) as Record<string, unknown>)));
    } catch {
      return json({ error: 'not understood' }, 400);
    }
  };

  const handle = ({ url: address, method = 'GET', body }: DemoRequest): DemoResponse => {
    const url = new URL(address);
    const host = crmOfHost(url);
    if (!host) return json({ error: 'no such host' }, 404);
    // An unknown CRM is an ordinary page of deals in a shape that no reader was written for.
    const crm = host === 'unknown' ? 'salesforce' : host;
    if (url.pathname.startsWith('/sim/client/')) {
      return clientFile(url.pathname.slice('/sim/client/'.length)) ?? json({ error: 'not found' }, 404);
    }
    if (url.pathname.startsWith('/sim/api/')) return api(crm, url.pathname, method, body ?? '');
    if (url.pathname === '/favicon.ico') return { status: 204, headers: {}, body: '' };
    return htmlShell(host, url.searchParams.get('lang') ?? settings.lang);
  };

  const addHostile = () => {
    if (hostile.length === 0) {
      hostile.push(...hostileDeals(team.endDay, deals.length + 1));
      deals.push(...hostile);
    }
    return hostile;
  };

  return { team, settings, deals, find, edit, addHostile, handle };
}
