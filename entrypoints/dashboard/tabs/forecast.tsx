import { useState } from 'preact/hooks';
import '../../../components/charts/charts.css';
import '../../../components/forecast.css';
import type { TypedCall } from '../../../components/call-form.tsx';
import { ForecastView } from '../../../components/forecast-view.tsx';
import { ReportFailure } from '../../../components/use-act.ts';
import { openCalls } from '../../../lib/store/call-store.ts';
import { momentNow } from '../../background/coach.ts';
import { explain } from '../../background/explain.ts';
import { useAnswer } from '../use-answer.tsx';
import type { TabProps } from './index.ts';

/** The place is the quarter that is shown: "2026-Q3"; "" for the running one. */
export function Tab({ ask, turn, place, go }: TabProps) {
  const locale = navigator.language;
  const { answer, state } = useAnswer(
    () => ask('forecast', { choice: { quarter: place === '' ? null : place }, locale }),
    [turn, place],
  );
  const [failed, setFailed] = useState<string | null>(null);
  if (!answer) return state;
  return (
    <ReportFailure.Provider value={setFailed}>
      <div role="status">{failed && <p class="line error">{failed}</p>}</div>
      <ForecastView
        screen={answer}
        locale={locale}
        choose={(quarter) => go('forecast', quarter, true)}
        say={(call) => say(call, answer.callFor.by)}
      />
    </ReportFailure.Provider>
  );
}

async function say(call: TypedCall, by: 'manager' | 'rep'): Promise<void> {
  const store = openCalls();
  try {
    await store.sayCall({ ...call, by, id: crypto.randomUUID(), saidAt: momentNow().asOf });
  } catch (error) {
    throw new Error(explain(error).sentence);
  } finally {
    store.close();
  }
}
