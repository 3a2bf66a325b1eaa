import { useState } from 'preact/hooks';
import { ActButton } from './act-button.tsx';
import { DataSection } from './data-section.tsx';
import type { PromptsActions, PromptsState } from './prompts-state.ts';
import { sayOwn } from './prompts-words.ts';
import { ReadIn } from './read-in.tsx';

/** What one made of the questions as a file, for another browser or a colleague; and back to those that are shipped. */
export function PromptsFile({ state, actions }: { state: PromptsState; actions: PromptsActions }) {
  return (
    <DataSection title="As a file">
      <p>Your changes: {sayOwn(state.own)}. The file holds them, and nothing of your deals.</p>
      <div class="bar">
        <ActButton work={() => actions.exportFile()}>Save as a file</ActButton>
        <TakeBack actions={actions} />
      </div>
      <ReadIn
        label="Read in questions"
        done="They were added to yours, and are asked from now on."
        read={(file) => actions.importFile(file)}
      />
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
