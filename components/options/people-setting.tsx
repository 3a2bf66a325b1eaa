import { useState } from 'preact/hooks';
import { isOneOf } from '../../lib/deal/same-name.ts';
import type { Person } from '../../lib/settings/people.ts';
import { addPerson, wordsOf } from '../../lib/settings/roster-edit.ts';
import { ActButton } from '../act-button.tsx';
import { useAct } from '../use-act.ts';
import type { OptionsActions, OptionsState } from './options-state.ts';
import { PersonEntry } from './person-entry.tsx';
import { Setting } from './setting.tsx';

const SHOWN = 100;

/** Who is on the roster, and which words lead to whom. */
export function PeopleSetting({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const [all, setAll] = useState(false);
  const { people, me } = state.settings;
  const isMine = people.some(({ mine }) => mine === true);
  const teams = [...new Set(people.flatMap(({ team }) => team ?? []))].sort();
  const onRoster = people.find((person) => isOneOf(me, wordsOf(person))) ?? null;
  return (
    <Setting
      id="people"
      say={
        isMine
          ? 'Figures of your team are made of those called mine; who left stays in the figures of their time.'
          : 'Nobody is called mine: everybody counts who is not called somebody else’s.'
      }
    >
      {me !== null && (
        <p>
          You are <b>{onRoster?.name ?? me}</b>.{' '}
          <ActButton look="text" work={() => actions.change(() => ({ me: null }))}>
            Say no more who I am
          </ActButton>
        </p>
      )}
      {people.length === 0 && <p>Nobody yet.</p>}
      <ul class="entries people">
        {people.slice(0, all ? undefined : SHOWN).map((person) => (
          <PersonEntry key={person.name} person={person} isMe={person === onRoster} state={state} actions={actions} />
        ))}
      </ul>
      {!all && people.length > SHOWN && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          Show all {people.length}
        </button>
      )}
      <datalist id="teams">
        {teams.map((team) => (
          <option key={team} value={team} />
        ))}
      </datalist>
      <AddPerson add={(name) => actions.editRoster((now: readonly Person[]) => addPerson(now, name))} />
    </Setting>
  );
}

function AddPerson({ add }: { add: (name: string) => void | Promise<void> }) {
  const [name, setName] = useState('');
  const act = useAct();
  return (
    <form
      class="controls"
      onSubmit={(event) => {
        event.preventDefault();
        act.run(
          () => add(name),
          () => setName(''),
        );
      }}
    >
      <label class="grow">
        <span>Somebody else, as the CRM writes the name</span>
        <input
          type="text"
          required
          autocomplete="off"
          maxLength={120}
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" aria-busy={act.busy}>
        Add
      </button>
    </form>
  );
}
