import { useRef, useState } from 'preact/hooks';
import type { Prompt } from '../lib/coaching/catalogue/types.ts';
import { ActButton } from './act-button.tsx';
import { PromptForm } from './prompt-form.tsx';
import type { PromptsActions, PromptsState } from './prompts-state.ts';
import { figuresAbout, sayFit, sayShare } from './prompts-words.ts';
import { useAct } from './use-act.ts';

type PromptRowProps = { prompt: Prompt; state: PromptsState; actions: PromptsActions };

/** One question with all that belongs to it, and what may be done with it. */
export function PromptRow({ prompt, state, actions }: PromptRowProps) {
  const [editing, setEditing] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const turning = useAct();
  const { own, shares, resting, shipped } = state;
  const { id, question, proof, followUp, purpose } = prompt;
  const isOff = own.off.includes(id);
  const isAdded = own.added.some((each) => each.id === id);
  const isChanged = Object.hasOwn(own.changed, id);
  // One's own words may be in any.
  const lang = isAdded || isChanged ? undefined : own.language;
  const kept = isAdded ? 'Your own. ' : isChanged ? 'In your words. ' : '';
  return (
    <li ref={item} data-prompt={id} data-off={isOff}>
      <p class="question" lang={lang}>
        {question}
      </p>
      <dl>
        <dt>Proof</dt>
        <dd lang={lang}>{proof}</dd>
        {followUp && (
          <>
            <dt>Vague answer</dt>
            <dd lang={lang}>{followUp}</dd>
          </>
        )}
        <dt>What for</dt>
        <dd lang={lang}>{purpose}</dd>
      </dl>
      <p class="quiet">
        {kept}
        {sayFit(prompt)}. {shares && sayShare(shares.get(id), resting.has(id))}
      </p>
      <div class="bar">
        <label class="radio">
          <input
            type="checkbox"
            aria-label={`Ask: ${question}`}
            checked={!isOff}
            onChange={({ currentTarget }) => turning.run(() => actions.turn(id, currentTarget.checked))}
          />
          <span>In use</span>
        </label>
        <ActButton work={() => setEditing(!editing)} label={`Edit: ${question}`}>
          Edit
        </ActButton>
        {isChanged && (
          <ActButton work={() => actions.change(id, null)} label={`As shipped: ${question}`}>
            As shipped
          </ActButton>
        )}
        {isAdded && (
          <ActButton work={() => actions.remove(id)} label={`Remove: ${question}`}>
            Remove
          </ActButton>
        )}
      </div>
      {editing && (
        <PromptForm
          texts={{ question, proof, followUp, purpose }}
          figures={figuresAbout(prompt.signal, shipped)}
          save={(texts) => (isAdded ? actions.put({ ...prompt, ...texts }) : actions.change(id, texts))}
          close={() => {
            setEditing(false);
            // The keyboard goes on from where it began.
            item.current?.querySelector('button')?.focus();
          }}
        />
      )}
    </li>
  );
}
