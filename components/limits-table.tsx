import type { LimitPlace } from '../lib/risk/edit-limits.ts';
import { SIGNALS } from '../lib/risk/signals.ts';
import { type Family, SIGNAL_NAMES } from '../lib/risk/types.ts';
import { LimitRow } from './limit-row.tsx';
import type { LimitsActions, LimitsState } from './limits-state.ts';
import { FAMILY_WORDS, KIND_HEADS, KINDS } from './limits-words.ts';

type LimitsTableProps = {
  state: LimitsState;
  place: LimitPlace;
  actions: LimitsActions;
  tellInvalid: (id: string, invalid: boolean) => void;
};

/** Every signal with its three limits, family by family. */
export function LimitsTable({ state, place, actions, tellInvalid }: LimitsTableProps) {
  const { draft, saved, today, after, alone } = state;
  return (
    <table class="limits-table" aria-label="Limits, signal by signal">
      <thead>
        <tr>
          <th scope="col">Signal</th>
          {KINDS.map((kind) => (
            <th key={kind} scope="col">
              {KIND_HEADS[kind]}
              <span class="unseen"> stages</span>
            </th>
          ))}
        </tr>
      </thead>
      {(Object.keys(FAMILY_WORDS) as Family[]).map((family) => (
        <tbody key={family}>
          <tr class="family">
            <th colSpan={4} scope="rowgroup">
              {FAMILY_WORDS[family]}
            </th>
          </tr>
          {SIGNAL_NAMES.filter((name) => SIGNALS[name].family === family).map((signal) => (
            <LimitRow
              key={signal}
              signal={signal}
              place={place}
              draft={draft.limits}
              saved={saved.limits}
              today={today}
              after={after}
              alone={alone[signal]}
              actions={actions}
              tellInvalid={tellInvalid}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}
