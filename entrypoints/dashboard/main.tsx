import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/page.css';
import '../../components/dashboard.css';
import { DashboardView } from '../../components/dashboard-view.tsx';
import { watchWritten } from '../../lib/store/written.ts';
import { startTeamWorker } from './ask-worker.ts';
import { TABS, type TabId, type TabModule } from './tabs/index.ts';

/** A sweep writes many looks in a row: figures are worked out anew once it pauses. */
const PAUSE_MS = 700;

const worker = startTeamWorker();
const deals = signal<number | null>(null);
const problem = signal<string | null>(null);
const turn = signal(0);
const at = signal(placeOf(location.hash));
const shown = signal<{ id: TabId; module: TabModule } | null>(null);

/** `#pipeline/deal-1` → tab and place. */
function placeOf(hash: string): { id: TabId; place: string } {
  const [name = '', ...rest] = hash.slice(1).split('/');
  const tab = TABS.find(({ id }) => id === name) ?? TABS[0];
  let place = rest.join('/');
  try {
    place = decodeURIComponent(place);
  } catch {
    place = '';
  }
  return { id: tab.id, place };
}

const tell = (error: unknown) => {
  problem.value = error instanceof Error ? error.message : String(error);
};

async function open(): Promise<void> {
  at.value = placeOf(location.hash);
  const { id } = at.value;
  const module = await TABS.find((tab) => tab.id === id)?.load();
  if (module && at.value.id === id) shown.value = { id, module };
}

async function read(): Promise<void> {
  deals.value = await worker.read();
  problem.value = null;
  turn.value++;
}

function go(tab: TabId, place = '', replaces = false): void {
  const hash = place === '' ? tab : `${tab}/${encodeURIComponent(place)}`;
  if (replaces) location.replace(`#${hash}`);
  else location.hash = hash;
}

function Root() {
  const { id, place } = at.value;
  const Tab = shown.value?.id === id ? shown.value.module.Tab : null;
  return (
    <DashboardView tabs={TABS} open={id} deals={deals.value} problem={problem.value}>
      {Tab && deals.value !== null && <Tab key={id} ask={worker.ask} turn={turn.value} place={place} go={go} />}
    </DashboardView>
  );
}

let pause: ReturnType<typeof setTimeout> | undefined;
let isStale = false;
/** Where only snapshots were written the team stays as it was read, and their own tab alone asks again. */
watchWritten((what) => {
  isStale ||= what === 'records';
  clearTimeout(pause);
  pause = setTimeout(() => {
    if (isStale) read().catch(tell);
    else if (at.value.id === 'snapshots') turn.value++;
    isStale = false;
  }, PAUSE_MS);
});
addEventListener('hashchange', () => void open().catch(tell));

const root = document.getElementById('root');
if (root) render(<Root />, root);
open().catch(tell);
read().catch(tell);
