import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/page.css';
import '../../components/options.css';
import type { OptionsActions, OptionsState } from '../../components/options/options-state.ts';
import { OptionsView } from '../../components/options/options-view.tsx';
import { openStore } from '../../lib/store/store.ts';
import { watchWritten } from '../../lib/store/written.ts';
import { explain } from '../background/explain.ts';
import { loadOptions, loadSeen } from './load-options.ts';
import { mapActions } from './map-actions.ts';
import { optionsActions, reminderActions } from './options-actions.ts';

const store = openStore();
const state = signal<OptionsState | null>(null);
const problem = signal<string | null>(null);
let taught: Awaited<ReturnType<typeof loadOptions>>['taught'] = [];

/** All deals are looked at again once writing has come to rest. */
const REST_MS = 1_500;

function show(part: Partial<OptionsState>): void {
  if (state.value) state.value = { ...state.value, ...part };
}

async function load(): Promise<void> {
  const { taught: maps, ...read } = await loadOptions(store);
  taught = maps;
  state.value = { ...{ seen: null, elsewhere: null, tested: null, currency: 'EUR' }, ...state.value, ...read };
}

async function lookAtDeals(): Promise<void> {
  show(await loadSeen(store));
}

const tell = (error: unknown) => {
  problem.value = explain(error).sentence;
};

const actions: OptionsActions = {
  ...optionsActions(store, load),
  reminders: reminderActions(store, load),
  maps: mapActions({ store, read: () => taught, load, show: (tested) => show({ tested }) }),
};

let resting: ReturnType<typeof setTimeout> | undefined;
watchWritten((what) => {
  if (what === 'snapshots') return;
  load().catch(tell);
  clearTimeout(resting);
  resting = setTimeout(() => lookAtDeals().catch(tell), REST_MS);
});
for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved, browser.storage.managed.onChanged])
  event.addListener(() => load().catch(tell));

/** The section that the address names is there only once it was drawn. */
function goToSection(): void {
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

const Root = () => (
  <>
    {problem.value && (
      <p role="alert" class="sideline alert">
        {problem.value}
      </p>
    )}
    {state.value ? <OptionsView state={state.value} actions={actions} /> : <main aria-busy={problem.value === null} />}
  </>
);

const root = document.getElementById('root');
if (root) render(<Root />, root);
load()
  .then(() => {
    requestAnimationFrame(goToSection);
    return lookAtDeals();
  })
  .catch(tell);
