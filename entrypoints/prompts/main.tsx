import { signal } from '@preact/signals';
import { render } from 'preact';
import { jsonFile, saveFile } from '../../components/save-file.ts';
import '../../components/page.css';
import '../../components/prompts.css';
import type { PromptsActions, PromptsState } from '../../components/prompts-state.ts';
import { PromptsView } from '../../components/prompts-view.tsx';
import { parseCatalogue } from '../../lib/coaching/catalogue/catalogue-schema.ts';
import { joinOwn, ownFromText, ownToText } from '../../lib/coaching/catalogue/own-file.ts';
import { checkOwn, NOTHING_OWN, type OwnPrompts, ownOf } from '../../lib/coaching/catalogue/own-prompts.ts';
import { likelyToHelp, sharesOf } from '../../lib/coaching/likely-to-help.ts';
import { send } from '../../lib/messages/send.ts';
import { openStore } from '../../lib/store/store.ts';
import { StoreError } from '../../lib/store/store-error.ts';
import { loadPrompts } from '../background/load-prompts.ts';

const store = openStore();
const TOO_MUCH = 'That is more than is kept. Nothing was changed.';

const state = signal<PromptsState | null>(null);

function put(part: Partial<PromptsState>): void {
  const nothing = { shipped: [], own: NOTHING_OWN, shares: null, resting: new Set<string>(), problem: null };
  state.value = { ...(state.value ?? nothing), ...part };
}

const problemOf = (error: unknown) => put({ problem: error instanceof Error ? error.message : String(error) });

async function show(): Promise<void> {
  const own = ownOf(await store.readOwnPrompts());
  put({ own, shipped: parseCatalogue(await loadPrompts(own.language)) });
}

/** What was changed elsewhere meanwhile stays: each change is made to what stands there then. */
async function change(edit: (own: OwnPrompts) => OwnPrompts): Promise<void> {
  await store
    .changeOwnPrompts((stored) => {
      const checked = checkOwn(edit(ownOf(stored)));
      if ('place' in checked) throw new StoreError('invalid', TOO_MUCH);
      return checked.own;
    })
    .catch((error) => {
      throw new Error(error.message);
    });
  await show();
  await send('data.changed', {});
}

function without<T>(all: Record<string, T>, id: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key !== id));
}

function exportFile(): void {
  saveFile('sideline-questions.json', jsonFile(ownToText(state.value?.own ?? NOTHING_OWN)));
}

const actions: PromptsActions = {
  pick: (language) => change((own) => ({ ...own, language })),
  turn: (id, on) => change((own) => ({ ...own, off: [...own.off.filter((each) => each !== id), ...(on ? [] : [id])] })),
  change: (id, texts) =>
    change((own) => ({ ...own, changed: { ...without(own.changed, id), ...(texts ? { [id]: texts } : {}) } })),
  put: (prompt) =>
    change((own) => {
      const isNew = !own.added.some(({ id }) => id === prompt.id);
      const added = own.added.map((each) => (each.id === prompt.id ? prompt : each));
      return { ...own, added: isNew ? [...added, prompt] : added };
    }),
  remove: (id) =>
    change((own) => ({
      ...{ ...own, added: own.added.filter((each) => each.id !== id), off: own.off.filter((each) => each !== id) },
    })),
  takeBack: () => change(({ language }) => ({ ...NOTHING_OWN, language })),
  exportFile,
  importFile: async (file) => {
    const read = ownFromText(await file.text());
    if ('problem' in read) throw new Error(read.problem);
    await change((own) => joinOwn(own, read.own));
  },
};

async function load(): Promise<void> {
  await show();
  const events = (await store.loadHistories()).flatMap(({ prompts }) => prompts);
  const helps = likelyToHelp(events, Date.now());
  const resting = new Set([...helps].flatMap(([id, factor]) => (factor === 0 ? id : [])));
  put({ shares: sharesOf(events, Date.now()), resting });
}

const Root = () => (state.value ? <PromptsView state={state.value} actions={actions} /> : <main aria-busy="true" />);

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') show().catch(problemOf);
});

const root = document.getElementById('root');
if (root) render(<Root />, root);
load().catch(problemOf);
