import type { Role } from '../deal/role.ts';
import type { DealCard } from './card.ts';

/** A card's fact and what comes next of it, for a row of deals. */
export function linesOf(card: DealCard, role: Role): { fact: string; next: string } {
  const question = card.prompt?.question ?? '';
  // A rep's card opens with the next step and has the fact second.
  const stepFirst = role === 'rep' && card.line2 !== question;
  return stepFirst ? { fact: card.line2, next: card.line1 } : { fact: card.line1, next: question };
}
