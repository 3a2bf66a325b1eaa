import { SOURCES, TITLES } from '../lib/coaching/words/english-names.ts';
import { type LimitPlace, resetLimits, setAt } from '../lib/risk/edit-limits.ts';
import { limitFor, type UserLimits } from '../lib/risk/limit-in-force.ts';
import { DEFAULT_LIMITS, type OpenKind } from '../lib/risk/limits.ts';
import { LIMIT_NOTES, WEIGHT_NOTES } from '../lib/risk/notes.ts';
import { SEES } from '../lib/risk/sees.ts';
import type { Marked } from '../lib/risk/try-limits.ts';
import type { RiskName, SignalName } from '../lib/risk/types.ts';
import { LimitCell } from './limit-cell.tsx';
import type { LimitsActions } from './limits-state.ts';
import { COUNTED, capital, KIND_HEADS, KINDS, sayCounted, sayMarked, sayPlace } from './limits-words.ts';

export type LimitRowProps = {
  signal: SignalName;
  place: LimitPlace;
  draft: UserLimits;
  saved: UserLimits;
  today: Marked | null;
  after: Marked | null;
  alone: Marked | undefined;
  actions: LimitsActions;
  tellInvalid: (id: string, invalid: boolean) => void;
};

/** What holds in a place: what was set there, else what holds for all deals, else the default. */
function inForce(signal: SignalName, kind: OpenKind, limits: UserLimits, place: LimitPlace): number | null {
  const pipeline = place !== 'everywhere' && 'pipeline' in place ? place.pipeline : null;
  const size = place !== 'everywhere' && 'size' in place ? place.size : null;
  return limitFor(signal, kind, limits, pipeline, size)?.limit ?? null;
}

export function LimitRow(props: LimitRowProps) {
  const { signal, place, draft, saved, today, after, alone, actions, tellInvalid } = props;
  const title = capital(TITLES[signal]);
  const own = setAt(draft, place)?.[signal];
  const changed = KINDS.filter((kind) => inForce(signal, kind, draft, place) !== inForce(signal, kind, saved, place));
  const set = (kind: OpenKind, figure: number | null) => {
    // The default typed in again is the default; in a pipeline or for a size a figure may be pinned.
    const isPreset = place === 'everywhere' && figure === (DEFAULT_LIMITS[signal][kind]?.limit ?? null);
    actions.change([{ place, signal, kind, to: isPreset ? undefined : figure }]);
  };
  return (
    <tr data-signal={signal} data-changed={changed.length > 0}>
      <th scope="row">
        <div class="about">
          <span class="title">{title}</span>
          <span class="sees">{SEES[signal]}</span>
          <span class="quiet">{sayCounted(signal)}</span>
          <details>
            <summary>
              <span class="unseen">{title}: </span>
              Default: {SOURCES[DEFAULT_LIMITS[signal].source]}
            </summary>
            <p>{LIMIT_NOTES[signal]}</p>
            <p>How much it counts: {WEIGHT_NOTES[signal]}</p>
          </details>
          {own && (
            <span>
              Set by you for {sayPlace(place)}{' '}
              <button
                type="button"
                class="button text"
                aria-label={`Reset ${title}`}
                onClick={(event) => {
                  // The button goes with what it takes back.
                  event.currentTarget.closest('tr')?.querySelector('input')?.focus();
                  actions.reset(place, signal);
                }}
              >
                Reset
              </button>
            </span>
          )}
          {changed.length > 0 && <Effect signal={signal} today={today} after={after} alone={alone} />}
        </div>
      </th>
      {KINDS.map((kind) => {
        const id = `limit-${signal}-${kind}`;
        const preset = DEFAULT_LIMITS[signal][kind]?.limit ?? null;
        const counted = COUNTED[signal];
        const without = inForce(signal, kind, resetLimits(draft, place, signal), place);
        const otherwise = without === null ? 'off' : counted ? without : 'on';
        return (
          <td key={kind} data-kind={kind}>
            <span class="kind" aria-hidden="true">
              {KIND_HEADS[kind]}
            </span>
            <LimitCell
              // What was typed in one place is not shown in another.
              key={JSON.stringify(place)}
              id={id}
              label={`${title}, ${kind} stages${counted ? `, ${counted.what}` : ''}`}
              figure={inForce(signal, kind, draft, place)}
              otherwise={`${place === 'everywhere' ? 'default' : 'otherwise'} ${otherwise}`}
              onAs={counted ? undefined : (preset ?? 1)}
              isChanged={changed.includes(kind)}
              isSet={own?.[kind] !== undefined}
              set={(figure) => set(kind, figure)}
              tellInvalid={(invalid) => tellInvalid(id, invalid)}
            />
          </td>
        );
      })}
    </tr>
  );
}

type EffectProps = Pick<LimitRowProps, 'signal' | 'today' | 'after' | 'alone'>;

/** What this change does; the sum of all stands in the bar below. */
function Effect({ signal, today, after, alone }: EffectProps) {
  const own = alone ?? after;
  if (!own || !today) return <span class="effect">Counting…</span>;
  const reasons = own.reasons[signal as RiskName] ?? 0;
  const before = today.reasons[signal as RiskName] ?? 0;
  return (
    <span class="effect">
      {alone && 'By itself: '}
      {alone ? sayMarked(own, today).replace('Marks', 'marks') : sayMarked(own, today)}
      {reasons + before > 0 && ` A reason on ${reasons}, ${reasons === before ? 'as' : before} today.`}
    </span>
  );
}
