import * as v from 'valibot';
import { listOf, recordOf, said, strict } from '../deal/schema-parts.ts';
import { PROOF_LIMITS } from './stage-exits.ts';

const proofs = listOf(said(PROOF_LIMITS.text), PROOF_LIMITS.perStage);

export const exitsSchema = strict({
  kinds: strict({ early: proofs, mid: proofs, late: proofs }),
  stages: v.optional(
    v.pipe(
      recordOf(said(PROOF_LIMITS.stage), proofs),
      v.check((stages) => Object.keys(stages).length <= PROOF_LIMITS.stages),
    ),
  ),
});
