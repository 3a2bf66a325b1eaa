import { useState } from 'preact/hooks';
import '../../../components/sweep.css';
import { type SweepActions, SweepView } from '../../../components/sweep-view.tsx';
import { ReportFailure } from '../../../components/use-act.ts';
import { speakerAt } from '../../../lib/coaching/words/dates.ts';
import { dayInZone } from '../../../lib/deal/day.ts';
import { isSameCurrency } from '../../../lib/deal/money.ts';
import type { WeeklySweep } from '../../../lib/deal/sweep.ts';
import { openStore } from '../../../lib/store/store.ts';
import { openSweeps, type SeenView } from '../../../lib/store/sweep-store.ts';
import { momentNow } from '../../background/coach.ts';
import { explain } from '../../background/explain.ts';
import { useAnswer } from '../use-answer.tsx';
import type { TabProps } from './index.ts';

const store = openStore();
const sweeps = openSweeps();

type Answered = { deal: string; answer: 'won' | 'lost' | 'filtered' };

export function Tab({ ask, turn }: TabProps) {
  const locale = navigator.language;
  const { answer, state } = useAnswer(() => ask('sweep', { locale }), [turn]);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  if (!answer) return state;
  const { screen } = answer;
  const { week } = screen;
  const change = (patch: (before: WeeklySweep) => WeeklySweep) => said(sweeps.changeSweep(week, patch));
  const actions: SweepActions = {
    setViews: (views) => said(store.writeSettings({ views })),
    sayWhole: (url) => change((before) => ({ ...before, whole: [...new Set([...before.whole, url])] })),
    answer: async (deal, word) => {
      const at = Date.now();
      if (word === 'filtered') await change((before) => ({ ...before, filtered: [...before.filtered, { deal, at }] }));
      else await said(sweeps.sayOutcome(deal, word, at));
      setAnswered({ deal, answer: word });
    },
    undo: async () => {
      if (!answered) return;
      const { deal, answer: word } = answered;
      if (word === 'filtered')
        await change((before) => ({ ...before, filtered: before.filtered.filter((one) => one.deal !== deal) }));
      else await said(sweeps.sayOutcome(deal, 'open', Date.now()));
      setAnswered(null);
    },
    setClosed: (closed) =>
      change((before) => ({
        ...before,
        closed: [...before.closed.filter((one) => !isSameCurrency(one, closed)), closed],
        closedOn: today(),
      })),
  };
  return (
    <ReportFailure.Provider value={setFailed}>
      <div aria-live="polite">{failed && <p class="line error">{failed}</p>}</div>
      <SweepView
        screen={screen}
        offered={answer.offered.map(toPin)}
        answered={answered?.deal ?? null}
        likes={answer.likes}
        people={answer.people}
        actions={actions}
      />
    </ReportFailure.Provider>
  );
}

function today() {
  const { asOf, timeZone } = momentNow();
  return dayInZone(asOf, timeZone);
}

/** The work of a store, its fault as the sentence to show. */
async function said(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw new Error(explain(error).sentence);
  }
}

function toPin({ url, crm, tenant, page, at, rows }: SeenView) {
  const { asOf, timeZone } = momentNow();
  const say = speakerAt(asOf, timeZone, navigator.language);
  const { hostname, pathname, search, hash } = new URL(url);
  // What tells two views of one CRM apart stands at the end of their addresses.
  const end = `${pathname.split('/').slice(-2).join('/')}${search}${hash}`;
  const count = rows ? `, ${rows.total ?? rows.loaded} rows` : '';
  return { url, crm, tenant, page, text: `${end} at ${hostname} (${say.on(at)}${count})` };
}
