import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { saveFile } from '../../components/save-file.ts';
import '../../components/page.css';
import '../../components/import.css';
import type { ImportActions, ImportState } from '../../components/import-state.ts';
import { ImportView } from '../../components/import-view.tsx';
import { sites } from '../../lib/crm/known-hosts.ts';
import type { ImportPlan, Installation } from '../../lib/import/import-plan.ts';
import type { FileChoices, Found } from '../../lib/import/inspect-file.ts';
import { REPEATED } from '../../lib/import/uses.ts';
import { startWorker } from './ask-worker.ts';
import type { Told } from './worker-protocol.ts';

const worker = startWorker();

const nothing: ImportState = {
  file: null,
  reading: null,
  problem: null,
  found: null,
  plan: null,
  crms: sites.map(({ id, name }) => ({ id, name })),
  sites: [],
  preview: null,
  check: null,
  running: null,
  done: null,
};

const state = signal<ImportState>(nothing);
let file: File | null = null;
let choices: FileChoices = {};
/** Counts what the user changed: an answer to an older question is not shown. */
let turn = 0;

function put(part: Partial<ImportState>): void {
  state.value = { ...state.value, ...part };
}

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function open(): Promise<void> {
  if (!file) return;
  const mine = ++turn;
  put({ problem: null, reading: 0, check: null, done: null });
  try {
    const share = (said: Told) => mine === turn && 'share' in said && put({ reading: said.share });
    const [{ found, site, fiscalYearStart }, known] = await Promise.all([
      worker.ask('open', { file, choices }, share),
      worker.ask('sites', {}),
    ]);
    if (mine !== turn) return;
    put({
      reading: null,
      found,
      sites: known,
      plan: { ...planOf(found, file), tenant: siteFor(found, known, site), fiscalYearStart },
    });
    await preview();
  } catch (error) {
    if (mine === turn) put({ reading: null, problem: sentenceOf(error), found: null, plan: null, preview: null });
  }
}

/** Where a link in the file leads, else the only installation of that CRM; as the user said, if it still fits. */
function siteFor(found: Found, known: readonly Installation[], linked: Installation | null): string {
  const before = state.value.plan;
  if (before && before.crm === found.crm && before.tenant !== '') return before.tenant;
  if (linked?.crm === found.crm) return linked.tenant;
  const [only, ...others] = known.filter(({ crm }) => crm === found.crm);
  return only && others.length === 0 ? only.tenant : '';
}

function planOf(found: Found, from: File): ImportPlan {
  const before = state.value.plan;
  return {
    kind: found.kind,
    crm: found.crm,
    tenant: '',
    file: from.name,
    at: before?.at ?? from.lastModified,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: found.language,
    currency: before?.currency ?? null,
    historyField: before?.historyField ?? 'stage',
    fiscalYearStart: 1,
    columns: found.columns.map(({ header, use, format }) => ({ header, use, format })),
  };
}

async function preview(): Promise<void> {
  const { plan } = state.value;
  if (!plan) return;
  const mine = turn;
  try {
    const shown = await worker.ask('preview', { plan });
    if (mine === turn) put({ preview: shown });
  } catch (error) {
    if (mine === turn) put({ problem: sentenceOf(error) });
  }
}

async function replan(plan: ImportPlan): Promise<void> {
  turn++;
  put({ plan, check: null, done: null, problem: null });
  await preview();
}

async function run(dry: boolean): Promise<void> {
  const { plan } = state.value;
  if (!plan) return;
  const sums = { rows: 0, fresh: 0, changed: 0, same: 0, refused: 0 };
  put({ running: { dry, sums }, problem: null, ...(dry ? {} : { done: null }) });
  try {
    const end = await worker.ask(
      'run',
      { plan, dry },
      (said) => 'sums' in said && put({ running: { dry, sums: said.sums } }),
    );
    put({ running: null, ...(dry ? { check: end } : { done: end }) });
  } catch (error) {
    put({ running: null, problem: sentenceOf(error) });
  }
}

const actions: ImportActions = {
  choose: (chosen) => {
    file = chosen;
    choices = {};
    put({ ...nothing, file: { name: chosen.name, size: chosen.size } });
    return open();
  },
  read: (change) => {
    // Another encoding, sheet or header row is another table: what was found in the old one does not bind it.
    choices = { ...choices, ...change };
    return open();
  },
  setColumn: (index, { use, format }) => {
    const { plan } = state.value;
    if (!plan) return;
    const columns = plan.columns.map((column, at) => {
      if (at === index)
        return { ...column, ...(use === undefined ? {} : { use }), format: { ...column.format, ...format } };
      // A use has one column: the one that was chosen last.
      return use && column.use === use && !REPEATED.has(use) ? { ...column, use: null } : column;
    });
    return replan({ ...plan, columns });
  },
  change: (part) => {
    const { plan } = state.value;
    if (plan) return replan({ ...plan, ...part });
  },
  findSite: async (address) => {
    const site = await worker.ask('siteAt', { address });
    const { plan } = state.value;
    if (!plan) return;
    if (!site)
      throw new Error(
        'No CRM can be told by this address alone. Open one of its deals once, then choose the file again.',
      );
    if (site.crm !== plan.crm) choices = { ...choices, crm: site.crm };
    put({ plan: { ...plan, ...site } });
    await open();
  },
  check: () => run(true),
  run: () => run(false),
  cancel: () => worker.cancel(),
  saveRefused: async () => {
    saveFile(`${(file?.name ?? 'import').replace(/\.[^.]*$/, '')}-refused.csv`, await worker.ask('refused', {}));
  },
  openToday: async () => {
    await browser.tabs.create({ url: browser.runtime.getURL('/dashboard.html') });
  },
};

const Root = () => <ImportView state={state.value} actions={actions} />;

const root = document.getElementById('root');
if (root) render(<Root />, root);
