import { useState } from 'preact/hooks';
import type { PromptTexts } from '../lib/coaching/catalogue/own-prompts.ts';
import { ActButton } from './act-button.tsx';
import type { Work } from './actions.ts';
import { braced, problemWith } from './prompts-words.ts';

type PromptFormProps = {
  texts: PromptTexts;
  /** That may stand in question and proof. */
  figures: readonly string[];
  save: (texts: PromptTexts) => Work;
  close: () => void;
};

const PARTS: { part: keyof PromptTexts; label: string }[] = [
  { part: 'question', label: 'Question' },
  { part: 'proof', label: 'Proof that settles it' },
  { part: 'followUp', label: 'To a vague answer' },
  { part: 'purpose', label: 'What the answer tells, as a sentence' },
];
/** As the schema has it, in characters. */
const LONGEST = 400;

/** The words of one question. */
export function PromptForm({ texts, figures, save, close }: PromptFormProps) {
  const [draft, setDraft] = useState(texts);
  const keep = () => {
    const { question, proof, followUp, purpose } = draft;
    const said = {
      ...{
        question: question.trim(),
        proof: proof.trim(),
        followUp: followUp.trim(),
        purpose: purpose.trim().replace(/\.$/, ''),
      },
    };
    const problem = problemWith(said, figures);
    if (problem) throw new Error(problem);
    return save(said);
  };
  return (
    <div class="turn">
      {PARTS.map(({ part, label }) => (
        <label key={part}>
          <span>{label}</span>
          <textarea
            rows={part === 'purpose' ? 1 : 2}
            maxLength={LONGEST}
            value={draft[part]}
            onInput={({ currentTarget }) => setDraft({ ...draft, [part]: currentTarget.value })}
          />
        </label>
      ))}
      <p class="quiet">Figures for question and proof: {braced(figures)}.</p>
      <div class="bar">
        <ActButton look="solid" work={keep} done={close}>
          Keep
        </ActButton>
        <ActButton work={close}>Cancel</ActButton>
      </div>
    </div>
  );
}
