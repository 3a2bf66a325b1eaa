import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { saveFile } from '../../components/save-file.ts';
import '../../components/page.css';
import type { DataActions, DataState, ErasePick, RestoreReport } from '../../components/data-state.ts';
import { DataUnread, YourData } from '../../components/your-data.tsx';
import { makeKey } from '../../lib/backup/lock.ts';
import type { Erasure } from '../../lib/store/erase.ts';
import type { CheckedBackup } from '../../lib/store/keeping.ts';
import { accessTo, copyInto, dayOf, forgetFolder, isDue, keptFolder, pickFolder } from './folder-copies.ts';
import { keepingInWorker } from './keeping-in-worker.ts';
import { BACKED_UP, loadState } from './load-state.ts';
import { ifNobodyIsAtIt, takeTurn } from './one-at-a-time.ts';
import { clearAreas, tellTabs } from './tell-tabs.ts';

const keeping = keepingInWorker();
const state = signal<DataState | null>(null);
const madeBy = browser.runtime.getManifest().version;
/** Why nothing new is recorded, or nothing can be read. */
const notice = signal<string | null>(null);
let checked: CheckedBackup | null = null;
let endTurn: (() => void) | null = null;

async function load(problem: string | null = null): Promise<void> {
  state.value = await loadState(keeping, problem);
}

/** What the database says of itself, as a sentence for the page. */
async function plainly<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const full = 'The disk is full. Nothing was changed; free some space and try again.';
    throw new Error(error.code === 'disk-full' ? full : error.message);
  }
}

/** The browser puts the file together on its disk, not in memory. */
async function save(stream: ReadableStream<Uint8Array>, name: string): Promise<void> {
  saveFile(name, await new Response(stream as BodyInit).blob());
}

/** A database that cannot be written to is saved all the same: a backup of it is what its user needs most. */
async function noteBackup(now: number): Promise<void> {
  await keeping.setLocal(BACKED_UP, now).catch((error) => {
    if (error.code !== 'not-upgraded') throw error;
  });
}

async function copy(now = Date.now()): Promise<void> {
  const folder = await keptFolder(keeping);
  if (!folder) return;
  await plainly(copyInto(keeping, folder, madeBy, now));
  await noteBackup(now);
  await load();
}

/** At most one a day, and only where the browser need not ask. */
async function copyIfDue(): Promise<void> {
  const folder = await keptFolder(keeping);
  if (!folder || !isDue(folder, Date.now()) || (await accessTo(folder)) !== 'granted') return;
  await copy().catch(() => load('Today’s copy could not be written. Look whether the folder is still there.'));
}

function erasureOf(pick: ErasePick): Erasure {
  if (pick.what !== 'before') return pick;
  const [year = 0, month = 1, day = 1] = pick.day.split('-').map(Number);
  return { ...pick, from: new Date(year, month - 1, day).getTime() };
}

async function drop(): Promise<void> {
  const [before, end] = [checked, endTurn];
  checked = null;
  endTurn = null;
  await before?.drop();
  end?.();
}

const actions: DataActions = {
  askToPersist: async () => {
    await navigator.storage.persist();
    await load();
    if (state.value?.disk?.persisted) return;
    throw new Error('The browser made no promise this time. Save a backup now and then.');
  },
  backUp: async (passphrase) => {
    const now = Date.now();
    const key = passphrase === null ? null : await makeKey(passphrase);
    await save(await plainly(keeping.backUp(madeBy, now, key)), `sideline-${dayOf(now)}.sideline`);
    await noteBackup(now);
    await load();
  },
  pickFolder: async (passphrase) => {
    if (await pickFolder(keeping, passphrase)) await copy();
  },
  allowFolder: async () => {
    const folder = await keptFolder(keeping);
    if ((await folder?.handle.requestPermission({ mode: 'readwrite' })) !== 'granted') {
      throw new Error('The browser was told no. No copy was written.');
    }
    await copy();
  },
  copyNow: () => copy(),
  forgetFolder: async () => {
    await forgetFolder(keeping);
    await load();
  },
  look: (file) => keeping.look(file),
  check: async (file, passphrase, told) => {
    await drop();
    endTurn = await takeTurn();
    try {
      checked = await plainly(keeping.check(file, passphrase, told));
    } catch (error) {
      await drop();
      throw error;
    }
    const { madeAt, rows, difference } = checked;
    return { madeAt, rows, ...difference } satisfies RestoreReport;
  },
  restore: async (how) => {
    if (!checked) throw new Error('Check the backup once more. Nothing was changed.');
    await plainly(checked[how]());
    await tellTabs(keeping, true);
    await load();
  },
  dropCheck: drop,
  merge: async (deal, into) => {
    await plainly(keeping.merge(deal, into, Date.now()));
    await tellTabs(keeping, true);
    await load();
  },
  takeApart: async (deal) => {
    await plainly(keeping.takeApart(deal));
    await tellTabs(keeping, true);
    await load();
  },
  countErasure: (pick) => plainly(keeping.erase(erasureOf(pick), true)),
  erase: async (pick) => {
    await drop();
    const gone = await plainly(keeping.erase(erasureOf(pick)));
    if (pick.what === 'everything') await clearAreas();
    else await tellTabs(keeping, false);
    await load();
    return gone;
  },
};

const Root = () =>
  state.value ? (
    <YourData state={state.value} actions={actions} notice={notice.value} />
  ) : (
    <DataUnread notice={notice.value} />
  );

const root = document.getElementById('root');
if (root) render(<Root />, root);
load()
  .then(copyIfDue)
  .then(() => keeping.pack())
  .catch((error) => {
    const isOtherForm = error.code === 'not-upgraded' || error.code === 'newer';
    if (isOtherForm) notice.value = error.message;
    else if (!state.value) notice.value = 'The database did not answer. What was stored is safe; reload this page.';
  });
void ifNobodyIsAtIt(() => keeping.dropLeftover());
