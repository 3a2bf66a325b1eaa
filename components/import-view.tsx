import { useState } from 'preact/hooks';
import { ImportColumns } from './import-columns.tsx';
import { ImportFound } from './import-found.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportRun } from './import-run.tsx';
import type { ImportActions, ImportState } from './import-state.ts';
import { Mark } from './mark.tsx';
import { ReportFailure } from './use-act.ts';

/** A file of the CRM, from choosing it to what was stored; each part appears once the one before it is known. */
export function ImportView({ state, actions }: { state: ImportState; actions: ImportActions }) {
  const [failed, setFailed] = useState<string | null>(null);
  const { file, reading, problem, found, plan, preview } = state;
  const busy = state.running !== null;
  return (
    <ReportFailure.Provider value={setFailed}>
      <main class="sideline import">
        <header>
          <Mark />
          <h1>Import a file</h1>
        </header>
        <p class="quiet">
          An export of your CRM as CSV or Excel. It is read in this browser and goes nowhere else. The same file twice
          changes nothing.
        </p>
        <FileChoice file={file} busy={busy} choose={(one) => actions.choose(one)} />
        <div aria-live="polite">
          {reading !== null && (
            <label class="progress">
              Reading the file
              <progress max={1} value={reading} />
            </label>
          )}
          {(problem ?? failed) && (
            <p class="line error" role="alert">
              {problem ?? failed}
            </p>
          )}
        </div>
        {found && plan && (
          <>
            <fieldset class="parts" disabled={busy}>
              <ImportFound found={found} plan={plan} state={state} actions={actions} />
              {/* One task later than what stands above: both together are a long one on a slow machine. */}
              {(preview || problem) && <ImportColumns found={found} plan={plan} actions={actions} />}
            </fieldset>
            {preview && <ImportPreview preview={preview} />}
            <ImportRun state={state} plan={plan} actions={actions} />
          </>
        )}
      </main>
    </ReportFailure.Provider>
  );
}

type FileChoiceProps = { file: ImportState['file']; busy: boolean; choose: (file: File) => unknown };

function FileChoice({ file, busy, choose }: FileChoiceProps) {
  const [over, setOver] = useState(false);
  return (
    <section
      class="drop"
      aria-label="The file"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer?.files[0];
        if (dropped && !busy) choose(dropped);
      }}
    >
      <label>
        <span>{file ? 'Another file' : 'Choose a file, or drop it here'}</span>
        <input
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          disabled={busy}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.files?.[0];
            if (chosen) choose(chosen);
            // The same file may be chosen again.
            currentTarget.value = '';
          }}
        />
      </label>
      {file && <p class="name">{file.name}</p>}
    </section>
  );
}
