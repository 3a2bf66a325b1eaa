import { useState } from 'preact/hooks';
import { isDay } from '../../lib/deal/day.ts';
import { formatMoney } from '../../lib/deal/money.ts';
import { quarterOf } from '../../lib/deal/quarter.ts';
import { readPastedGoals } from '../../lib/import/pasted-goals.ts';
import { type Period, type PeriodChoice, periodChoices, removeGoal } from '../../lib/settings/goal-edit.ts';
import { type Goal, mergeGoals } from '../../lib/settings/people.ts';
import { ActButton } from '../act-button.tsx';
import { AmountFields, useTypedAmount } from '../amount-fields.tsx';
import { GoalForm } from '../goal-form.tsx';
import { useAct } from '../use-act.ts';
import { formatPeriod } from './format-period.ts';
import type { OptionsActions, OptionsState } from './options-state.ts';
import { Pasting } from './pasting.tsx';
import { Setting } from './setting.tsx';

type Props = { state: OptionsState; actions: OptionsActions };

export function QuarterGoal({ state, actions }: Props) {
  const { goal, fiscalYearStart, homeCurrency } = state.settings;
  const quarter = quarterOf(state.today, fiscalYearStart);
  const isNow = goal?.quarter === quarter.id;
  return (
    <Setting id="goal" say="With it the popup can say whether you are behind. Without it nothing is asked.">
      {goal && (
        <p>
          {isNow ? 'This quarter' : `Of another quarter (${goal.quarter})`}:{' '}
          <b>{formatMoney(goal.amount, undefined)}</b>{' '}
          <ActButton look="text" label="Take the quarter's goal away" work={() => actions.setGoal(null)}>
            Take it away
          </ActButton>
        </p>
      )}
      <GoalForm
        key={JSON.stringify([goal, state.currency])}
        period={`Q${quarter.number} ${quarter.year}`}
        currency={goal?.amount.currency ?? homeCurrency ?? state.currency}
        setGoal={(said) => actions.setGoal(said)}
      />
    </Setting>
  );
}

const whose = ({ person, team }: Pick<Goal, 'person' | 'team'>) =>
  person !== null && team !== null ? `${person} (${team})` : (person ?? (team === null ? 'Everybody' : `Team ${team}`));

const sayGoal = (goal: Goal) => `${whose(goal)}: ${formatMoney(goal.amount, undefined)}, ${formatPeriod(goal.period)}`;

/** What each person, team or everybody is to bring, period by period. */
export function GoalsSetting({ state, actions }: Props) {
  const { goals, people, fiscalYearStart, homeCurrency } = state.settings;
  const teams = [...new Set(people.flatMap(({ team }) => team ?? []))].sort();
  const sorted = goals.toSorted((a, b) => b.period.to.localeCompare(a.period.to) || whose(a).localeCompare(whose(b)));
  const keep = (said: readonly Goal[]) => actions.change((now) => ({ goals: mergeGoals(now.goals, said).merged }));
  return (
    <Setting id="goals" say="For the same people and the same period the last word stands.">
      {goals.length > 0 && (
        <div class="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">Who</th>
                <th scope="col">Period</th>
                <th scope="col" class="number">
                  Goal
                </th>
                <th scope="col">
                  <span class="unseen">Change</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((goal) => (
                <tr key={sayGoal(goal)}>
                  <th scope="row">{whose(goal)}</th>
                  <td>{formatPeriod(goal.period)}</td>
                  <td class="number">{formatMoney(goal.amount, undefined)}</td>
                  <td class="number">
                    <ActButton
                      look="text"
                      label={`Remove: ${sayGoal(goal)}`}
                      work={() => actions.change((now) => ({ goals: removeGoal(now.goals, goal) }))}
                    >
                      Remove
                    </ActButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <NewGoal key={homeCurrency ?? state.currency} state={state} teams={teams} keep={keep} />
      <Pasting
        summary="Paste from a spreadsheet"
        label="Name, figure and period, one a line, with tabs or semicolons between"
        example={'Ida Norrgard; 150,000; Q4 2026'}
        one="goal"
        many="goals"
        read={async (text) => {
          const currency = homeCurrency ?? state.currency;
          const { goals: said, refused } = await readPastedGoals(text, {
            ...state.paster,
            fiscalYearStart,
            currency,
            teams,
          });
          return { said, refused };
        }}
        show={sayGoal}
        keep={keep}
      />
      <p>
        <a href="/import.html">From a file</a>: quotas and rosters as CSV or Excel.
      </p>
    </Setting>
  );
}

const KINDS = { month: 'This month', quarter: 'This quarter', year: 'This fiscal year' } as const;
const NEXT = { month: 'Next month', quarter: 'Next quarter', year: 'Next fiscal year' } as const;

const labelOf = ({ kind, period }: PeriodChoice, at: number) =>
  `${(at < 3 ? KINDS : NEXT)[kind]}: ${formatPeriod(period)}`;

type NewGoalProps = {
  state: OptionsState;
  teams: readonly string[];
  keep: (said: readonly Goal[]) => void | Promise<void>;
};

function NewGoal({ state, teams, keep }: NewGoalProps) {
  const { people, fiscalYearStart, homeCurrency } = state.settings;
  const choices = periodChoices(state.today, fiscalYearStart);
  const [who, setWho] = useState('');
  const [at, setAt] = useState('1');
  const [dates, setDates] = useState<Period>({ from: state.today, to: state.today });
  const typed = useTypedAmount(homeCurrency ?? state.currency);
  const act = useAct();
  const period = at === 'dates' ? dates : choices[Number(at)]?.period;
  const { amount } = typed;
  const submit = () => {
    if (amount === null) throw new Error('The goal is a figure, such as 150,000.');
    if (!period || !isDay(period.from) || !isDay(period.to) || period.to < period.from)
      throw new Error('The period ends before it begins.');
    const [kind, name = ''] = [who[0], who.slice(2)];
    const said = { person: kind === 'p' ? name : null, team: kind === 't' ? name : null };
    return keep([{ ...said, period, amount }]);
  };
  return (
    <form
      class="controls"
      aria-label="New goal"
      onSubmit={(event) => {
        event.preventDefault();
        act.run(submit, () => typed.type(''));
      }}
    >
      <label>
        <span>Who</span>
        <select value={who} onChange={({ currentTarget }) => setWho(currentTarget.value)}>
          <option value="">Everybody</option>
          {teams.map((team) => (
            <option key={team} value={`t ${team}`}>
              Team {team}
            </option>
          ))}
          {people.map(({ name }) => (
            <option key={name} value={`p ${name}`}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="grow">
        <span>Period</span>
        <select value={at} onChange={({ currentTarget }) => setAt(currentTarget.value)}>
          {choices.map((choice, index) => (
            <option key={labelOf(choice, index)} value={String(index)}>
              {labelOf(choice, index)}
            </option>
          ))}
          <option value="dates">Two dates</option>
        </select>
      </label>
      {at === 'dates' &&
        (['from', 'to'] as const).map((end) => (
          <label key={end}>
            <span>{end === 'from' ? 'First day' : 'Last day'}</span>
            <input
              type="date"
              required
              value={dates[end]}
              onInput={({ currentTarget }) => setDates({ ...dates, [end]: currentTarget.value })}
            />
          </label>
        ))}
      <AmountFields typed={typed} label="Goal" example="150,000" codes={[homeCurrency, state.currency]} />
      <button type="submit" class="button" aria-busy={act.busy}>
        Add goal
      </button>
    </form>
  );
}
