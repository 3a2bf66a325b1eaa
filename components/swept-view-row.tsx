import type { PinnedView } from '../lib/settings/settings.ts';
import type { SweepView } from '../lib/team/sweep/sweep-screen.ts';
import { ActButton } from './act-button.tsx';
import { safeHref } from './safe-href.ts';
import type { SweepActions } from './sweep-view.tsx';

type RowProps = {
  swept: SweepView;
  at: number;
  pinned: PinnedView[];
  actions: SweepActions;
};

const SHAPES: Record<SweepView['reach'], string> = {
  ...{ 'not-opened': '○', part: '◐', uncounted: '◐', unmatched: '◐', other: '◐', whole: '●' },
};

/** One pinned view: how far it was read, its link, and its place among the others. */
export function SweptViewRow({ swept: { view, reach, text, sums }, at, pinned, actions }: RowProps) {
  const moved = () => pinned.with(at, pinned[at - 1] ?? view).with(at - 1, view);
  return (
    <li data-reach={reach}>
      <p class="row">
        <span>
          <span class="shape" aria-hidden="true">
            {SHAPES[reach]}
          </span>{' '}
          <b>{view.name}</b> <span class="quiet">{view.kind === 'open' ? 'open deals' : 'closed deals'}</span>
          {view.person && <span class="quiet">, {view.person}</span>}
        </span>
        <a href={safeHref(view.url) ?? undefined} target="_blank" rel="noreferrer" aria-label={`Open ${view.name}`}>
          Open
        </a>
      </p>
      <p class="quiet">{text}</p>
      {sums && <p class="quiet">{sums}</p>}
      <div class="buttons tight">
        {(reach === 'uncounted' || reach === 'unmatched' || reach === 'other') && (
          <ActButton label={`That was all of ${view.name}`} work={() => actions.sayWhole(view.url)}>
            That was all of it
          </ActButton>
        )}
        {at > 0 && (
          <ActButton look="text" label={`Move ${view.name} up`} work={() => actions.setViews(moved())}>
            Move up
          </ActButton>
        )}
        <ActButton
          look="text"
          label={`Unpin ${view.name}`}
          work={() => actions.setViews(pinned.filter(({ url }) => url !== view.url))}
        >
          Unpin
        </ActButton>
      </div>
    </li>
  );
}
