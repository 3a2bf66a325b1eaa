import { type LimitPlace, resetLimits, setAt } from '../lib/risk/edit-limits.ts';
import type { LimitsActions, LimitsState } from './limits-state.ts';
import { capital, samePlace, sayPlace } from './limits-words.ts';

type PickPlaceProps = {
  place: LimitPlace;
  state: LimitsState;
  pick: (place: LimitPlace) => void;
  actions: LimitsActions;
};

const SIZES: LimitPlace[] = [{ size: 'small' }, { size: 'big' }];

/** Which deals the limits on screen are for: all, one pipeline's, or those of a size. */
export function PickPlace({ place, state, pick, actions }: PickPlaceProps) {
  const { known, draft } = state;
  const named = new Set([...(known?.pipelines ?? []), ...Object.keys(draft.limits.pipelines ?? {})]);
  const pipelines: LimitPlace[] = [...named].map((pipeline) => ({ pipeline }));
  const places: LimitPlace[] = ['everywhere', ...SIZES, ...pipelines];
  const option = (each: LimitPlace) => (
    <option key={JSON.stringify(each)} value={places.indexOf(each)} selected={samePlace(each, place)}>
      {each !== 'everywhere' && 'pipeline' in each ? each.pipeline : capital(sayPlace(each))}
      {setAt(draft.limits, each) ? ' (own limits)' : ''}
    </option>
  );
  return (
    <div class="bar">
      <label class="grow">
        <span>Limits for</span>
        <select
          id="place"
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
      <ResetPlace
        place={place}
        draft={draft}
        reset={(where) => {
          document.getElementById('place')?.focus();
          actions.reset(where);
        }}
      />
      {place !== 'everywhere' && (
        <p class="quiet hint">
          {'size' in place
            ? 'Large: over twice the median amount of your open deals; small: under half of it; the others go by the limits for all deals. Told from 20 open deals on.'
            : 'A figure of a pipeline goes before one of a size, and both before those for all deals.'}
        </p>
      )}
    </div>
  );
}

type ResetPlaceProps = { place: LimitPlace; draft: LimitsState['draft']; reset: (place?: LimitPlace) => void };

/** Back to the defaults, here or everywhere. */
function ResetPlace({ place, draft, reset }: ResetPlaceProps) {
  const hasOwn = setAt(draft.limits, place) !== undefined;
  const hasAny = Object.keys(draft.limits).length > 0;
  const hasOthers = Object.keys(resetLimits(draft.limits, place)).length > 0;
  return (
    <>
      {hasOwn && hasOthers && (
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
