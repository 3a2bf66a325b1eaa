import type { ImportPlan } from '../lib/import/import-plan.ts';
import { REASON_WORDS } from '../lib/import/refused-file.ts';
import type { ImportEnd, ImportSums } from '../lib/import/run-import.ts';
import { ActButton } from './act-button.tsx';
import { lackingIn } from './import-columns.tsx';
import type { ImportActions, ImportState } from './import-state.ts';
import { count, counted } from './import-words.ts';

type Props = { state: ImportState; plan: ImportPlan; actions: ImportActions };

/** First what would happen, then the doing of it. */
export function ImportRun({ state, plan, actions }: Props) {
  const { found, check, running, done } = state;
  const rows = found?.rows ?? 0;
  const ready = lackingIn(plan) === null;
  return (
    <section aria-labelledby="run" tabIndex={-1}>
      <h2 id="run">{done ? 'What was stored' : 'What will happen'}</h2>
      <div aria-live="polite">
        {running && <Progress dry={running.dry} sums={running.sums} rows={rows} />}
        {!running && done && <Done done={done} rows={rows} />}
        {!running && !done && check && !check.finished && (
          <p>Stopped checking after {count(check.sums.rows)} rows. Nothing was stored.</p>
        )}
        {!running && !done && check && <Counts sums={check.sums} of="would be" />}
      </div>
      {!running && <Reasons end={done ?? check} actions={actions} />}
      <div class="bar">
        {running && !running.dry && <ActButton work={() => actions.cancel()}>Stop</ActButton>}
        {running?.dry && <ActButton work={() => actions.cancel()}>Stop checking</ActButton>}
        {!running && ready && !check?.finished && !done && (
          <ActButton look="solid" work={() => actions.check()}>
            Check without storing
          </ActButton>
        )}
        {!running && ready && check?.finished && !done && (
          <ActButton look="solid" work={() => actions.run()}>
            Import {counted(rows, 'row', 'rows')}
          </ActButton>
        )}
        {!running && done && !done.finished && (
          <ActButton look="solid" work={() => actions.run()}>
            Go on
          </ActButton>
        )}
        {!running && done?.finished && (
          <ActButton look="solid" work={() => actions.openToday()}>
            Deals to touch today
          </ActButton>
        )}
      </div>
    </section>
  );
}

function Progress({ dry, sums, rows }: { dry: boolean; sums: ImportSums; rows: number }) {
  return (
    <label class="progress">
      {dry ? 'Checking' : 'Importing'}: {count(sums.rows)} of {counted(rows, 'row', 'rows')}
      <progress max={rows} value={sums.rows} />
    </label>
  );
}

function Done({ done, rows }: { done: ImportEnd; rows: number }) {
  return (
    <>
      {!done.finished && (
        <p>
          Stopped after {count(done.sums.rows)} of {counted(rows, 'row', 'rows')}. What was stored is safe. Go on now,
          or choose the same file again later.
        </p>
      )}
      <Counts sums={done.sums} of="are" />
    </>
  );
}

function Counts({ sums, of }: { sums: ImportSums; of: 'are' | 'would be' }) {
  return (
    <dl class="counts" aria-label={`Rows that ${of}`}>
      <div>
        <dt>New</dt>
        <dd data-count="fresh">{count(sums.fresh)}</dd>
      </div>
      <div>
        <dt>Changed</dt>
        <dd data-count="changed">{count(sums.changed)}</dd>
      </div>
      <div>
        <dt>Same</dt>
        <dd data-count="same">{count(sums.same)}</dd>
      </div>
      <div>
        <dt>Refused</dt>
        <dd data-count="refused">{count(sums.refused)}</dd>
      </div>
    </dl>
  );
}

function Reasons({ end, actions }: { end: ImportEnd | null; actions: ImportActions }) {
  if (!end || end.reasons.length === 0) return null;
  return (
    <>
      <ul class="reasons">
        {end.reasons.map(({ reason, rows }) => (
          <li key={reason}>
            <b>{count(rows)}</b> {REASON_WORDS[reason]}
          </li>
        ))}
      </ul>
      <div class="bar">
        <ActButton work={() => actions.saveRefused()}>Save the refused rows</ActButton>
      </div>
    </>
  );
}
