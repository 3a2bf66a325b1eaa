/** The deals of the story and the people who read them, put into Odoo as its own clients would. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DATABASE } from './settings.ts';

export type OdooUser = { name: string; login: string; password: string; language: string; locale: string };
export type OdooDeal = {
  name: string;
  account: string | null;
  owner: string;
  amount: number;
  probability: number;
  close: string | null;
  stage: 'New' | 'Qualified' | 'Proposition' | 'Won';
  end?: 'won' | 'lost';
  activities: { summary: string; due: string }[];
};
export type OdooSeed = { company: string; users: OdooUser[]; deals: OdooDeal[] };

export const odooSeed: OdooSeed = JSON.parse(
  readFileSync(fileURLToPath(new URL('deals.json', import.meta.url)), 'utf8'),
);

/** Calls a method of one of Odoo's models. */
export type Call = <T = unknown>(model: string, method: string, args: unknown[], named?: object) => Promise<T>;

export async function connect(origin: string): Promise<Call> {
  const password = 'admin';
  async function ask(service: string, method: string, args: unknown[]): Promise<unknown> {
    const response = await fetch(`${origin}/jsonrpc`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', method: 'call', params: { service, method, args } }),
    });
    const { result, error } = (await response.json()) as { result?: unknown; error?: { data?: { message?: string } } };
    if (error) throw new Error(`${method} ${args[3]}.${args[4]}: ${error.data?.message ?? JSON.stringify(error)}`);
    return result;
  }
  const user = await ask('common', 'authenticate', [DATABASE, 'admin', password, {}]);
  return async <T>(model: string, method: string, args: unknown[], named: object = {}) =>
    (await ask('object', 'execute_kw', [DATABASE, user, password, model, method, args, named])) as T;
}

/** What was put in: the server's own ids, in the order of the seed, and the action that lists all of them. */
export type Sown = { ids: number[]; action: number };

export async function sow(call: Call): Promise<Sown> {
  const { company, users, deals } = odooSeed;
  await call('res.company', 'write', [[1], { name: company }]);
  const byXmlId = (id: string) => call<number>('ir.model.data', 'xmlid_to_res_id', [id]);
  const groups = await Promise.all(['base.group_user', 'sales_team.group_sale_salesman_all_leads'].map(byXmlId));
  const people: Record<string, number> = {};
  for (const { name, login, password, language } of users) {
    const values = { name, login, password, lang: language, email: `${login}@example.com`, tz: 'Europe/Berlin' };
    const groups_id = groups.map((group) => [4, group]);
    // An invitation by mail would be sent to nobody.
    const context = { no_reset_password: true };
    people[name] = await call('res.users', 'create', [{ ...values, groups_id }], { context });
  }
  const stages = await call<{ id: number; name: string }[]>('crm.stage', 'search_read', [[], ['name']]);
  const accounts: Record<string, number> = {};
  for (const name of new Set(deals.flatMap(({ account }) => account ?? [])))
    accounts[name] = await call('res.partner', 'create', [{ name, is_company: true }]);
  const model = (await call<number[]>('ir.model', 'search', [[['model', '=', 'crm.lead']]]))[0];
  const todo = await byXmlId('mail.mail_activity_data_todo');
  const ids: number[] = [];
  for (const deal of deals) {
    const id = await call<number>('crm.lead', 'create', [
      {
        name: deal.name,
        type: 'opportunity',
        partner_id: deal.account !== null && accounts[deal.account],
        expected_revenue: deal.amount,
        user_id: people[deal.owner],
        stage_id: stages.find(({ name }) => name === deal.stage)?.id,
        date_deadline: deal.close ?? false,
      },
    ]);
    ids.push(id);
    if (deal.end) await call('crm.lead', deal.end === 'won' ? 'action_set_won' : 'action_set_lost', [[id]]);
    else await call('crm.lead', 'write', [[id], { probability: deal.probability }]);
    for (const { summary, due } of deal.activities) {
      const about = { res_model_id: model, res_id: id, activity_type_id: todo };
      await call('mail.activity', 'create', [{ ...about, summary, date_deadline: due, user_id: people[deal.owner] }]);
    }
  }
  return { ids, action: await actionOverAll(call, byXmlId) };
}

/** Odoo's own menus hide colleagues' deals behind a filter, and lost ones altogether; a company may well have this one. */
async function actionOverAll(call: Call, byXmlId: (id: string) => Promise<number>): Promise<number> {
  const action = await call<number>('ir.actions.act_window', 'create', [
    {
      name: 'All deals',
      res_model: 'crm.lead',
      view_mode: 'kanban,tree,form',
      domain: "[('type', '=', 'opportunity')]",
      context: "{'active_test': False, 'default_type': 'opportunity'}",
    },
  ]);
  const views = { kanban: 'crm.crm_case_kanban_view_leads', tree: 'crm.crm_case_tree_view_oppor' };
  for (const [at, [view_mode, id]] of Object.entries(views).entries()) {
    const view = { view_mode, view_id: await byXmlId(id), sequence: at, act_window_id: action };
    await call('ir.actions.act_window.view', 'create', [view]);
  }
  return action;
}
