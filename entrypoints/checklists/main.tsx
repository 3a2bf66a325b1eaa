import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/page.css';
import { type ChecklistsActions, type ChecklistsState, ChecklistsView } from '../../components/checklists-view.tsx';
import { dealAsOf } from '../../lib/history/deal-as-of.ts';
import { type ChecklistChoice, ownKey } from '../../lib/process/checklists/checklist.ts';
import { OWN } from '../../lib/process/qualification.ts';
import { openChecklists } from '../../lib/store/checklists.ts';
import { openStore } from '../../lib/store/store.ts';
import { momentNow } from '../background/coach.ts';

const checklists = openChecklists();
const state = signal<ChecklistsState | null>(null);

async function change(how: (before: ChecklistChoice) => ChecklistChoice): Promise<void> {
  const choice = await checklists.change(how);
  state.value = { pipelines: state.value?.pipelines ?? [], choice };
}

async function pipelinesOnRecord(): Promise<string[]> {
  const store = openStore();
  const moment = momentNow();
  const named = (await store.loadHistories()).flatMap((one) => dealAsOf(one, moment)?.fields.pipeline?.value ?? []);
  store.close();
  return [...new Set(named)];
}

/** The first id that no list has. */
function freshId({ own }: ChecklistChoice): string {
  let count = 1;
  while (own.some(({ id }) => id === `own-${count}`)) count++;
  return `own-${count}`;
}

const FIRST_QUESTION = 'What has to be true for them to decide?';

const actions: ChecklistsActions = {
  setEverywhere: (everywhere) => change((before) => ({ ...before, everywhere })),
  setPipeline: (name, id) =>
    change((before) => {
      const { [name]: _, ...others } = before.pipelines;
      return { ...before, pipelines: id === undefined ? others : { ...others, [name]: id } };
    }),
  begin: (from) =>
    change((before) => {
      const items = from?.items ?? [{ key: ownKey(FIRST_QUESTION, null), asks: FIRST_QUESTION, proof: '' }];
      const own = items.map(({ key, ...item }) => ({
        ...item,
        key: key.startsWith(OWN) ? ownKey(item.asks, null) : key,
      }));
      const name = from ? `Our ${from.name}` : 'Our list';
      return { ...before, own: [...before.own, { id: freshId(before), name, items: own }] };
    }),
  saveOwn: (list) =>
    change((before) => ({ ...before, own: before.own.map((one) => (one.id === list.id ? list : one)) })),
  removeOwn: (id) =>
    change(({ own, everywhere, pipelines }) => ({
      own: own.filter((one) => one.id !== id),
      everywhere: everywhere === id ? null : everywhere,
      pipelines: Object.fromEntries(Object.entries(pipelines).filter(([, chosen]) => chosen !== id)),
    })),
};

const problem = signal<string | null>(null);
const Root = () =>
  state.value ? (
    <ChecklistsView state={state.value} actions={actions} />
  ) : (
    <main aria-busy="true">{problem.value}</main>
  );

const root = document.getElementById('root');
if (root) render(<Root />, root);

async function load(): Promise<void> {
  state.value = { pipelines: [], choice: await checklists.read() };
  state.value = { ...state.value, pipelines: await pipelinesOnRecord() };
}

load().catch((error) => {
  problem.value = error instanceof Error ? error.message : String(error);
});
