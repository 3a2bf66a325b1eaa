import { useState } from 'preact/hooks';
import { foldLabel } from '../lib/deal/same-value.ts';
import { PROOF_LIMITS, proofQuestion, type StageExits } from '../lib/process/stage-exits.ts';
import { DataSection } from './data-section.tsx';
import { countOf } from './data-words.ts';
import type { KnownDeals, LimitsActions, LimitsState } from './limits-state.ts';

type ProofsSectionProps = { state: LimitsState; actions: LimitsActions };

/** What the buyer has done by the time a stage is over, stage by stage. */
export function ProofsSection({ state, actions }: ProofsSectionProps) {
  const { known, draft } = state;
  return (
    <DataSection title="What proves the end of a stage">
      <p>
        What the buyer has done by then, as something that can be pointed at. A stage counts as left without its proof
        where a proof was answered with no; one that nobody asked about does not count.
      </p>
      {known && known.stages.length === 0 && (
        <p class="quiet">Your stages are not known yet. Open a deal or a board of your CRM that shows them in order.</p>
      )}
      {known?.stages.map((stage) => (
        <StageProofs
          key={stage.label}
          stage={stage}
          exits={draft.exits}
          answered={known.answered}
          set={(proofs) => actions.edit({ what: 'proofs', stage: stage.label, proofs })}
        />
      ))}
    </DataSection>
  );
}

type StageProofsProps = {
  stage: KnownDeals['stages'][number];
  exits: StageExits;
  answered: KnownDeals['answered'];
  set: (proofs: readonly string[] | null) => void;
};

function StageProofs({ stage: { label, kind }, exits, answered, set }: StageProofsProps) {
  const own = Object.entries(exits.stages ?? {}).find(([name]) => foldLabel(name) === foldLabel(label))?.[1];
  const proofs = own ?? exits.kinds[kind];
  const [typed, setTyped] = useState<string | null>(null);
  const lines = (typed ?? proofs.join('\n')).split('\n');
  const asked = proofs.filter((proof) => answered[proofQuestion(label, proof)]);
  const most = Math.max(0, ...asked.map((proof) => answered[proofQuestion(label, proof)] ?? 0));
  const tooMany = lines.filter((line) => line.trim()).length > PROOF_LIMITS.perStage;
  const tooLong = lines.some((line) => line.trim().length > PROOF_LIMITS.text);
  return (
    <div class="proofs" data-stage={label}>
      <label>
        <span>
          <b>{label}</b> ({kind}), one proof a line
        </span>
        <textarea
          id={`proofs-${foldLabel(label)}`}
          rows={Math.max(2, Math.min(lines.length, PROOF_LIMITS.perStage))}
          value={typed ?? proofs.join('\n')}
          placeholder="Nothing to prove"
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            set(event.currentTarget.value.split('\n'));
          }}
          onBlur={() => setTyped(null)}
        />
      </label>
      <p class="quiet">
        {own ? 'Set by you.' : `Expert judgement, for ${kind} stages.`}
        {most > 0 && ` Answered on ${countOf(most, 'deal')}. A proof in other words is a new question.`}
        {tooMany && ` The first ${PROOF_LIMITS.perStage} are kept.`}
        {tooLong && ` Each is kept up to ${PROOF_LIMITS.text} characters.`}
      </p>
      {own && (
        <button
          type="button"
          class="button text"
          aria-label={`Reset the proofs of ${label}`}
          onClick={(event) => {
            event.currentTarget.closest('.proofs')?.querySelector('textarea')?.focus();
            setTyped(null);
            set(null);
          }}
        >
          Reset
        </button>
      )}
    </div>
  );
}
