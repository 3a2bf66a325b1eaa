import { useContext, useState } from 'preact/hooks';
import { ActButton } from './act-button.tsx';
import { DataSection } from './data-section.tsx';
import type { LimitsActions } from './limits-state.ts';
import { ReportFailure } from './use-act.ts';

/** Limits as a file, for another browser or a colleague. */
export function LimitsFile({ actions }: { actions: LimitsActions }) {
  return (
    <DataSection title="As a file">
      <p>The saved limits, and nothing of your deals but names of pipelines that have limits of their own.</p>
      <div class="bar">
        <ActButton work={() => actions.exportFile()}>Save as a file</ActButton>
      </div>
      <ReadIn actions={actions} />
    </DataSection>
  );
}

function ReadIn({ actions }: { actions: LimitsActions }) {
  const report = useContext(ReportFailure);
  const [done, setDone] = useState(false);
  return (
    <>
      <label>
        <span>Read in limits</span>
        <input
          type="file"
          accept="application/json,.json"
          onChange={async ({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            setDone(false);
            report(null);
            try {
              if (file) {
                await actions.importFile(file);
                setDone(true);
              }
            } catch (error) {
              report(error instanceof Error ? error.message : String(error));
            }
            // The same file may be chosen again.
            currentTarget.value = '';
          }}
        />
      </label>
      <p role="status">{done && 'They stand in the table now. Nothing changes before you save.'}</p>
    </>
  );
}
