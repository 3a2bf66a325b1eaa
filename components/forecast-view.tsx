import { useState } from 'preact/hooks';
import type { ForecastScreen } from '../lib/team/forecast/forecast-screen.ts';
import { LINES, type Line } from '../lib/team/forecast/say-lines.ts';
import type { Work } from './actions.ts';
import { CallForm, type TypedCall } from './call-form.tsx';
import { DealRows } from './deal-rows.tsx';
import { ForecastCalls } from './forecast-calls.tsx';
import { LadderSection } from './forecast-ladder.tsx';
import { ForecastOurs } from './forecast-ours.tsx';
import { ForecastTable, type PickedSum, titleOf } from './forecast-table.tsx';
import { Rests } from './rests.tsx';

type ForecastProps = {
  screen: ForecastScreen;
  locale: string | undefined;
  choose(quarter: string): unknown;
  say(call: TypedCall): Work;
};

/** One quarter: what is closed, what commit and best case add, who brings what, who calls what, and what decides it. */
export function ForecastView({ screen, locale, choose, say }: ForecastProps) {
  const { quarter, quarters, rests, ladders, all, ours, held, callFor, unit } = screen;
  const [picked, setPicked] = useState<PickedSum | null>(null);
  const pick = (sum: PickedSum) =>
    setPicked((before) => (before?.whose === sum.whose && before.line === sum.line ? null : sum));
  const [first, ...others] = ladders;
  const isEmpty = LINES.every((line) => all.cells[line].deals.length === 0);
  const isOver = quarter.state === 'over';
  // What hardly anybody has stands in the table where there is any of it.
  const lines = LINES.filter(
    (line) => line === 'closed' || (!isOver && (LADDER.includes(line) || all.cells[line].deals.length > 0)),
  );
  return (
    <div class="forecast">
      <form class="inline" onSubmit={(event) => event.preventDefault()}>
        <label>
          <span>Quarter</span>
          <select value={quarter.id} onChange={(event) => choose(event.currentTarget.value)}>
            {quarters.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </form>
      <p role="status">
        {quarter.title}: {quarter.text}
      </p>
      {rests && <Rests rests={rests} />}
      {isEmpty && <NoDeals title={quarter.title} isOver={isOver} />}
      {first && (
        <LadderSection
          {...{ ladder: first, others, locale, isOver }}
          picked={picked?.whose === all.title ? picked.line : null}
          pick={(line) => pick({ whose: all.title, line })}
        />
      )}
      <section class="panel" aria-label="Who and what">
        <h2>By person</h2>
        <ForecastTable {...{ screen, lines, picked, pick }} />
        <Notes screen={screen} />
        {picked && <PickedDeals screen={screen} picked={picked} />}
        {!isOver && callFor.people.length > 0 && (
          <CallForm {...{ quarter, unit, locale, say }} by={callFor.by} people={callFor.people} />
        )}
        {!isOver && callFor.people.length === 0 && (
          <p>
            To say your call, <a href="/options.html">say who you are</a>.
          </p>
        )}
      </section>
      {ours && <ForecastOurs screen={screen} ours={ours} locale={locale} />}
      <ForecastCalls held={held} />
    </div>
  );
}

const LADDER: readonly Line[] = ['commit', 'best-case', 'pipeline'];

function NoDeals({ title, isOver }: { title: string; isOver: boolean }) {
  return (
    <section class="panel" aria-label="What to do next">
      <h2>No deal is on record in {title}</h2>
      {isOver ? (
        <p>
          An export of your CRM’s closed deals fills it: <a href="/import.html">read in a file</a>.
        </p>
      ) : (
        <p>
          Open a list of your open deals that shows amount, close date and, where your CRM has it, forecast category:
          one list is enough. An export does as well: <a href="/import.html">read in a file</a>.
        </p>
      )}
    </section>
  );
}

/** What the sums leave open. */
function Notes({ screen }: { screen: ForecastScreen }) {
  const { cells } = screen.all;
  const byStage = LINES.reduce((sum, line) => sum + (line === 'undated' ? 0 : cells[line].byStage), 0);
  const bare = LINES.reduce((sum, line) => sum + (line === 'undated' ? 0 : cells[line].bare), 0);
  const deals = (count: number) => (count === 1 ? '1 deal' : `${count} deals`);
  return (
    <>
      {byStage > 0 && (
        <p class="quiet">
          No forecast category was seen of {deals(byStage)}: the stage puts a deal where it stands, late is commit, mid
          best case, early pipeline.
        </p>
      )}
      {bare > 0 && <p class="quiet">{deals(bare)} without an amount: counted, in no sum.</p>}
      {cells.undated.deals.length > 0 && <p class="quiet">Deals without a close date are in no forecast.</p>}
    </>
  );
}

function PickedDeals({ screen, picked }: { screen: ForecastScreen; picked: PickedSum }) {
  const row = [screen.all, ...screen.people].find(({ title }) => title === picked.whose);
  const rows = (row?.cells[picked.line].deals ?? []).flatMap((id) => screen.rows[id] ?? []);
  if (rows.length === 0) return null;
  return (
    <section aria-label="Deals behind the sum">
      <h3>
        {titleOf(picked.line)}, {picked.whose}: {rows.length}
      </h3>
      <DealRows key={`${picked.whose} ${picked.line}`} rows={rows} visit={undefined} />
    </section>
  );
}
