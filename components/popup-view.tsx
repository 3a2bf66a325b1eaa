import { useState } from 'preact/hooks';
import { ActButton } from './act-button.tsx';
import type { PopupActions } from './actions.ts';
import { DealView, type TypedNotes } from './deal-view.tsx';
import { DiagnosisView } from './diagnosis-view.tsx';
import { Mark } from './mark.tsx';
import { Note } from './popup-note.tsx';
import type { PopupState, TodayShown } from './popup-state.ts';
import { PopupSnapshot } from './snapshots/popup-snapshot.tsx';
import { TodayView } from './today-view.tsx';
import { ReportFailure } from './use-act.ts';
import { YourSteps } from './your-steps.tsx';

export type PopupProps = {
  state: PopupState;
  actions: PopupActions;
  me?: string | null;
  today?: string;
  notice?: string | null;
  typedNotes?: TypedNotes;
};

export function PopupView({ state, actions, me = null, today, notice = null, typedNotes }: PopupProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const site = state.kind === 'deal' ? state : state.kind === 'today' ? state.site : null;
  return (
    <ReportFailure.Provider value={setFailed}>
      <main class="sideline popup" data-kind={state.kind}>
        <header class="mast">
          <Mark />
          <h1>Sideline</h1>
          {actions.openPanel && (state.kind === 'deal' || state.kind === 'today') && (
            <ActButton look="text" title="Stays open beside the page: Alt+Shift+S" work={() => actions.openPanel?.()}>
              Side panel
            </ActButton>
          )}
          {site && (
            <>
              <ActButton look="text" title="Which field, by which rule" work={() => actions.diagnose()}>
                What was read
              </ActButton>
              <ActButton
                look="text"
                title={`Stop reading ${site.host}`}
                work={() => actions.setSite(site.origin, 'off')}
              >
                Switch off here
              </ActButton>
            </>
          )}
        </header>
        {state.kind === 'deal' ? (
          <DealView
            key={state.card.deal}
            state={state}
            actions={actions}
            me={me}
            today={today}
            error={failed}
            notice={notice}
            typedNotes={typedNotes ?? null}
          />
        ) : (
          <>
            <div class="scroll">
              <PopupBody state={state} actions={actions} />
            </div>
            <div class="lines" aria-live="polite">
              {failed && <p class="line error">{failed}</p>}
              {notice && <p class="line">{notice}</p>}
            </div>
          </>
        )}
      </main>
    </ReportFailure.Provider>
  );
}

type BodyProps = { state: Exclude<PopupState, { kind: 'deal' }>; actions: PopupActions };

/** What stands where no deal does. */
export function PopupBody({ state, actions }: BodyProps) {
  switch (state.kind) {
    case 'loading':
      return <div class="note" aria-busy="true" />;
    case 'today':
      return <TodayPart {...state} actions={actions} />;
    case 'ask-access':
      return (
        <Note shape="dashed" title={`This is ${state.crm}. Sideline may not read it yet.`}>
          <p>
            It would read the deals that you open and the lists that you look at: name, amount, stage, dates, owner,
            next step. Nothing leaves this browser.
          </p>
          <ActButton look="solid" work={() => actions.grant(state.origin)}>
            Let Sideline read {state.host}
          </ActButton>
          {state.refused && <p class="quiet">The browser was told no. Nothing was read; the button asks again.</p>}
        </Note>
      );
    case 'unknown-site':
      return (
        <>
          <Note
            shape="dashed"
            title={state.host ? `Sideline does not know ${state.host}.` : 'This page is none that Sideline can read.'}
          >
            <p class="quiet">
              It reads nothing here. If this is your CRM, open a deal and show Sideline where its fields stand.
            </p>
            {state.host && (
              <ActButton look="solid" work={() => actions.teach(null)}>
                Teach it by pointing
              </ActButton>
            )}
            {!state.loaded && <ActButton work={() => actions.openWelcome()}>Choose your CRM</ActButton>}
          </Note>
          {state.loaded && <TodayPart {...state.loaded} actions={actions} />}
        </>
      );
    case 'off':
      return (
        <Note shape="pause" title={`Switched off on ${state.host}.`}>
          <p class="quiet">Nothing is read there. What was seen before is kept.</p>
          <ActButton look="solid" work={() => actions.setSite(state.origin, 'on')}>
            Switch on again
          </ActButton>
        </Note>
      );
    case 'hidden':
      return (
        <Note shape="pause" title="Hidden in all tabs.">
          <p class="quiet">
            Nothing of Sideline shows on any page until you say so. <kbd>Alt+Shift+H</kbd> does the same.
          </p>
          <ActButton look="solid" work={() => actions.show()}>
            Show again
          </ActButton>
        </Note>
      );
    case 'empty':
      return (
        <Note shape="ring" title={state.welcomed ? 'No deal seen yet.' : 'Three steps, about three minutes.'}>
          <p class="quiet">
            {state.host
              ? `Open a list of your open deals on ${state.host}. One list is enough for a first answer.`
              : 'Say who you are and which CRM you use, then open one list of deals.'}
          </p>
          <ActButton look={state.host ? 'plain' : 'solid'} work={() => actions.openWelcome()}>
            {state.host ? 'See the first steps' : 'Start'}
          </ActButton>
          {state.host && <ActButton work={() => actions.teach(null)}>Teach this page by pointing</ActButton>}
          <p class="quiet">
            An export of your CRM gives months of history at once:{' '}
            <a href="/import.html" target="_blank" rel="noreferrer">
              read in a file
            </a>
            .
          </p>
        </Note>
      );
    case 'diagnosis':
      return (
        <DiagnosisView
          diagnosis={state.diagnosis}
          onBack={() => actions.retry()}
          copy={(text) => actions.card.copy(text)}
          taught={state.taught}
          teach={(corrects) => actions.teach(corrects)}
          forget={() => actions.forgetTaught()}
          openMaps={() => actions.openMaps()}
        />
      );
    case 'error':
      return (
        <Note shape="dashed" title={state.what}>
          <p>{state.safe}</p>
          <p class="quiet">{state.next}</p>
          <ActButton work={() => actions.retry()}>Try again</ActButton>
        </Note>
      );
  }
}

function TodayPart({ five, today, steps, actions }: TodayShown & { actions: PopupActions }) {
  return (
    <>
      {steps && <YourSteps steps={steps} actions={actions.steps} visit={actions.visit} />}
      <TodayView five={five} today={today} isBrief setGoal={actions.setGoal} visit={actions.visit} />
      <footer class="foot">
        {five.role === 'manager' && actions.saveSnapshot && <PopupSnapshot save={actions.saveSnapshot} />}
        <p class="row">
          <span>
            Everything as seen from this browser.{' '}
            <a href="/dashboard.html" target="_blank" rel="noreferrer">
              Open the dashboard
            </a>{' '}
            ·{' '}
            <a href="/data.html" target="_blank" rel="noreferrer">
              Your data
            </a>{' '}
            ·{' '}
            <a href="/check.html" target="_blank" rel="noreferrer">
              Self-check
            </a>{' '}
            ·{' '}
            <a href="/agenda.html" target="_blank" rel="noreferrer">
              1:1s
            </a>
          </span>
          <ActButton look="text" work={() => actions.card.hideEverywhere()} title="Alt+Shift+H">
            Hide in all tabs
          </ActButton>
        </p>
      </footer>
    </>
  );
}
