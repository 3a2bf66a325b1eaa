import { useState } from 'preact/hooks';
import { isOneOf } from '../../lib/deal/same-name.ts';
import type { Person } from '../../lib/settings/people.ts';
import { addAlias, addPerson, type Edited, notOnRoster } from '../../lib/settings/roster-edit.ts';
import type { OwnerSeen } from '../../lib/team/owners-seen.ts';
import { ActButton } from '../act-button.tsx';
import { Choice } from './choice.tsx';
import type { OptionsActions, OptionsState } from './options-state.ts';
import { saySeen } from './person-words.ts';
import { Setting } from './setting.tsx';

/** More at once would be a page of names. */
const SHOWN = 40;

/** Names that stand in owner fields and lead to nobody on the roster yet. */
export function OfferedNames({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const [all, setAll] = useState(false);
  const { people } = state.settings;
  const offered = state.seen && notOnRoster(people, state.seen);
  return (
    <Setting id="offered" say="Owners of deals that were opened. Whose they are may be said now, later or never.">
      {offered === null && <p role="status">Looking at the deals on record…</p>}
      {offered?.length === 0 && (
        <p>
          {state.seen?.length ? 'All of them are on the roster.' : 'None yet. They come with the deals that you open.'}
        </p>
      )}
      {offered && offered.length > 1 && (
        <div class="bar">
          <ActButton look="soft" work={() => actions.editRoster((now) => addAll(now, offered))}>
            All of these are mine
          </ActButton>
        </div>
      )}
      <ul class="entries">
        {offered?.slice(0, all ? undefined : SHOWN).map((owner) => (
          <Offered key={owner.name} owner={owner} people={people} state={state} actions={actions} />
        ))}
      </ul>
      {offered && !all && offered.length > SHOWN && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          Show all {offered.length}
        </button>
      )}
    </Setting>
  );
}

/** What another page put on the roster meanwhile stays as it is. */
function addAll(people: readonly Person[], offered: readonly OwnerSeen[]): Edited {
  return notOnRoster(people, offered).reduce<Edited>(
    (edited, { name }) => ('refused' in edited ? edited : addPerson(edited.people, name, { mine: true })),
    { people: [...people] },
  );
}

type OfferedProps = {
  owner: OwnerSeen;
  people: readonly Person[];
  state: OptionsState;
  actions: OptionsActions;
};

function Offered({ owner, people, state, actions }: OfferedProps) {
  const { name } = owner;
  const isMe = isOneOf(name, [state.settings.me ?? '']);
  const put = (mine: boolean) => () => actions.editRoster((now) => addPerson(now, name, { mine }));
  return (
    <li class="entry" aria-label={name}>
      <p>
        <b>{name}</b>
        {isMe && ' (you)'} <span class="quiet">{saySeen(owner)}</span>
      </p>
      <div class="controls">
        <ActButton label={`Mine: ${name}`} work={put(true)}>
          Mine
        </ActButton>
        <ActButton label={`Not mine: ${name}`} work={put(false)}>
          Not mine
        </ActButton>
        {!isMe && (
          <ActButton label={`This is me: ${name}`} work={() => actions.change(() => ({ me: name }))}>
            This is me
          </ActButton>
        )}
        {people.length > 0 && (
          <Choice
            label="Another name of"
            name={`${name} is another name of`}
            value=""
            options={[['', 'Nobody'], ...people.map((person) => [person.name, person.name] as const)]}
            set={(known) => {
              if (known) return actions.editRoster((now) => addAlias(now, known, name));
            }}
          />
        )}
      </div>
    </li>
  );
}
