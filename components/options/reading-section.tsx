import { TaughtMaps } from '../maps-view.tsx';
import { Tick } from './choice.tsx';
import type { OptionsActions, OptionsState } from './options-state.ts';
import { OptionsSection, Setting } from './setting.tsx';

/** What stands in pages, and what was taught of them. */
export function ReadingSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { marks, hidden } = state.settings;
  const key = state.keys.find(({ what }) => /hide/i.test(what))?.key;
  return (
    <OptionsSection id="reading">
      <Setting id="marks" say="A small sign at the names of deals that call for a look.">
        <Tick
          label="In lists"
          checked={marks.list}
          set={(list) => actions.change((now) => ({ marks: { ...now.marks, list } }))}
        />
        <Tick
          label="In boards"
          checked={marks.board}
          set={(board) => actions.change((now) => ({ marks: { ...now.marks, board } }))}
        />
      </Setting>
      <Setting
        id="hide"
        say={`Cards and marks go from all tabs, and reading goes on.${key ? ` The key is ${key}.` : ''}`}
      >
        <Tick label="Hidden in all tabs" checked={hidden} set={(on) => actions.change(() => ({ hidden: on }))} />
      </Setting>
      <Setting
        id="taught"
        say="Each says where a site's fields stand, and holds nothing of your deals: it may be shared with whoever uses the same CRM."
      >
        <TaughtMaps maps={state.maps} tested={state.tested} actions={actions.maps} />
      </Setting>
    </OptionsSection>
  );
}
