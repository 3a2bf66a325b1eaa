import type { Role } from '../../lib/deal/role.ts';
import { Choice } from './choice.tsx';
import { GoalsSetting, QuarterGoal } from './goals-setting.tsx';
import { OfferedNames } from './offered-names.tsx';
import type { OptionsActions, OptionsState } from './options-state.ts';
import { PeopleSetting } from './people-setting.tsx';
import { OptionsSection, Setting } from './setting.tsx';

const ROLES: readonly (readonly [Role, string])[] = [
  ['manager', 'I lead a sales team'],
  ['rep', 'I sell'],
];

/** Who is who, and what they are to bring. */
export function RosterSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  return (
    <OptionsSection id="roster">
      <Setting id="role">
        <Choice label="Your work" value={state.settings.role} options={ROLES} set={(role) => actions.setRole(role)} />
      </Setting>
      <OfferedNames state={state} actions={actions} />
      <PeopleSetting state={state} actions={actions} />
      <QuarterGoal state={state} actions={actions} />
      <GoalsSetting state={state} actions={actions} />
    </OptionsSection>
  );
}
