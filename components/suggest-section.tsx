import { useState } from 'preact/hooks';
import { TITLES } from '../lib/coaching/words/english-names.ts';
import { SUGGEST_FROM, type SuggestedLimit } from '../lib/risk/suggest-limits.ts';
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
            {countOf(won, 'won deal')}, but no signal that {SUGGEST_FROM} of them tell enough of: too few to say.
          </p>
        )}
        {suggested && suggested.length > 0 && unlike.length === 0 && <p>Your deals suggest no other limits.</p>}
      </div>
      {unlike.length > 0 && <Suggested key={JSON.stringify(unlike)} suggested={unlike} actions={actions} />}
    </DataSection>
  );
}

const keyOf = ({ signal, kind }: SuggestedLimit) => `${signal} ${kind}`;

function Suggested({ suggested, actions }: { suggested: SuggestedLimit[]; actions: LimitsActions }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const taken = suggested.filter((one) => !left.has(keyOf(one)));
  return (
    <>
      <fieldset>
        <legend>Suggested for all deals</legend>
        {suggested.map((one) => (
          <label key={keyOf(one)} class="radio">
            <input
              type="checkbox"
              checked={!left.has(keyOf(one))}
              onChange={(event) => {
                const next = new Set(left);
                if (event.currentTarget.checked) next.delete(keyOf(one));
                else next.add(keyOf(one));
                setLeft(next);
              }}
            />
            <span>
              {capital(TITLES[one.signal])}, {one.kind} stages: {one.to} instead of {one.now}{' '}
              <span class="quiet">({one.wonDeals} won deals)</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="bar">
        <ActButton
          look="soft"
          work={() => {
            if (taken.length === 0) throw new Error('Tick at least one. Nothing was changed.');
            actions.change(taken.map(({ signal, kind, to }) => ({ place: 'everywhere', signal, kind, to })));
          }}
        >
          Put them into the table
        </ActButton>
      </div>
    </>
  );
}
