import { AgendaFile } from './agenda-file.tsx';
import { AgendaPeople } from './agenda-people.tsx';
import { AgendaSheet } from './agenda-sheet.tsx';
import type { AgendaActions, AgendaState } from './agenda-state.ts';
import { Mark } from './mark.tsx';

/** Whom to talk with, and the one page for it. */
export function AgendaView({ state, actions }: { state: AgendaState; actions: AgendaActions }) {
  const { spread, shown, problem, isRep } = state;
  return (
    <main class="sideline maps data agenda">
      <header>
        <Mark />
        <h1>1:1 agenda</h1>
      </header>
      <p class="quiet lead">
        Everything on an agenda may be shown to the person it is for, and is best given to them the day before.{' '}
        <a href="/purpose.html">What this is for, and what it must not be used for</a>
      </p>
      <div aria-live="polite">{problem && <p class="line error">{problem}</p>}</div>
      <div class="desk">
        <div class="side">
          <AgendaPeople spread={spread} isRep={isRep} shown={shown?.agenda.person ?? null} pick={actions.pick} />
          <AgendaFile read={state.read} actions={actions} />
        </div>
        {shown ? (
          <AgendaSheet key={shown.turn} shown={shown} kept={state.kept} actions={actions} />
        ) : (
          spread && spread.length > 0 && <p class="quiet empty">Choose whom you talk with next.</p>
        )}
      </div>
    </main>
  );
}
