import { openStages, stageIndex } from '../deal/stage-kind.ts';
import { answersAsOf } from '../process/answers-as-of.ts';
import { exitsOf, proofQuestion } from '../process/stage-exits.ts';
import type { StageProofs } from './card.ts';
import type { CardContext } from './card-context.ts';
import { shorten } from './words/clean-text.ts';

/**
 * What proves the end of the stage at hand and of those before it, with what was said of each; the stage at hand first.
 * Nothing where the order of the stages, or the deal's place in it, is not known.
 */
export function listProofs({ history, moment, deal, settings, words, say }: CardContext): StageProofs[] {
  const { exits } = settings;
  const stage = deal.fields.stage?.value;
  if (!stage || !exits) return [];
  const open = openStages(history.stages);
  const answers = answersAsOf(history, moment);
  const reached = open.slice(0, stageIndex(stage, open) + 1).reverse();
  return reached.flatMap((one): StageProofs[] => {
    const proofs = exitsOf(one, history.stages, exits);
    const lines = proofs.map((proof): StageProofs['lines'][number] => {
      const question = proofQuestion(one.label, proof);
      const said = answers.get(question);
      const answer = said?.answer === 'yes' || said?.answer === 'no' ? said.answer : null;
      return { question, proof, answer, text: words.proof(answer, said ? say.on(said.at) : '') };
    });
    return lines.length > 0 ? [{ stage: shorten(one.label), lines }] : [];
  });
}
