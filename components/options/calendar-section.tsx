import type { WorkCalendar } from '../../lib/deal/day.ts';
import { readPastedRates } from '../../lib/import/pasted-rates.ts';
import { putRates } from '../../lib/settings/put-rates.ts';
import type { Rate } from '../../lib/settings/settings.ts';
import { ActButton } from '../act-button.tsx';
import { allCodes } from '../currency-codes.ts';
import { Choice, Tick } from './choice.tsx';
import { formatDate } from './format-period.ts';
import { HolidaysSetting } from './holidays-setting.tsx';
import type { OptionsActions, OptionsState } from './options-state.ts';
import { Pasting } from './pasting.tsx';
import { RateForm } from './rate-form.tsx';
import { Locked, OptionsSection, Setting } from './setting.tsx';

const named = (options: Intl.DateTimeFormatOptions, at: number) =>
  new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' }).format(at);
/** 5 January 2026 was a Monday. */
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7].map(
  (day) => [String(day), named({ weekday: 'long' }, Date.UTC(2026, 0, 4 + day))] as const,
);
const MONTHS = Array.from(
  { length: 12 },
  (_, at) => [String(at + 1), named({ month: 'long' }, Date.UTC(2026, at, 1))] as const,
);

/** When work is done, and in which money it is counted. */
export function CalendarSection({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { settings } = state;
  const setDay = (day: number, on: boolean) =>
    actions.change(({ calendar }) => {
      const workdays = on ? [...calendar.workdays, day].sort() : calendar.workdays.filter((each) => each !== day);
      if (workdays.length === 0) throw new Error('One day of the week at least is worked. Nothing was changed.');
      return { calendar: { ...calendar, workdays } };
    });
  return (
    <OptionsSection id="calendar">
      <Setting id="fiscal">
        <Choice
          label="Its first month"
          value={String(settings.fiscalYearStart)}
          options={MONTHS}
          set={(month) => actions.change(() => ({ fiscalYearStart: Number(month) }))}
        />
      </Setting>
      <Setting id="week" say="Clocks of deals count the days that are worked.">
        <Locked by="weekStart">
          <Choice
            label="Its first day"
            value={String(settings.weekStart)}
            options={WEEKDAYS}
            set={(day) => actions.change(() => ({ weekStart: Number(day) }))}
          />
        </Locked>
        <Locked by="workdays">
          <Workdays calendar={settings.calendar} weekStart={settings.weekStart} set={setDay} />
        </Locked>
      </Setting>
      <HolidaysSetting state={state} actions={actions} />
      <Setting id="home" say="Sums stand in it where a rate was given; each other currency stands by itself.">
        <Choice
          label="Home currency"
          value={settings.homeCurrency ?? ''}
          options={[['', 'None: each by itself'], ...allCodes().map((code) => [code, code] as const)]}
          set={(code) => actions.change(() => ({ homeCurrency: code || null }))}
        />
      </Setting>
      <RatesSetting state={state} actions={actions} />
    </OptionsSection>
  );
}

type WorkdaysProps = {
  calendar: WorkCalendar;
  weekStart: number;
  set: (day: number, on: boolean) => void | Promise<void>;
};

function Workdays({ calendar, weekStart, set }: WorkdaysProps) {
  const inOrder = [...WEEKDAYS.slice(weekStart - 1), ...WEEKDAYS.slice(0, weekStart - 1)];
  return (
    <div class="controls ticks">
      {inOrder.map(([day, name]) => (
        <Tick
          key={day}
          label={name}
          name={`${name} is worked`}
          checked={calendar.workdays.includes(Number(day))}
          set={(on) => set(Number(day), on)}
        />
      ))}
    </div>
  );
}

const sayRate = ({ from, to, rate, on }: Rate) =>
  `1 ${from} = ${rate.toLocaleString(undefined, { maximumSignificantDigits: 8 })} ${to}, from ${formatDate(on)}`;

function RatesSetting({ state, actions }: { state: OptionsState; actions: OptionsActions }) {
  const { rates, homeCurrency } = state.settings;
  const keep = (said: readonly Rate[]) => actions.change((now) => ({ rates: putRates(now.rates, said) }));
  return (
    <Setting
      id="rates"
      say="A rate counts from its day until the next one. Sums of a past day are made by the rates of that day."
    >
      {rates.length === 0 && <p>None: amounts in different currencies are never added up.</p>}
      <ul class="lines">
        {rates.map((rate) => (
          <li key={sayRate(rate)}>
            {sayRate(rate)}{' '}
            <ActButton
              look="text"
              label={`Remove: ${sayRate(rate)}`}
              work={() =>
                actions.change((now) => ({
                  rates: now.rates.filter(({ from, to, on }) => from !== rate.from || to !== rate.to || on !== rate.on),
                }))
              }
            >
              Remove
            </ActButton>
          </li>
        ))}
      </ul>
      <RateForm key={homeCurrency} state={state} keep={keep} />
      <Pasting
        summary="Paste rates"
        label="From, to, rate and day, one a line"
        example="USD; EUR; 0.92; 2026-10-01"
        one="rate"
        many="rates"
        read={(text) => {
          const { rates: said, refused } = readPastedRates(text, homeCurrency, state.paster);
          return { said, refused };
        }}
        show={sayRate}
        keep={keep}
      />
    </Setting>
  );
}
