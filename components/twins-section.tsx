import { ActButton } from './act-button.tsx';
import { DataSection } from './data-section.tsx';
import type { DataActions, DataState } from './data-state.ts';
import { formatMoment } from './data-words.ts';

const WHY: Record<DataState['twins'][number]['why'], string> = {
  'same-record': 'The same record, on two addresses of one CRM',
  'same-name': 'The same name, account and owner, in two places',
  file: 'The same name, account and owner; one of them from a file',
};

/** Pairs shown at once: each is a decision of its own. */
const MOST = 20;

/** Deals that may be one, and those that were said to be. Left out while there is neither. */
export function TwinsSection({
  twins,
  merged,
  actions,
}: Pick<DataState, 'twins' | 'merged'> & { actions: DataActions }) {
  if (twins.length === 0 && merged.length === 0) return null;
  return (
    <DataSection title="Deals that may be one">
      <p class="quiet">
        Deals that are one share their history on every screen. Nothing is written over: taken apart again, each is what
        it was.
      </p>
      <ul class="deals">
        {twins.slice(0, MOST).map(({ deal, into, name, why }) => (
          <li key={deal} data-twin={deal}>
            <p class="row">
              <b>{name}</b>
              <ActButton work={() => actions.merge(deal, into)}>They are one</ActButton>
            </p>
            <p class="quiet">{WHY[why]}</p>
          </li>
        ))}
        {merged.map(({ deal, name, at }) => (
          <li key={deal} data-merged={deal}>
            <p class="row">
              <b>{name}</b>
              <ActButton look="text" work={() => actions.takeApart(deal)}>
                Take apart
              </ActButton>
            </p>
            <p class="quiet">One since {formatMoment(at)}</p>
          </li>
        ))}
      </ul>
      {twins.length > MOST && <p class="quiet">{twins.length - MOST} more pairs follow once these are settled.</p>}
    </DataSection>
  );
}
