import { useState } from 'preact/hooks';
import type { ReminderSettings } from '../lib/deal/reminder.ts';
import type { Work } from './actions.ts';
import { ReportFailure, useAct } from './use-act.ts';

export type ReminderActions = {
  save(settings: ReminderSettings): Work;
  /** Switches on what the browser shows outside of our pages. Must reach the permission call before any await. */
  setNotifications(on: boolean): Work;
};

type Props = { settings: ReminderSettings; granted: boolean; actions: ReminderActions };

const TIMES = [
  ['morning', 'The working day starts at'],
  ['digestAt', 'The digest comes at'],
  ['quietFrom', 'Quiet from'],
  ['quietTo', 'Quiet until'],
] as const;

/** When the user wants to be reminded of their own steps. */
export function RemindersSection({ settings, granted, actions }: Props) {
  const [failed, setFailed] = useState<string | null>(null);
  return (
    <ReportFailure.Provider value={setFailed}>
      <section aria-label="Reminders">
        <p class="quiet">
          Of your own steps that have a day: on the icon how many there are today, one digest in the morning, and the
          alarms that you set. Nothing on days off and in quiet hours.
        </p>
        <Form key={JSON.stringify(settings)} settings={settings} save={actions.save} />
        <Notifications on={settings.notifications && granted} set={actions.setNotifications} />
        <div aria-live="polite">{failed && <p class="line error">{failed}</p>}</div>
      </section>
    </ReportFailure.Provider>
  );
}

function Form({ settings, save }: { settings: ReminderSettings; save: ReminderActions['save'] }) {
  const [draft, setDraft] = useState(settings);
  const act = useAct();
  return (
    <form
      class="times"
      onSubmit={(event) => {
        event.preventDefault();
        act.run(() => save(draft));
      }}
    >
      <label class="tick">
        <input
          type="checkbox"
          checked={draft.digest}
          onChange={(event) => setDraft({ ...draft, digest: event.currentTarget.checked })}
        />
        <span>One digest on the morning of a working day that has a step</span>
      </label>
      {TIMES.map(([part, words]) => (
        <label key={part}>
          <span>{words}</span>
          <input
            type="time"
            required
            value={draft[part]}
            onInput={(event) => setDraft({ ...draft, [part]: event.currentTarget.value })}
          />
        </label>
      ))}
      <div class="bar">
        <button type="submit" class="button solid" aria-busy={act.busy}>
          Keep this
        </button>
      </div>
    </form>
  );
}

function Notifications({ on, set }: { on: boolean; set: ReminderActions['setNotifications'] }) {
  const act = useAct();
  return (
    <>
      <p>
        {on
          ? 'The browser shows the digest and your alarms. They name the step and its deal, wherever your system shows such messages.'
          : 'The browser shows nothing by itself: the steps stand in the popup and their number on the icon.'}
      </p>
      <div class="bar">
        <button type="button" class="button" aria-busy={act.busy} onClick={() => act.run(() => set(!on))}>
          {on ? 'Show no notifications' : 'Let the browser show them'}
        </button>
      </div>
    </>
  );
}
