import { FADES } from '../lib/process/answer-age.ts';
import {
  allChecklists,
  CHECKLIST_LIMITS,
  type Checklist,
  type ChecklistChoice,
} from '../lib/process/checklists/checklist.ts';
import { KNOWN_CHECKLISTS } from '../lib/process/checklists/known-checklists.ts';
import { ActButton } from './act-button.tsx';
import type { Work } from './actions.ts';
import { DataSection } from './data-section.tsx';
import { Mark } from './mark.tsx';
import { OwnChecklist } from './own-checklist.tsx';
import { useAct } from './use-act.ts';

export type ChecklistsState = { choice: ChecklistChoice; pipelines: string[] };

export type ChecklistsActions = {
  setEverywhere(id: string | null): Work;
  /** Undefined: as for all pipelines; null: none. */
  setPipeline(name: string, id: string | null | undefined): Work;
  /** A new list of the user's own, with these questions to begin with. */
  begin(from: Checklist | null): Work;
  saveOwn(list: Checklist): Work;
  removeOwn(id: string): Work;
};

type ViewProps = { state: ChecklistsState; actions: ChecklistsActions };

/** Which checklist is asked where, what the known ones ask, and the user's own. */
export function ChecklistsView({ state, actions }: ViewProps) {
  const { own } = state.choice;
  const isFull = own.length >= CHECKLIST_LIMITS.own;
  const { early, late } = FADES;
  return (
    <main class="sideline maps data checklists">
      <header>
        <Mark />
        <h1>Checklists</h1>
      </header>
      <p class="quiet">
        What a deal should have an answer to. The questions of the list that you choose stand in the popup of each deal,
        with proof, who said it, and how old that is.
      </p>
      <DataSection title="Which list is asked">
        <Places state={state} actions={actions} />
        <p class="quiet">
          An answer counts for {early.stale} days, in late stages for {late.stale}; from day {early.ageing} on (
          {late.ageing} in late ones) it is called ageing. After that it stays to be read and counts as not known.
          Expert judgement.
        </p>
      </DataSection>
      <DataSection title="The known lists">
        <p class="quiet">What they ask, in our words. A no, or half a yes, is a gap that the signals count.</p>
        {KNOWN_CHECKLISTS.map((list) => (
          <details key={list.id}>
            <summary>{list.name}</summary>
            <ol>
              {list.items.map(({ key, asks, proof }) => (
                <li key={key}>
                  {asks} <span class="quiet">{proof}</span>
                </li>
              ))}
            </ol>
            {!isFull && (
              <ActButton label={`Copy ${list.name} to change it`} work={() => actions.begin(list)}>
                Copy to change it
              </ActButton>
            )}
          </details>
        ))}
      </DataSection>
      <DataSection title="Your own">
        {own.length === 0 && <p class="quiet">None yet. Write one, or copy a known list and change it.</p>}
        {own.map((list) => (
          <OwnChecklist key={list.id} list={list} save={actions.saveOwn} remove={() => actions.removeOwn(list.id)} />
        ))}
        {isFull ? (
          <p class="quiet">There is room for {CHECKLIST_LIMITS.own} lists.</p>
        ) : (
          <ActButton work={() => actions.begin(null)}>Write a list</ActButton>
        )}
        <p class="quiet">Answers stay with their deals, whatever becomes of a list.</p>
      </DataSection>
    </main>
  );
}

/** The value of a select stands for what is no id. */
const NONE = '';
const AS_ALL = ' ';

function Places({ state: { choice, pipelines }, actions }: ViewProps) {
  const act = useAct();
  const lists = allChecklists(choice);
  const names = [...new Set([...pipelines, ...Object.keys(choice.pipelines)])].sort();
  const options = lists.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
  return (
    <div class="places">
      <label>
        <span>All pipelines</span>
        <select
          value={choice.everywhere ?? NONE}
          onChange={({ currentTarget: { value } }) =>
            act.run(() => actions.setEverywhere(value === NONE ? null : value))
          }
        >
          <option value={NONE}>None</option>
          {options}
        </select>
      </label>
      {names.map((name) => (
        <label key={name}>
          <span>{name}</span>
          <select
            value={name in choice.pipelines ? (choice.pipelines[name] ?? NONE) : AS_ALL}
            onChange={({ currentTarget: { value } }) =>
              act.run(() => actions.setPipeline(name, value === AS_ALL ? undefined : value === NONE ? null : value))
            }
          >
            <option value={AS_ALL}>As for all pipelines</option>
            <option value={NONE}>None</option>
            {options}
          </select>
        </label>
      ))}
    </div>
  );
}
