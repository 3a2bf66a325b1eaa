import { useState } from 'preact/hooks';
import { SAVED_VIEWS } from '../lib/settings/saved-views.ts';
import { placeOf } from '../lib/team/pipeline/view.ts';
import { ActButton } from './act-button.tsx';
import { type PipelineActions, type PipelineState, viewHref } from './pipeline-state.ts';
import { useAct } from './use-act.ts';

type ViewsProps = { view: PipelineState['view']; saved: PipelineState['saved']; actions: PipelineActions };

/** Views under names of the user's own, each a link. */
export function PipelineViews({ view, saved, actions }: ViewsProps) {
  const here = placeOf(view);
  const isSaved = here === '' || saved.some(({ place }) => place === here);
  return (
    <nav aria-label="Views" class="pipeline-views">
      <ul>
        {[{ name: 'All open deals', place: '' }, ...saved].map(({ name, place }) => (
          <li key={name}>
            <a href={viewHref(place)} {...(place === here ? { 'aria-current': 'true' as const } : {})}>
              {name}
            </a>
            {place !== '' && place === here && (
              <ActButton look="text" label={`Forget the view ${name}`} work={() => actions.dropView(name)}>
                Forget
              </ActButton>
            )}
          </li>
        ))}
      </ul>
      {!isSaved && <SaveView save={actions.saveView} />}
    </nav>
  );
}

function SaveView({ save }: { save: PipelineActions['saveView'] }) {
  const [name, setName] = useState('');
  const act = useAct();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') act.run(() => save(name.trim()));
      }}
    >
      <input
        aria-label="Name of this view"
        placeholder="Name of this view"
        maxLength={SAVED_VIEWS.name}
        value={name}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button type="submit" class="button" aria-busy={act.busy}>
        Save view
      </button>
    </form>
  );
}
