import type { DealRow, Today } from '../lib/coaching/card.ts';
import type { Money } from '../lib/deal/money.ts';
import type { FiveSentences as Five, PartId } from '../lib/team/today/five-sentences.ts';
import type { Work } from './actions.ts';
import { DealLink, DealRows, type Visit } from './deal-rows.tsx';
import { FiveSentences } from './five-sentences.tsx';
import { GoalForm } from './goal-form.tsx';

type TodayViewProps = {
  five: Five;
  today: Today;
  setGoal: (goal: Money) => Work;
  visit: Visit;
  /** The sentence that stands open from the start. */
  open?: PartId | null;
  isBrief?: boolean;
};

/** The five sentences, and which deals to touch today. */
export function TodayView({ five, today, setGoal, visit, open = null, isBrief = false }: TodayViewProps) {
  return (
    <>
      <header class="head">
        <p class="status">{five.period}</p>
      </header>
      <FiveSentences five={five} visit={visit} open={open} isBrief={isBrief}>
        {!five.goalSet && <GoalForm period={five.period} currency={five.currency} setGoal={setGoal} />}
      </FiveSentences>
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
