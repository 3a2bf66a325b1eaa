import { useState } from 'preact/hooks';
import type { LimitPlace } from '../lib/risk/edit-limits.ts';
import { setAt } from '../lib/risk/edit-limits.ts';
import { DataSection, idOf } from './data-section.tsx';
import { LimitsBar } from './limits-bar.tsx';
import { LimitsFile } from './limits-file.tsx';
import type { LimitsActions, LimitsState } from './limits-state.ts';
import { LimitsTable } from './limits-table.tsx';
import { LimitsToday } from './limits-today.tsx';
import { samePlace, sayPlace } from './limits-words.ts';
import { Mark } from './mark.tsx';
import { ProofsSection } from './proofs-section.tsx';
import { SuggestSection } from './suggest-section.tsx';
import { ReportFailure } from './use-act.ts';

const PARTS = ['Limits by signal', 'From your own deals', 'What proves the end of a stage', 'As a file'];

/** Where signals come on, tried on the open deals before it is saved. */
export function LimitsView({ state, actions }: { state: LimitsState; actions: LimitsActions }) {
  const [place, setPlace] = useState<LimitPlace>('everywhere');
  const [invalid, setInvalid] = useState<ReadonlySet<string>>(new Set());
  const [failed, setFailed] = useState<string | null>(null);
  const [justSaved, setJustSaved] = useState(false);
  const tellInvalid = (id: string, isInvalid: boolean) => {
    if (invalid.has(id) === isInvalid) return;
    const next = new Set(invalid);
    if (isInvalid) next.add(id);
    else next.delete(id);
    setInvalid(next);
  };
  // What stands half typed goes with what is undone.
  const [turn, setTurn] = useState(0);
  const afresh = () => {
    setInvalid(new Set());
    setTurn(turn + 1);
  };
  const hasEdits = state.canUndo || invalid.size > 0;
  return (
    <main class="sideline maps data limits">
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
      <LimitsToday state={state} justSaved={justSaved && !hasEdits} actions={actions} />
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
        {hasEdits && (
          <LimitsBar
            state={state}
            isInvalid={invalid.size > 0}
            saved={() => setJustSaved(true)}
            afresh={afresh}
            actions={actions}
          />
        )}
        <div aria-live="polite">{(failed ?? state.problem) && <p class="line error">{failed ?? state.problem}</p>}</div>
      </ReportFailure.Provider>
    </main>
  );
}

type PickPlaceProps = {
  place: LimitPlace;
  state: LimitsState;
  pick: (place: LimitPlace) => void;
  actions: LimitsActions;
};

const SIZES: LimitPlace[] = [{ size: 'small' }, { size: 'big' }];

function PickPlace({ place, state, pick, actions }: PickPlaceProps) {
  const { known, draft } = state;
  const named = new Set([...(known?.pipelines ?? []), ...Object.keys(draft.limits.pipelines ?? {})]);
  const pipelines: LimitPlace[] = [...named].map((pipeline) => ({ pipeline }));
  const places: LimitPlace[] = ['everywhere', ...SIZES, ...pipelines];
  const option = (each: LimitPlace) => (
    <option key={JSON.stringify(each)} value={places.indexOf(each)} selected={samePlace(each, place)}>
      {each !== 'everywhere' && 'pipeline' in each ? each.pipeline : wordOf(each)}
      {setAt(draft.limits, each) ? ' (own limits)' : ''}
    </option>
  );
  return (
    <div class="bar">
      <label class="grow">
        <span>Limits for</span>
        <select
          onChange={(event) => {
            const next = places[Number(event.currentTarget.value)];
            if (next) pick(next);
          }}
        >
          {option('everywhere')}
          {pipelines.length > 0 && <optgroup label="One pipeline">{pipelines.map(option)}</optgroup>}
          <optgroup label="By size">{SIZES.map(option)}</optgroup>
        </select>
      </label>
      <ResetPlace place={place} draft={draft} reset={actions.reset} />
      {place !== 'everywhere' && (
        <p class="quiet hint">
          {'size' in place
            ? 'Large: over twice the median amount of your open deals; small: under half of it. Told from 20 open deals on.'
            : 'A figure of a pipeline goes before one of a size, and both before those for all deals.'}
        </p>
      )}
    </div>
  );
}

const wordOf = (place: LimitPlace) => {
  const words = sayPlace(place);
  return words.charAt(0).toUpperCase() + words.slice(1);
};

type ResetPlaceProps = { place: LimitPlace; draft: LimitsState['draft']; reset: LimitsActions['reset'] };

/** Back to the defaults, here or everywhere. */
function ResetPlace({ place, draft, reset }: ResetPlaceProps) {
  const hasOwn = setAt(draft.limits, place) !== undefined;
  const hasAny = Object.keys(draft.limits).length > 0;
  return (
    <>
      {hasOwn && (
        <button type="button" class="button plain" onClick={() => reset(place)}>
          Reset for {sayPlace(place)}
        </button>
      )}
      {hasAny && (
        <button type="button" class="button plain" onClick={() => reset()}>
          Reset all limits
        </button>
      )}
    </>
  );
}
