import type { DealRow, Today } from '../lib/coaching/card.ts';
import type { Money } from '../lib/deal/money.ts';
import type { Work } from './actions.ts';
import { DealLink, DealRows, type Visit } from './deal-rows.tsx';
import { GoalForm } from './goal-form.tsx';

type TodayViewProps = { today: Today; currency: string; setGoal: (goal: Money) => Work; visit: Visit };

/** Are we behind, and which deals to touch today. */
export function TodayView({ today, currency, setGoal, visit }: TodayViewProps) {
  // One line per currency: the one that matters most is the headline.
  const [first, ...others] = today.behind.split('\n');
  return (
    <>
      <header class="head">
        <p class="status">{today.period}</p>
        <h2 class="call">{first}</h2>
        {others.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {today.restsOn && <p class="quiet rests">{today.restsOn}</p>}
        {!today.goalSet && <GoalForm period={today.period} currency={currency} setGoal={setGoal} />}
      </header>
      <section class="part" data-part="touch">
        <h3>{today.role === 'rep' ? 'Your week: to work on' : 'To touch today'}</h3>
        {today.touch.length === 0 ? (
          <p class="quiet">{today.touchRest ?? 'Nothing needs you today. Open a list of deals to look wider.'}</p>
        ) : (
          <ol class="deals touch">
            {today.touch.map((row, at) => (
              <li key={row.deal ?? at}>
                <p class="row">
                  <DealLink row={row} visit={visit} />
                  {row.amount && <span class="figure">{row.amount}</span>}
                </p>
                <p>{row.fact}</p>
                {row.next && <p class="quiet">{row.next}</p>}
              </li>
            ))}
          </ol>
        )}
      </section>
      {today.lookAgain && <Fold name="look-again" {...today.lookAgain} visit={visit} />}
      {today.waiting && <Fold name="waiting" {...today.waiting} visit={visit} />}
    </>
  );
}

function Fold({ name, text, rows, visit }: { name: string; text: string; rows: DealRow[]; visit: Visit }) {
  return (
    <details class="fold" data-part={name}>
      <summary>
        {text}
        <span class="figure">{rows.length}</span>
      </summary>
      <DealRows rows={rows} visit={visit} />
    </details>
  );
}
