import { effect, untracked } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/page.css';
import '../../components/panel.css';
import { PanelView } from '../../components/panel-view.tsx';
import { safeHref } from '../../components/safe-href.ts';
import { tabScreen } from '../popup/tab-screen.ts';
import { follow } from './follow.ts';
import { reviewRun } from './review-run.ts';

/** A page of the web takes the place of the one beside the panel; one of our own gets a tab. */
async function visit(url: string): Promise<void> {
  const { id } = screen.tabNow();
  if (id !== null && safeHref(url)) await browser.tabs.update(id, { url });
  else if (url.startsWith(browser.runtime.getURL('/'))) await browser.tabs.create({ url });
}

const screen = tabScreen({ visit, leave: () => {} });
const { state, me, notice, typed } = screen;

const run = reviewRun({
  open: visit,
  copy: (text) => screen.actions.card.copy(text),
  cardInTab: () => (state.value.kind === 'deal' ? state.value.card : null),
  notice: (sentence) => {
    notice.value = sentence;
  },
});

effect(() => {
  const shown = state.value;
  if (shown.kind === 'deal') untracked(() => run.seen(shown.card));
});

const Root = () => (
  <PanelView
    state={state.value}
    actions={screen.actions}
    review={run.screen()}
    reviewActions={run.actions}
    me={me.value}
    notice={notice.value}
    typedNotes={typed.value}
  />
);

const root = document.getElementById('root');
if (root) render(<Root />, root);

browser.commands.onCommand.addListener((command, tab) => {
  if (command === 'review-next' && tab?.windowId === screen.tabNow().window) run.key();
});

await Promise.all([screen.load(), run.takeUp()]);
follow({
  tab: screen.tabNow,
  moved: () => void screen.load(),
  written: () => {
    if (state.value.kind !== 'diagnosis') void screen.load({ keepToday: true });
  },
});
