import { useContext, useState } from 'preact/hooks';
import { type Day, isDay } from '../../lib/deal/day.ts';
import { readCalendarDays } from '../../lib/import/calendar-days.ts';
import { daysOf, readPastedDays } from '../../lib/import/pasted-days.ts';
import { ActButton } from '../act-button.tsx';
import { counted } from '../import-words.ts';
import { ReportFailure, useAct } from '../use-act.ts';
import { formatDate } from './format-period.ts';
import type { OptionsActions, OptionsState } from './options-state.ts';
import { Pasting } from './pasting.tsx';
import { Setting } from './setting.tsx';

/** As many as settings keep. */
const MOST = 400;

/** Days without work beside those of the week. */
export function HolidaysSetting({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { holidays } = state.settings.calendar;
  const past = holidays.filter((day) => day < state.today);
  const add = (days: readonly Day[]) =>
    actions.change(({ calendar }) => {
      const all = [...new Set([...calendar.holidays, ...days])].sort();
      if (all.length > MOST) throw new Error(`That would be more than ${MOST} days. Nothing was changed.`);
      return { calendar: { ...calendar, holidays: all } };
    });
  const remove = (day: Day) =>
    actions.change(({ calendar }) => ({
      calendar: { ...calendar, holidays: calendar.holidays.filter((each) => each !== day) },
    }));
  const lines = (days: readonly Day[]) => (
    <ul class="lines">
      {days.map((day) => (
        <li key={day}>
          {formatDate(day)}{' '}
          <ActButton look="text" label={`Remove ${formatDate(day)}`} work={() => remove(day)}>
            Remove
          </ActButton>
        </li>
      ))}
    </ul>
  );
  return (
    <Setting id="holidays" say="No clock runs on these days, and nothing reminds.">
      {holidays.length === 0 && <p>None yet.</p>}
      {lines(holidays.filter((day) => day >= state.today))}
      {past.length > 0 && (
        <details>
          <summary>{counted(past.length, 'day that is over', 'days that are over')}</summary>
          {lines(past.toReversed())}
        </details>
      )}
      <NewHoliday today={state.today} add={add} />
      <Pasting
        summary="Paste a list"
        label="A day or a range a line"
        example="2026-12-24 – 2026-12-31 Works holidays"
        one="day"
        many="days"
        read={(text) => {
          const { days, refused } = readPastedDays(text, state.paster);
          return { said: days, refused };
        }}
        show={formatDate}
        keep={add}
      />
      <CalendarFile add={add} />
    </Setting>
  );
}

function NewHoliday({ today, add }: { today: Day; add: (days: readonly Day[]) => void | Promise<void> }) {
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState('');
  const act = useAct();
  const submit = () => {
    const days = isDay(from) ? daysOf({ from, to: to || from }) : [];
    if (days.length === 0) throw new Error('It ends before it begins.');
    return add(days);
  };
  return (
    <form
      class="controls"
      aria-label="New holiday"
      onSubmit={(event) => {
        event.preventDefault();
        act.run(submit, () => setTo(''));
      }}
    >
      <label>
        <span>Day</span>
        <input type="date" required value={from} onInput={({ currentTarget }) => setFrom(currentTarget.value)} />
      </label>
      <label>
        <span>Up to (optional)</span>
        <input type="date" value={to} onInput={({ currentTarget }) => setTo(currentTarget.value)} />
      </label>
      <button type="submit" class="button" aria-busy={act.busy}>
        Add holiday
      </button>
    </form>
  );
}

/** Whole days of a calendar that somebody else keeps. */
function CalendarFile({ add }: { add: (days: readonly Day[]) => void | Promise<void> }) {
  const report = useContext(ReportFailure);
  const [done, setDone] = useState('');
  const read = async (file: File) => {
    const found = readCalendarDays(await file.text());
    if (!found) throw new Error('This is no calendar file (.ics). Nothing was changed.');
    await add(found.days);
    const told = [
      `Kept: ${counted(found.days.length, 'day', 'days')}.`,
      found.repeating > 0
        ? `${counted(found.repeating, 'event repeats', 'events repeat')}: only the first was taken.`
        : '',
      found.timed > 0 ? `${counted(found.timed, 'event with a time was', 'events with a time were')} left out.` : '',
      found.unread > 0 ? `${counted(found.unread, 'event', 'events')} could not be read.` : '',
    ];
    setDone(told.filter(Boolean).join(' '));
  };
  return (
    <>
      <label>
        <span>From a calendar file (.ics): its whole days</span>
        <input
          type="file"
          accept=".ics,text/calendar"
          onChange={async ({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            setDone('');
            report(null);
            try {
              if (file) await read(file);
            } catch (error) {
              report(error instanceof Error ? error.message : String(error));
            }
            currentTarget.value = '';
          }}
        />
      </label>
      <p role="status">{done}</p>
    </>
  );
}
