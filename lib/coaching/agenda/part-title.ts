import type { TalkPart } from '../../deal/talk.ts';
import type { Agenda } from './agenda.ts';
import { agendaWords } from './agenda-words.ts';

export function partTitle(part: TalkPart, { deals }: Agenda): string {
  return part === 'deals' && deals.whole ? agendaWords.wholePipeline : agendaWords.parts[part];
}
