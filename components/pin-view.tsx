import { useState } from 'preact/hooks';
import { MOST_VIEWS, type PinnedView } from '../lib/settings/settings.ts';
import type { Work } from './actions.ts';
import { useAct } from './use-act.ts';

/** A list that was looked at: `text` says when, and how many rows it had. */
export type ViewToPin = Pick<PinnedView, 'url' | 'crm' | 'tenant' | 'page'> & { text: string };

type PinProps = {
  offered: readonly ViewToPin[];
  pinned: readonly PinnedView[];
  people: readonly string[];
  pin(views: PinnedView[]): Work;
};

/** Pins one of the lists that were looked at lately, under a name of the user's. */
export function PinView({ offered, pinned, people, pin }: PinProps) {
  const [url, setUrl] = useState('');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<PinnedView['kind']>('open');
  const [person, setPerson] = useState('');
  const act = useAct();
  const chosen = offered.find((one) => one.url === url) ?? offered[0];
  if (pinned.length >= MOST_VIEWS) return <p class="quiet">Six views are pinned: as many as a sweep goes through.</p>;
  if (!chosen)
    return <p class="quiet">No other list was looked at lately. Open one in your CRM, and it is offered here.</p>;
  const { text: _, ...place } = chosen;
  return (
    <form
      class="inline"
      onSubmit={(event) => {
        event.preventDefault();
        const view = { ...place, name: name.trim() || 'Open deals', kind, person: person.trim() || null };
        act.run(
          () => pin([...pinned, view]),
          () => setName(''),
        );
      }}
    >
      <label class="grow">
        <span>List</span>
        <select value={chosen.url} onChange={(event) => setUrl(event.currentTarget.value)}>
          {offered.map((one) => (
            <option key={one.url} value={one.url}>
              {one.text}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Name</span>
        <input
          value={name}
          maxLength={120}
          placeholder="Open deals"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>Shows</span>
        <select value={kind} onChange={(event) => setKind(event.currentTarget.value as PinnedView['kind'])}>
          <option value="open">open deals</option>
          <option value="closed">what was closed</option>
        </select>
      </label>
      <label>
        <span>Whose</span>
        <select value={person} onChange={(event) => setPerson(event.currentTarget.value)}>
          <option value="">everybody’s</option>
          {people.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <button type="submit" class="button solid" aria-busy={act.busy}>
        Pin
      </button>
    </form>
  );
}
