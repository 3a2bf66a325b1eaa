import type { Role } from '../../deal/role.ts';
import { goalNow } from '../goals.ts';
import type { Team } from '../team-deals.ts';
import { askedOf } from './asked.ts';
import { sayBehind } from './behind.ts';
import { sayChanged } from './changed.ts';
import { sayDecides } from './decides.ts';
import type { FiveSentences } from './five-sentences.ts';
import { sayUnknown } from './unknown.ts';
import { sayWho } from './who.ts';

/**
 * Are we behind, who brings what, what changed, what decides it, what do we not know: each a sentence that opens to its
 * deals. A rep sees their own deals once they said who they are. `locale` undefined: the browser's.
 */
export function buildFiveSentences(team: Team, role: Role, locale: string | undefined): FiveSentences {
  const asked = askedOf(team, role, locale);
  const { number, year } = asked.quarter;
  return {
    role,
    period: asked.words.today.period(number, year),
    goalSet: goalNow(asked) !== null,
    currency: asked.none.currency ?? 'USD',
    parts: [sayBehind(asked), sayWho(asked), sayChanged(asked), sayDecides(asked), sayUnknown(asked)],
  };
}
