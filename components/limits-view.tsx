import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LimitPlace } from '../lib/risk/edit-limits.ts';
import { DataSection, idOf } from './data-section.tsx';
import { LimitsBar } from './limits-bar.tsx';
import { LimitsFile } from './limits-file.tsx';
import type { LimitsActions, LimitsState } from './limits-state.ts';
import { LimitsTable } from './limits-table.tsx';
import { LimitsToday } from './limits-today.tsx';
import { Mark } from './mark.tsx';
import { PickPlace } from './pick-place.tsx';
import { ProofsSection } from './proofs-section.tsx';
import { SuggestSection } from './suggest-section.tsx';
import { ReportFailure } from './use-act.ts';

const PARTS = ['Limits by signal', 'From your own deals', 'What proves the end of a stage', 'As a file'];

/** How long a word that all is saved stands there. */
const SAVED_MS = 6_000;

/** Where signals come on, tried on the open deals before it is saved. */
export function LimitsView({ state, actions }: { state: LimitsState; actions: LimitsActions }) {
  const [place, setPlace] = useState<LimitPlace>('everywhere');
  const [invalid, setInvalid] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<string | null>(null);
  const [justSaved, setJustSaved] = useState(false);
  // What stands half typed goes with what is undone.
  const [turn, setTurn] = useState(0);
  const hasEdits = state.canUndo || invalid.size > 0;
  const last = useKeptPlace(turn);
  const tellInvalid = (id: string, isInvalid: boolean) => {
    if (invalid.has(id) === isInvalid) return;
    const next = new Set(invalid);
    if (isInvalid) next.add(id);
    else next.delete(id);
    setInvalid(next);
  };
  const afresh = () => {
    setInvalid(new Set());
    setFailed(null);
    setTurn(turn + 1);
  };
  useEffect(() => {
    if (!justSaved) return;
    const timer = setTimeout(() => setJustSaved(false), SAVED_MS);
    return () => clearTimeout(timer);
  }, [justSaved]);
  return (
    <main class="sideline maps data limits" onFocusIn={last.keep}>
      <header>
        <Mark />
        <h1>Limits</h1>
      </header>
      <p class="quiet">
        From which figure on a signal speaks. The figures are defaults, each with its source, and yours to change.
        Nothing changes before you save.
      </p>
      <nav aria-label="On this page">
        {PARTS.map((title) => (
          <a key={title} href={`#${idOf(title)}`}>
            {title}
          </a>
        ))}
      </nav>
      <LimitsToday state={state} actions={actions} />
      <DataSection title="Limits by signal">
        <PickPlace
          place={place}
          state={state}
          pick={(next) => {
            setPlace(next);
            afresh();
          }}
          actions={actions}
        />
        <p class="quiet">
          Stage kinds are thirds of your open stages. Under each limit stands its default. An empty one is off.
        </p>
        <LimitsTable key={turn} state={state} place={place} actions={actions} tellInvalid={tellInvalid} />
      </DataSection>
      <SuggestSection state={state} actions={actions} />
      <ProofsSection state={state} actions={actions} />
      <LimitsFile actions={actions} />
      <ReportFailure.Provider value={setFailed}>
        {(hasEdits || justSaved) && (
          <LimitsBar
            {...{ state, hasEdits, failed, actions }}
            isInvalid={invalid.size > 0}
            done={(what) => {
              setJustSaved(what === 'saved');
              afresh();
            }}
          />
        )}
      </ReportFailure.Provider>
    </main>
  );
}

/** The keyboard goes on from the field it was in, once the buttons of the bar are gone. */
function useKeptPlace(turn: number) {
  const id = useRef('');
  useLayoutEffect(() => {
    if (turn > 0 && document.activeElement === document.body)
      document.getElementById(id.current)?.focus({ preventScroll: true });
  }, [turn]);
  return {
    keep: ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.id && !target.closest('.savebar')) id.current = target.id;
    },
  };
}
