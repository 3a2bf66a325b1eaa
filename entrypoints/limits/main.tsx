import { signal } from '@preact/signals';
import { render } from 'preact';
import { jsonFile, saveFile } from '../../components/save-file.ts';
import '../../components/page.css';
import '../../components/limits.css';
import type { LimitsActions, LimitsState } from '../../components/limits-state.ts';
import { LimitsView } from '../../components/limits-view.tsx';
import type { RequestData } from '../../lib/messages/protocol.ts';
import { send } from '../../lib/messages/send.ts';
import { addEdit, changesBetween, type DraftEdit, type Judging, withEdits } from '../../lib/risk/draft-limits.ts';
import { withLimit } from '../../lib/risk/edit-limits.ts';
import { limitsFromText, limitsToText } from '../../lib/risk/limits-schema.ts';
import type { SignalName } from '../../lib/risk/types.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';
import { openStore } from '../../lib/store/store.ts';
import { startWorker } from './ask-worker.ts';
import { countsOf } from './counts.ts';

const store = openStore();
const ask = startWorker();
/** Each counts all deals once more: of an import with thirty changes the sum is told alone. */
const ALONE_MOST = 6;
const SAVE_TRIES = 4;
const NO_FILE_OF_LIMITS = 'This is no file of limits that Sideline wrote. Nothing was changed.';

let settings: Settings = DEFAULT_SETTINGS;
let edits: DraftEdit[] = [];

const judgingOf = ({ limits, exits }: Settings): Judging => ({ limits, exits });
const nothing: LimitsState = {
  known: null,
  saved: judgingOf(DEFAULT_SETTINGS),
  draft: judgingOf(DEFAULT_SETTINGS),
  canUndo: false,
  today: null,
  after: null,
  alone: {},
  proposal: null,
  suggested: null,
  problem: null,
};
const state = signal<LimitsState | null>(null);

function put(part: Partial<LimitsState>): void {
  state.value = { ...(state.value ?? nothing), ...part };
}

const problemOf = (error: unknown) => put({ problem: error instanceof Error ? error.message : String(error) });
const counts = countsOf((judging) => ask('count', { ...settings, ...judging }), show, problemOf);

/** The saved limits with the changes of one signal. */
function aloneOf(saved: Judging, draft: Judging): Map<SignalName, Judging> {
  const changes = changesBetween(saved.limits, draft.limits);
  const signals = new Set(changes.map((change) => change.signal));
  const onlyOne = signals.size === 1 && JSON.stringify(saved.exits) === JSON.stringify(draft.exits);
  if (onlyOne || signals.size > ALONE_MOST) return new Map();
  return new Map(
    [...signals].map((name) => {
      const own = changes.filter((change) => change.signal === name);
      return [name, { limits: own.reduce(withLimit, saved.limits), exits: saved.exits }];
    }),
  );
}

/** Puts the draft on screen with all that is counted of it so far; gives what is to be counted. */
function show(): Judging[] {
  const saved = judgingOf(settings);
  const draft = withEdits(saved, edits);
  const alone = aloneOf(saved, draft);
  const counted = [...alone].flatMap(([name, judging]) => {
    const marked = counts.get(judging);
    return marked ? [[name, marked] as const] : [];
  });
  put({
    ...{ saved, draft, canUndo: edits.length > 0 },
    ...{ today: counts.get(saved), after: counts.get(draft), alone: Object.fromEntries(counted) },
  });
  return [saved, draft, ...alone.values()];
}

function recount(pause?: number): void {
  const wanted = show();
  if (state.value?.known) counts.want(wanted, pause);
}

function edit(one: DraftEdit): void {
  edits = addEdit(edits, one);
  recount();
}

/** The settings as they stand now; another page may have changed them. */
async function readAgain(): Promise<void> {
  const before = settings;
  settings = (await store.readSettings()).settings;
  const restsOn = ({ calendar, learnt }: Settings) => JSON.stringify({ calendar, learnt });
  const isSame = restsOn(before) === restsOn(settings);
  if (isSame && JSON.stringify(judgingOf(before)) === JSON.stringify(judgingOf(settings))) return;
  if (!isSame) counts.clear();
  recount(0);
  await propose();
}

async function propose(): Promise<void> {
  if (!state.value?.known) return;
  put({ proposal: await ask('propose', settings) });
}

async function save(): Promise<void> {
  // Another page may have saved in between: the same edits are then made to what stands there now.
  for (let tries = 0; tries < SAVE_TRIES; tries++) {
    const { limits, exits } = (await store.readSettings()).settings;
    const judging = { over: JSON.stringify([limits, exits]), ...withEdits({ limits, exits }, edits) };
    // Its lists are read-only here; on the wire they are lists.
    const reply = await send('settings.change', { judging } as RequestData<'settings.change'>);
    if (reply.ok) break;
    if (reply.code !== 'stale' || tries === SAVE_TRIES - 1) throw new Error(reply.sentence);
  }
  edits = [];
  put({ suggested: null, problem: null });
  await readAgain();
  show();
}

function exportFile(): void {
  saveFile('sideline-limits.json', jsonFile(limitsToText(settings.limits)));
}

const actions: LimitsActions = {
  edit,
  change: (changes) => edit({ what: 'limits', changes }),
  reset: (place, name) => edit({ what: 'reset', place, signal: name }),
  undo: () => {
    edits = edits.slice(0, -1);
    recount();
  },
  discard: () => {
    edits = [];
    recount();
  },
  save,
  suggest: async () => put({ suggested: await ask('suggest', settings) }),
  exportFile,
  importFile: async (file) => {
    const limits = limitsFromText(await file.text());
    if (!limits) throw new Error(NO_FILE_OF_LIMITS);
    edit({ what: 'replace', limits });
  },
};

async function load(): Promise<void> {
  settings = (await store.readSettings()).settings;
  show();
  put({ known: await ask('load', settings) });
  recount(0);
  await propose();
}

window.addEventListener('beforeunload', (event) => {
  if (edits.length > 0) event.preventDefault();
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') readAgain().catch(problemOf);
});

const Root = () => (state.value ? <LimitsView state={state.value} actions={actions} /> : <main aria-busy="true" />);

const root = document.getElementById('root');
if (root) render(<Root />, root);
load().catch(problemOf);
