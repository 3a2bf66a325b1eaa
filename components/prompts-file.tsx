import { useContext, useState } from 'preact/hooks';
import { ActButton } from './act-button.tsx';
import { DataSection } from './data-section.tsx';
import type { PromptsActions, PromptsState } from './prompts-state.ts';
import { sayOwn } from './prompts-words.ts';
import { ReportFailure } from './use-act.ts';

/** What one made of the questions as a file, for another browser or a colleague; and back to those that are shipped. */
export function PromptsFile({ state, actions }: { state: PromptsState; actions: PromptsActions }) {
  return (
    <DataSection title="As a file">
      <p>Your changes: {sayOwn(state.own)}. The file holds them, and nothing of your deals.</p>
      <div class="bar">
        <ActButton work={() => actions.exportFile()}>Save as a file</ActButton>
        <TakeBack actions={actions} />
      </div>
      <ReadIn actions={actions} />
    </DataSection>
  );
}

function TakeBack({ actions }: { actions: PromptsActions }) {
  const [sure, setSure] = useState(false);
  if (!sure) return <ActButton work={() => setSure(true)}>All as shipped…</ActButton>;
  return (
    <>
      <ActButton look="solid" work={() => actions.takeBack()} done={() => setSure(false)}>
        Yes, drop all my changes
      </ActButton>
      <ActButton work={() => setSure(false)}>No, keep them</ActButton>
    </>
  );
}

function ReadIn({ actions }: { actions: PromptsActions }) {
  const report = useContext(ReportFailure);
  const [done, setDone] = useState(false);
  return (
    <>
      <label>
        <span>Read in questions</span>
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
      <p role="status">{done && 'They were added to yours, and are asked from now on.'}</p>
    </>
  );
}
