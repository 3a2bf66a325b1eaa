import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/page.css';
import '../../components/check.css';
import type { CheckActions, CheckState, CheckStep } from '../../components/check-state.ts';
import { CheckView } from '../../components/check-view.tsx';
import type { RequestData } from '../../lib/messages/protocol.ts';
import { send } from '../../lib/messages/send.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { openKeeping } from '../../lib/store/keeping.ts';
import { openStore } from '../../lib/store/store.ts';
import { Stopped, startWorker } from './ask-worker.ts';

const store = openStore();
const keeping = openKeeping();
const worker = startWorker();

/** A base rate that moved by less is no news: in log-odds. */
const SHIFT_LEAST = 0.05;

const state = signal<CheckState>({
  ...{ on: true, kept: null, former: null, found: null, running: null },
  ...{ stopped: null, problem: null, outcome: null, course: null },
});
let settings: Settings | null = null;

function put(part: Partial<CheckState>): void {
  state.value = { ...state.value, ...part };
}

/** The settings as they stand now: another page may have changed them. */
async function readSettings(): Promise<Settings> {
  settings = (await store.readSettings()).settings;
  const { on, model } = settings.learnt;
  const former = model && (await keeping.settingsAsOf(model.madeAt)).settings.learnt.model;
  put({ on, kept: model, former: former?.madeAt === model?.madeAt ? null : former });
  return settings;
}

async function save(learnt: RequestData<'settings.change'>['learnt']): Promise<void> {
  const reply = await send('settings.change', { learnt });
  if (!reply.ok) throw new Error(reply.sentence);
}

type Told = (step: CheckStep) => void;
type Work = (now: Settings, told: Told) => Promise<unknown>;

let isBusy = false;
let current: Promise<void> = Promise.resolve();

/** One thing at a time; what goes wrong in it, or is stopped, the page says. */
function run(what: 'check' | 'learn', work: Work): Promise<void> {
  if (!isBusy) current = start(what, work);
  return current;
}

async function start(what: 'check' | 'learn', work: Work): Promise<void> {
  isBusy = true;
  put({ problem: null, stopped: null });
  try {
    const now = await readSettings();
    // From here on the worker is at it, so that it can be stopped.
    put({ running: { what, step: 'reading', share: null } });
    await work(now, (step) => put({ running: { what, ...step } }));
  } catch (error) {
    if (error instanceof Stopped) put({ stopped: what });
    else put({ problem: error instanceof Error ? error.message : String(error) });
  } finally {
    isBusy = false;
    put({ running: null });
  }
}

const check = () =>
  run('check', async (now, told) => {
    const { found, shift } = await worker.ask('check', { settings: now }, told);
    put({ found });
    const { model, shift: before } = now.learnt;
    // Read again: what was erased meanwhile is not to come back.
    const isKept = model && (await readSettings()).learnt.model?.madeAt === model.madeAt;
    if (isKept && Math.abs(shift - before) >= SHIFT_LEAST) await save({ found: { model, shift } });
  });

async function learn(): Promise<void> {
  put({ outcome: null });
  await run('learn', async (now, told) => {
    const { model, shift } = await worker.ask('learn', { settings: now }, told);
    // What could not be tried is not kept.
    if (model.trial) await save({ found: { model, shift } });
    put({ outcome: model.trial ? model.kind : 'too-few' });
  });
  if (state.value.outcome && state.value.outcome !== 'too-few') await check();
}

const actions: CheckActions = {
  check,
  learn,
  cancel: () => worker.stop(),
  setOn: async (on) => {
    await save({ on });
    put({ outcome: null, course: null });
    // It may be at a check under what held before.
    if (state.value.running) worker.stop();
    await current;
    await check();
  },
  showCourse: async (deal) => {
    if (!deal || !settings) return put({ course: null });
    // What it said up to the end, and not at it.
    const points = await worker.ask('course', { settings, deal: deal.id, until: deal.endedAt - 1 });
    put({ course: { ...deal, points } });
  },
};

document.addEventListener('visibilitychange', async () => {
  if (document.visibilityState !== 'visible' || isBusy || !settings) return;
  const before = JSON.stringify(settings.learnt);
  if (JSON.stringify((await readSettings()).learnt) !== before) await check();
});

const Root = () => <CheckView state={state.value} actions={actions} />;

const root = document.getElementById('root');
if (root) render(<Root />, root);
void check();
