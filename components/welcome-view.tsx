import { useState } from 'preact/hooks';
import type { WelcomeActions } from './actions.ts';
import { Mark } from './mark.tsx';
import { ReportFailure } from './use-act.ts';
import { WelcomeList } from './welcome-list.tsx';
import { WelcomeSites } from './welcome-sites.tsx';
import type { WelcomeState } from './welcome-state.ts';
import { WelcomeWho } from './welcome-who.tsx';

/** The first three minutes, on one page: who, where, and one list that answers by itself. */
export function WelcomeView({ state, actions }: { state: WelcomeState; actions: WelcomeActions }) {
  const [failed, setFailed] = useState<string | null>(null);
  return (
    <ReportFailure.Provider value={setFailed}>
      <main class="sideline welcome">
        <header>
          <p class="brand">
            <Mark />
            Sideline
          </p>
          <h1>The coach beside your CRM</h1>
          <p>
            It reads the deals you look at, keeps what moved, and puts one question beside each: with its reason, and
            with what would prove the answer.
          </p>
          <p class="privacy">
            <b>Nothing leaves this browser.</b> There is no account and no server; Sideline knows only what you open.
          </p>
        </header>
        <div class="lines" aria-live="polite">
          {state.problem && <p class="line error">{state.problem}</p>}
          {failed && <p class="line error">{failed}</p>}
        </div>
        <ol class="steps">
          <WelcomeWho
            role={state.role}
            isLocked={state.isRoleLocked}
            me={state.me}
            // Both answers have a default: whoever has gone on to a site has answered.
            done={state.me !== null || state.sites.length > 0}
            actions={actions}
          />
          <WelcomeSites state={state} actions={actions} />
          <WelcomeList state={state} actions={actions} />
        </ol>
        <p class="quiet">
          Do you have an export of your CRM? A file of its deals or of their history gives months of it in a minute:{' '}
          <a href="/import.html">read in a file</a>.
        </p>
        <p class="quiet">
          Sideline looks at how deals are worked, not at people.{' '}
          <a href="/purpose.html">What this is for, and what it must not be used for</a>.
        </p>
      </main>
    </ReportFailure.Provider>
  );
}
