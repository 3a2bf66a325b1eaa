import { useContext, useState } from 'preact/hooks';
import type { Work } from './actions.ts';
import { ReportFailure } from './use-act.ts';

/** Takes a file of ours. `done`: what is said once it was read in. */
export function ReadIn({ label, done, read }: { label: string; done: string; read: (file: File) => Work }) {
  const report = useContext(ReportFailure);
  const [isDone, setDone] = useState(false);
  return (
    <>
      <label>
        <span>{label}</span>
        <input
          type="file"
          accept="application/json,.json"
          onChange={async ({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            setDone(false);
            report(null);
            try {
              if (file) {
                await read(file);
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
      <p role="status">{isDone && done}</p>
    </>
  );
}
