import { useState } from 'preact/hooks';
import { isDay } from '../../lib/deal/day.ts';
import { readPastedRates } from '../../lib/import/pasted-rates.ts';
import type { Rate } from '../../lib/settings/settings.ts';
import { codesWith } from '../currency-codes.ts';
import { useAct } from '../use-act.ts';
import type { OptionsState } from './options-state.ts';

type RateFormProps = { state: OptionsState; keep: (said: readonly Rate[]) => void | Promise<void> };

/** One rate, typed. The figure is read as a pasted one is. */
export function RateForm({ state, keep }: RateFormProps) {
  const home = state.settings.homeCurrency ?? 'EUR';
  const [pair, setPair] = useState({ from: home === 'USD' ? 'EUR' : 'USD', to: home });
  const codes = codesWith(home, ...state.settings.rates.flatMap(({ from, to }) => [from, to]));
  const [text, setText] = useState('');
  const [on, setOn] = useState(state.today);
  const act = useAct();
  const submit = () => {
    const { rates, refused } = readPastedRates([pair.from, pair.to, text, on].join('\t'), null, state.paster);
    if (rates.length === 0 || !isDay(on)) throw new Error(refused[0]?.reason ?? 'It needs a day.');
    return keep(rates);
  };
  return (
    <form
      class="controls"
      aria-label="New rate"
      onSubmit={(event) => {
        event.preventDefault();
        act.run(submit, () => setText(''));
      }}
    >
      {(['from', 'to'] as const).map((end) => (
        <label key={end} class="code">
          <span>{end === 'from' ? 'One unit of' : 'is worth units of'}</span>
          <select value={pair[end]} onChange={({ currentTarget }) => setPair({ ...pair, [end]: currentTarget.value })}>
            {codes.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
      ))}
      <label>
        <span>Rate</span>
        <input
          required
          inputMode="decimal"
          autocomplete="off"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <label>
        <span>From which day</span>
        <input type="date" required value={on} onInput={({ currentTarget }) => setOn(currentTarget.value)} />
      </label>
      <button type="submit" class="button" aria-busy={act.busy}>
        Add rate
      </button>
    </form>
  );
}
