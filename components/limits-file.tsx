import { ActButton } from './act-button.tsx';
import { DataSection } from './data-section.tsx';
import type { LimitsActions } from './limits-state.ts';
import { ReadIn } from './read-in.tsx';

/** Limits as a file, for another browser or a colleague. */
export function LimitsFile({ actions }: { actions: LimitsActions }) {
  return (
    <DataSection title="As a file">
      <p>The saved limits, and nothing of your deals but names of pipelines that have limits of their own.</p>
      <div class="bar">
        <ActButton work={() => actions.exportFile()}>Save as a file</ActButton>
      </div>
      <ReadIn
        label="Read in limits"
        done="They stand in the table now. Nothing changes before you save."
        read={(file) => actions.importFile(file)}
      />
    </DataSection>
  );
}
