import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/page.css';
import type { PopupActions } from '../../components/actions.ts';
import { PopupView } from '../../components/popup-view.tsx';
import { saveFile } from '../../components/save-file.ts';
import { ALL_KEPT } from '../../components/snapshots/snapshots-state.ts';
import type { SheetTold } from '../dashboard/snapshots/write-sheet.ts';
import { tabScreen } from './tab-screen.ts';

const screen = tabScreen({
  visit: async (url) => {
    await browser.tabs.create({ url });
    window.close();
  },
  leave: () => window.close(),
});
const { state, me, notice, typed } = screen;

/** `sidePanel.open` must be the first thing that happens in the click. */
async function openPanel(): Promise<void> {
  const { window: windowId } = screen.tabNow();
  if (windowId === null) return;
  await browser.sidePanel.open({ windowId });
  window.close();
}

/** The writers come when they are asked for. */
const saveSnapshot: NonNullable<PopupActions['saveSnapshot']> = async (form, told) => {
  const { writeSheet } = await import('../dashboard/snapshots/write-sheet.ts');
  const choice = { of: 'last', left: ALL_KEPT, person: null, with: null, locale: navigator.language } as const;
  const tellFrozen = (said: SheetTold) => told('frozen' in said ? said.frozen : null);
  try {
    const file = await writeSheet(choice, form, new AbortController().signal, tellFrozen);
    if (file) saveFile(file.name, file.blob);
  } finally {
    told(null);
  }
};

const actions = { ...screen.actions, openPanel, saveSnapshot };

const Root = () => (
  <PopupView state={state.value} actions={actions} me={me.value} notice={notice.value} typedNotes={typed.value} />
);

const root = document.getElementById('root');
if (root) render(<Root />, root);
void screen
  .load()
  .then(async () => {
    const reminder = await (await import('./when-quiet.ts')).whenQuiet(Date.now());
    // Not beside a deal: it is about everything that is kept.
    if (state.value.kind === 'today') notice.value ??= reminder;
  })
  // Nothing of this is needed for what the popup shows, but that nothing new is recorded must be said.
  .catch((error) => {
    if (error.code === 'not-upgraded') notice.value = error.message;
  });
