import type { DealAnswer } from '../deal/answer.ts';
import type { Stage } from '../deal/fields.ts';
import { foldLabel } from '../deal/same-value.ts';
import { kindAt, openStages, stageIndex } from '../deal/stage-kind.ts';

/**
 * What the buyer has done by the time a stage is over, as proofs that can be pointed at. By the stage's label where the
 * user wrote some for it, else by its kind.
 */
export type StageExits = {
  kinds: Record<'early' | 'mid' | 'late', readonly string[]>;
  /** Labels as the CRM shows them; compared without case and runs of blanks. An empty list: nothing to prove. */
  stages?: Readonly<Record<string, readonly string[]>> | undefined;
};

export const DEFAULT_EXITS: StageExits = {
  kinds: {
    early: ['They said what it costs them to change nothing', 'They named who decides'],
    mid: ['They agreed in writing what it has to do', 'Whoever decides was in a meeting'],
    late: ['They sent the steps up to a signature, with days'],
  },
};

export const PROOF_LIMITS = { perStage: 10, text: 160, stage: 300, stages: 60 } as const;

/** The proofs that leaving a stage asks for. */
export function exitsOf(stage: Stage, stages: readonly Stage[], exits: StageExits): readonly string[] {
  const label = foldLabel(stage.label);
  const own = Object.entries(exits.stages ?? {}).find(([name]) => foldLabel(name) === label);
  if (own) return own[1];
  const open = openStages(stages);
  const place = stageIndex(stage, open);
  return place < 0 ? [] : exits.kinds[kindAt(place, open.length)];
}

/** The question under which a proof of a stage is answered with yes or no. */
export function proofQuestion(stage: string, proof: string): string {
  return `proof: ${foldLabel(stage)}: ${foldLabel(proof)}`;
}

/** Of the stages before this one: which proofs were said to be missing, and how many were answered at all. */
export function proofsBehind(
  stage: Stage,
  stages: readonly Stage[],
  exits: StageExits,
  answers: ReadonlyMap<string, DealAnswer>,
): { unproven: { stage: string; proof: string }[]; answered: number } {
  const open = openStages(stages);
  const unproven: { stage: string; proof: string }[] = [];
  let answered = 0;
  for (const left of open.slice(0, Math.max(0, stageIndex(stage, open)))) {
    for (const proof of exitsOf(left, stages, exits)) {
      const answer = answers.get(proofQuestion(left.label, proof))?.answer;
      if (answer !== 'yes' && answer !== 'no') continue;
      answered++;
      if (answer === 'no') unproven.push({ stage: left.label, proof });
    }
  }
  return { unproven, answered };
}

/** The same exits with other proofs for one stage, cut to size and without repeats; null takes the stage's own away. */
export function withProofs(exits: StageExits, stage: string, proofs: readonly string[] | null): StageExits {
  const others = Object.entries(exits.stages ?? {}).filter(([name]) => foldLabel(name) !== foldLabel(stage));
  if (proofs === null) return { ...exits, stages: Object.fromEntries(others) };
  const texts = proofs.map((proof) => proof.replace(/\s+/g, ' ').trim().slice(0, PROOF_LIMITS.text)).filter(Boolean);
  const unlike = texts.filter((text, at) => texts.findIndex((one) => foldLabel(one) === foldLabel(text)) === at);
  const own = [stage, unlike.slice(0, PROOF_LIMITS.perStage)] as const;
  return { ...exits, stages: Object.fromEntries([...others, own].slice(-PROOF_LIMITS.stages)) };
}
