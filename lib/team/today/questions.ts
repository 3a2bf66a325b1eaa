import type { Role } from '../../deal/role.ts';
import type { PartId } from './five-sentences.ts';

/** The five as each role asks them. */
export const QUESTIONS: Record<Role, Record<PartId, string>> = {
  manager: {
    behind: 'Are we behind?',
    who: 'Who brings what?',
    changed: 'What changed?',
    decides: 'What decides it?',
    unknown: 'What do we not know?',
  },
  rep: {
    behind: 'Where does your quarter stand?',
    who: 'What do you bring, from what?',
    changed: 'What changed?',
    decides: 'What decides it?',
    unknown: 'What was not seen yet?',
  },
};
