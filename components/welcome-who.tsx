import { useState } from 'preact/hooks';
import type { Role } from '../lib/deal/role.ts';
import type { WelcomeActions } from './actions.ts';
import { useAct } from './use-act.ts';

const ROLES: { role: Role; title: string; text: string }[] = [
  { role: 'manager', title: 'I lead a sales team', text: 'The question to ask, and its proof.' },
  { role: 'rep', title: 'I sell', text: 'The next step first, then what to work on.' },
];

type WhoProps = { role: Role; isLocked: boolean; me: string | null; done: boolean; actions: WelcomeActions };

/** Step 1. Both answers have a default, so the step can be passed by. */
export function WelcomeWho({ role, isLocked, me, done, actions }: WhoProps) {
  const act = useAct();
  const [name, setName] = useState(me ?? '');
  return (
    <li class="step" data-part="who" data-done={done}>
      <h2>Who are you?</h2>
      <fieldset class="choices" disabled={isLocked}>
        <legend class="unseen">Your work</legend>
        {ROLES.map((each) => (
          <label key={each.role} class="choice">
            <input
              type="radio"
              name="role"
              value={each.role}
              checked={role === each.role}
              onChange={() => act.run(() => actions.setRole(each.role))}
            />
            <span>
              <b>{each.title}</b>
              {each.text}
            </span>
          </label>
        ))}
      </fieldset>
      {isLocked && <p class="locked">Set by your organisation.</p>}
      <label class="field">
        <span>Your name, as the CRM writes it in the owner field (optional)</span>
        <input
          type="text"
          autocomplete="name"
          maxLength={120}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
          onChange={(event) => {
            const said = event.currentTarget.value.trim() || null;
            act.run(() => actions.setMe(said));
          }}
        />
      </label>
    </li>
  );
}
