import { useState } from 'preact/hooks';
import type { Person } from '../../lib/settings/people.ts';
import {
  addAlias,
  changePerson,
  isErased,
  joinPeople,
  type PersonPatch,
  removePerson,
  splitPerson,
  wordsOf,
} from '../../lib/settings/roster-edit.ts';
import { ActButton } from '../act-button.tsx';
import { useAct } from '../use-act.ts';
import { Choice, Tick } from './choice.tsx';
import type { OptionsActions, OptionsState } from './options-state.ts';
import { saySaid, saySeen, seenOf } from './person-words.ts';

const WHOSE = [
  ['', 'Not said'],
  ['mine', 'Mine'],
  ['other', 'Not mine'],
] as const;

type EntryProps = { person: Person; isMe: boolean; state: OptionsState; actions: OptionsActions };

/** One of the roster: whose, whether they left, their team, and the words that lead to them. */
export function PersonEntry({ person, isMe, state, actions }: EntryProps) {
  const { name, mine, left, team } = person;
  const patch = (said: PersonPatch) => actions.editRoster((now) => changePerson(now, name, said));
  const remove = () => actions.editRoster((now) => removePerson(now, name));
  const seen = state.seen && seenOf(person, state.seen);
  if (isErased(name))
    return (
      <li class="entry" aria-label={name}>
        <p class="quiet">{name}: whose names these were is not known any more.</p>
        <ActButton work={remove}>Remove</ActButton>
      </li>
    );
  return (
    <li class="entry" aria-label={name}>
      <details>
        <summary>
          <b>{name}</b> <span class="quiet">{saySaid(person, isMe)}</span>
        </summary>
        <p class="quiet">{seen ? `Seen ${saySeen(seen)}.` : 'Not seen on a deal.'}</p>
        <div class="controls">
          <Choice
            label="Whose"
            name={`Whose: ${name}`}
            value={mine === null ? '' : mine ? 'mine' : 'other'}
            options={WHOSE}
            set={(said) => patch({ mine: said === '' ? null : said === 'mine' })}
          />
          <Team team={team} name={name} set={(said) => patch({ team: said })} />
          <Tick
            label="Left"
            name={`Left: ${name}`}
            checked={left === true}
            set={(on) => patch({ left: on || undefined })}
          />
        </div>
        <Words person={person} people={state.settings.people} actions={actions} />
        <div class="bar">
          {!isMe && (
            <ActButton label={`This is me: ${name}`} work={() => actions.change(() => ({ me: name }))}>
              This is me
            </ActButton>
          )}
          <ActButton label={`Remove ${name}`} work={remove}>
            Remove
          </ActButton>
        </div>
      </details>
    </li>
  );
}

function Team({
  team,
  name,
  set,
}: {
  team: string | null;
  name: string;
  set: (team: string | null) => void | Promise<void>;
}) {
  const act = useAct();
  return (
    <label>
      <span>Team</span>
      <input
        key={team}
        type="text"
        list="teams"
        autocomplete="off"
        maxLength={120}
        aria-label={`Team: ${name}`}
        defaultValue={team ?? ''}
        onChange={({ currentTarget }) => act.run(() => set(currentTarget.value.trim() || null))}
      />
    </label>
  );
}

type WordsProps = { person: Person; people: readonly Person[]; actions: OptionsActions };

/** Which words lead here; taken away one by one, or joined with all that lead to somebody else. */
function Words({ person, people, actions }: WordsProps) {
  const { name, aliases } = person;
  const [said, setSaid] = useState('');
  const act = useAct();
  const others = people.filter((each) => each !== person && !isErased(each.name));
  return (
    <div class="words">
      <p>These names lead here, in any order of first and last name:</p>
      <ul>
        {wordsOf(person).map((word) => (
          <li key={word}>
            {word}{' '}
            {aliases.includes(word) && (
              <ActButton
                look="text"
                label={`${word} is somebody else than ${name}`}
                work={() => actions.editRoster((now) => splitPerson(now, name, [word]))}
              >
                Somebody else
              </ActButton>
            )}
          </li>
        ))}
      </ul>
      <form
        class="controls"
        onSubmit={(event) => {
          event.preventDefault();
          act.run(
            () => actions.editRoster((now) => addAlias(now, name, said)),
            () => setSaid(''),
          );
        }}
      >
        <label class="grow">
          <span>Another name or login</span>
          <input
            type="text"
            required
            autocomplete="off"
            maxLength={120}
            aria-label={`Another name or login of ${name}`}
            value={said}
            onInput={({ currentTarget }) => setSaid(currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" aria-busy={act.busy}>
          Add
        </button>
        {others.length > 0 && (
          <Choice
            label="The same person as"
            name={`${name} is the same person as`}
            value=""
            options={[['', 'Nobody else'], ...others.map((each) => [each.name, each.name] as const)]}
            set={(other) => {
              if (other) return actions.editRoster((now) => joinPeople(now, name, other));
            }}
          />
        )}
      </form>
    </div>
  );
}
