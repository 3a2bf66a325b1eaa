import { TITLES } from '../lib/coaching/words/english-names.ts';
import { SUGGEST_FROM } from '../lib/risk/suggest-limits.ts';
import { ActButton } from './act-button.tsx';
import { DataSection } from './data-section.tsx';
import { countOf } from './data-words.ts';
import type { LimitsActions, LimitsState } from './limits-state.ts';
import { capital } from './limits-words.ts';

/** Limits after the user's own won deals, once there are enough of them. */
export function SuggestSection({ state, actions }: { state: LimitsState; actions: LimitsActions }) {
  const { known, suggested } = state;
  const won = known?.won ?? 0;
  const enough = won >= SUGGEST_FROM;
  const unlike = suggested?.filter(({ now, to }) => now !== to) ?? [];
  return (
    <DataSection title="From your own deals">
      <p>
        What eight in ten of the deals that you won stayed below, stage by stage. It takes {SUGGEST_FROM} won deals that
        were seen in the same kind of stage while they were open.
      </p>
      {enough ? (
        <div class="bar">
          <ActButton work={() => actions.suggest()}>Suggest from my closed deals</ActButton>
        </div>
      ) : (
        <div class="bar">
          <button type="button" class="button plain" aria-disabled="true" aria-describedby="too-few">
            Suggest from my closed deals
          </button>
          <p id="too-few" class="quiet">
            {known ? `Too few so far: ${won} of ${SUGGEST_FROM}.` : 'Reading your deals…'}
          </p>
        </div>
      )}
      <div role="status">
        {suggested?.length === 0 && (
          <p>
            {countOf(won, 'won deal')}, but fewer than {SUGGEST_FROM} of them in any one kind of stage: too few to say.
          </p>
        )}
        {suggested && suggested.length > 0 && unlike.length === 0 && <p>Your limits are what your deals suggest.</p>}
        {unlike.length > 0 && (
          <ul>
            {unlike.map(({ signal, kind, now, to, wonDeals }) => (
              <li key={`${signal} ${kind}`}>
                {capital(TITLES[signal])}, {kind} stages: {to} instead of {now ?? 'off'}{' '}
                <span class="quiet">({wonDeals} won deals)</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {unlike.length > 0 && (
        <div class="bar">
          <ActButton
            look="soft"
            work={() =>
              actions.change(unlike.map(({ signal, kind, to }) => ({ place: 'everywhere', signal, kind, to })))
            }
          >
            Put them into the table
          </ActButton>
        </div>
      )}
    </DataSection>
  );
}
