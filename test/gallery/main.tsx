import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { CardActions, PopupActions, WelcomeActions } from '../../components/actions.ts';
import overlayCss from '../../components/overlay.css?inline';
import { Overlay, type Place } from '../../components/overlay.tsx';
import pageCss from '../../components/page.css?inline';
import { PopupView } from '../../components/popup-view.tsx';
import { WelcomeView } from '../../components/welcome-view.tsx';
import type { DealCard } from '../../lib/coaching/card.ts';
import { cards, TODAY } from './cards.ts';
import { crmPage } from './crm-page.ts';
import { popups, welcomes } from './pages.ts';

/** One state per address: `?view=overlay&state=signal&scheme=dark&open=1&place=right-middle`. */
const ask = new URLSearchParams(location.search);
const view = ask.get('view') ?? 'overlay';
const state = ask.get('state') ?? 'signal';
const scheme = ask.get('scheme') === 'dark' ? 'dark' : 'light';
const fails = ask.has('fails');

const act = () => (fails ? Promise.reject(new Error()) : Promise.resolve());
const cardActions: CardActions = {
  asked: act,
  proofSeen: act,
  answerProof: act,
  makePromise: act,
  settlePromise: act,
  movePromise: act,
  agreeWait: act,
  endWait: act,
  setDateOrder: act,
  snooze: act,
  unsnooze: act,
  copy: act,
  setOpen: act,
  hideEverywhere: act,
};
const popupActions: PopupActions = {
  card: cardActions,
  checklist: { answer: act, choose: act },
  steps: { done: act, putOff: act, move: act, drop: act, setAlarm: act, saveCalendarFile: act },
  setGoal: act,
  grant: act,
  setSite: act,
  diagnose: act,
  teach: act,
  forgetTaught: act,
  openMaps: act,
  show: act,
  openWelcome: act,
  retry: act,
};
const welcomeActions: WelcomeActions = { setRole: act, setMe: act, grant: act };

function pick<T>(from: Record<string, T>): T {
  const found = from[state];
  if (!found) throw new Error(`No state ${state}`);
  return found;
}

function OverlayPage() {
  const [open, setOpen] = useState(ask.has('open'));
  return (
    <Overlay
      card={state === 'none' ? null : pick<DealCard>(cards)}
      open={open}
      actions={{ ...cardActions, setOpen, pick: act, setMarks: act }}
      place={(ask.get('place') ?? 'right-bottom') as Place}
      scheme={scheme}
      today={TODAY}
      me="Dana Whitfield"
      error={ask.get('error')}
      notice={ask.get('notice')}
    />
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('No root');
if (ask.has('rtl')) document.documentElement.dir = 'rtl';
if (view === 'overlay') {
  document.head.append(Object.assign(document.createElement('style'), { textContent: crmPage.css(scheme) }));
  document.body.insertAdjacentHTML('afterbegin', crmPage.html);
  const shadow = root.attachShadow({ mode: 'open' });
  // The extension's own host begins with this reset, so that the page's type and colours stay outside.
  const style = Object.assign(document.createElement('style'), {
    textContent: `:host{all:initial !important}${overlayCss}`,
  });
  const mount = document.createElement('div');
  shadow.append(style, mount);
  render(<OverlayPage />, mount);
} else {
  document.documentElement.dataset.scheme = scheme;
  document.head.append(Object.assign(document.createElement('style'), { textContent: pageCss }));
  const shown =
    view === 'popup' ? (
      <PopupView state={pick(popups)} actions={popupActions} today={TODAY} notice={ask.get('notice')} />
    ) : (
      <WelcomeView state={pick(welcomes)} actions={welcomeActions} />
    );
  render(shown, root);
}
