import { useState } from 'preact/hooks';
import { OPEN_KINDS, type Prompt, SITUATIONS, type Situation, type Topic } from '../lib/coaching/catalogue/types.ts';
import { ActButton } from './act-button.tsx';
import { DataSection } from './data-section.tsx';
import { PromptForm } from './prompt-form.tsx';
import type { PromptsActions, PromptsState } from './prompts-state.ts';
import { figuresAbout, SITUATION_WORDS, TOPICS, topicTitle } from './prompts-words.ts';

const EMPTY = { question: '', proof: '', followUp: '', purpose: '' };

/** A question of one's own: about what, for whom, when it fits, and its words. */
export function PromptAdd({ state, actions }: { state: PromptsState; actions: PromptsActions }) {
  const [open, setOpen] = useState(false);
  const [topic, setTopic] = useState<Topic>('stalled');
  const [role, setRole] = useState<Prompt['role']>('manager');
  const [stages, setStages] = useState<Prompt['stages']>([]);
  const [situation, setSituation] = useState<Situation | null>(null);
  return (
    <DataSection title="A question of your own">
      {!open && (
        <div class="bar">
          <ActButton work={() => setOpen(true)}>Add a question</ActButton>
        </div>
      )}
      {open && (
        <>
          <div class="pair">
            <label>
              <span>About</span>
              <select value={topic} onChange={({ currentTarget }) => setTopic(currentTarget.value as Topic)}>
                {TOPICS.map((each) => (
                  <option key={each} value={each}>
                    {topicTitle(each)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <span>For a</span>
              <select value={role} onChange={({ currentTarget }) => setRole(currentTarget.value as Prompt['role'])}>
                <option value="manager">manager</option>
                <option value="rep">rep</option>
              </select>
            </label>
            <label>
              <span>Situation</span>
              <select
                value={situation ?? ''}
                onChange={({ currentTarget }) => setSituation((currentTarget.value || null) as Situation | null)}
              >
                <option value="">any</option>
                {SITUATIONS.map((each) => (
                  <option key={each} value={each}>
                    {SITUATION_WORDS[each]}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <fieldset>
            <legend>Stages; none ticked: any</legend>
            {OPEN_KINDS.map((kind) => (
              <label key={kind} class="radio">
                <input
                  type="checkbox"
                  checked={stages.includes(kind)}
                  onChange={({ currentTarget: { checked } }) =>
                    setStages(OPEN_KINDS.filter((each) => (each === kind ? checked : stages.includes(each))))
                  }
                />
                <span>{kind}</span>
              </label>
            ))}
          </fieldset>
          <PromptForm
            texts={EMPTY}
            figures={figuresAbout(topic, state.shipped)}
            save={(texts) =>
              actions.put({ id: `own.${crypto.randomUUID()}`, signal: topic, role, stages, situation, ...texts })
            }
            close={() => setOpen(false)}
          />
        </>
      )}
    </DataSection>
  );
}
