import { useState } from 'preact/hooks';
import { pipelineWords } from '../lib/team/pipeline/pipeline-words.ts';
import { isFiltered } from '../lib/team/pipeline/view.ts';
import { ActButton } from './act-button.tsx';
import { PipelineFilters } from './pipeline-filters.tsx';
import { PipelinePrint } from './pipeline-print.tsx';
import type { PipelineActions, PipelineState } from './pipeline-state.ts';
import { PipelineTable } from './pipeline-table.tsx';
import { PipelineViews } from './pipeline-views.tsx';
import { ReportFailure } from './use-act.ts';

/** Every open deal on record in one table. */
export function PipelineView({ state, actions }: { state: PipelineState; actions: PipelineActions }) {
  const [problem, setProblem] = useState<string | null>(null);
  const { view, list, saved, printed } = state;
  if (list.of === 0) return <NoOpenDeals />;
  return (
    <ReportFailure.Provider value={setProblem}>
      <div class="pipeline">
        <PipelineViews view={view} saved={saved} actions={actions} />
        <PipelineFilters view={view} list={list} change={actions.change} />
        <p class="error" role="status">
          {problem}
        </p>
        <Total state={state} print={actions.print} />
        {list.lines.length > 0 ? (
          <PipelineTable state={state} actions={actions} />
        ) : (
          <NoneFits isFiltered={isFiltered(view)} />
        )}
        <ActiveLine state={state} />
      </div>
      {printed && <PipelinePrint lines={printed} list={list} />}
    </ReportFailure.Provider>
  );
}

function Total({ state: { list }, print }: { state: PipelineState; print: PipelineActions['print'] }) {
  const { deals, sums, without, rests } = list.total;
  return (
    <div class="pipeline-total">
      <p role="status">
        <b>{pipelineWords.shown(deals, list.of)}</b>
        {sums && `: ${sums}`}
        {without && `, ${without}`}
      </p>
      {deals > 0 && <p class="quiet">{rests}</p>}
      {deals > 0 && (
        <ActButton look="plain" work={print}>
          Print
        </ActButton>
      )}
    </div>
  );
}

/** The whole of what the table has no room for, of the line that the keyboard stands on. */
function ActiveLine({ state: { list, rows, active } }: { state: PipelineState }) {
  const row = rows.get(list.lines[active] ?? -1);
  if (!row) return null;
  return (
    <p class="quiet pipeline-active">
      <b>{row.name}</b>
      {row.next && `, next: ${row.next}${row.due ? `, ${row.due}` : ''}`}
    </p>
  );
}

function NoneFits({ isFiltered: some }: { isFiltered: boolean }) {
  return (
    <section class="panel" aria-label="What to do next">
      <h2>No open deal fits all of this</h2>
      <p>{some ? 'Clear the filters above, or take one of them back.' : 'Choose another view above.'}</p>
    </section>
  );
}

function NoOpenDeals() {
  return (
    <section class="panel" aria-label="What to do next">
      <h2>No open deal is on record</h2>
      <p>
        Open a list of your open deals in your CRM and scroll through it: each of its rows will stand here. Whose deals
        count as yours is said in the <a href="/options.html">settings</a>.
      </p>
    </section>
  );
}
